"""The lookup for buyers: how an employer's certificate stands today, by organisation number."""

from flask import jsonify
from werkzeug.wrappers import Response

from app.certificates.document import certificate_address
from app.kernel.access import everyone
from app.kernel.audiences import api as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.limits import limiter
from certification.certificates.queries import telling_certificate
from ground.errors import existing
from register.organisations.queries import organisation_by_number


@pages.get("/sertifikat/<orgnr>", access=everyone("check an employer's certificate"))
@limiter.limit("120 per minute")
def certificate(orgnr: str) -> Response:
    """The certificate that counts, else the newest; 404 for one that never had any, registered or not."""
    organisation = organisation_by_number(session(), orgnr)
    found = existing(telling_certificate(session(), organisation.id, today()))
    answer = jsonify(
        orgnr=organisation.orgnr,
        name=organisation.name,
        status=found.status_on(today()).value,
        counts=found.counts_on(today()),
        level=found.level.value,
        valid_from=found.valid_from.isoformat(),
        valid_until=found.valid_until.isoformat(),
        code=found.code,
        page=certificate_address(found.code),
        as_of=today().isoformat(),
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
