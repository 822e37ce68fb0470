"""The certificate as schema.org data in the page, for search engines and others that read pages by machine."""

from typing import Any

from app.certificates.words import MEANINGS
from app.kernel.language import current_language
from app.words.filters import label
from certification.certificates.models import Certificate

SCHEME_OWNER = {"@type": "GovernmentOrganization", "name": "Akershus fylkeskommune", "url": "https://www.akershus.no/"}


def organisation_data(certificate: Certificate, address: str, *, counts: bool) -> dict[str, Any]:
    """The employer, with its credential only while that counts. `address` is the whole one of the public page."""
    organisation = certificate.organisation
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": organisation.name,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "https://data.brreg.no/enhetsregisteret/api/enheter/",
            "value": organisation.orgnr,
        },
        "sameAs": f"https://data.brreg.no/enhetsregisteret/api/enheter/{organisation.orgnr}",
    }
    if counts:
        data["hasCredential"] = {
            "@type": "EducationalOccupationalCredential",
            "@id": address,
            "url": address,
            "identifier": certificate.code,
            "credentialCategory": "certification",
            "name": label(certificate.level),
            "description": str(MEANINGS[certificate.level]),
            "inLanguage": current_language().value,
            "datePublished": certificate.valid_from.isoformat(),
            "expires": certificate.valid_until.isoformat(),
            "recognizedBy": SCHEME_OWNER,
        }
    return data
