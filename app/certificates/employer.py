"""The employer's own certificate: how it stands, what to show others, what comes next."""

from flask import render_template

from app.certificates.document import certificate_address
from app.certificates.words import words_of
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.context import today
from app.kernel.database import session
from certification.certificates import queries as certificates
from certification.certificates.validity import next_report, recertification_opens
from register.organisations.models import Organisation


@pages.get("/<orgnr>/sertifikat", access=in_organisation(purpose="see one's own certificate"))
def certificate(organisation: Organisation) -> str:
    """The certificate that counts, else the newest; those before it below. Only leaders read why one was changed."""
    held = certificates.of_organisation(session(), organisation.id)
    found = certificates.telling(held, today())
    if found is None:
        return render_template("certificates/employer/none.html")
    words = words_of(found, today())
    return render_template(
        "certificates/employer/show.html",
        certificate=found,
        words=words,
        edition_number=certificates.edition_number(session(), found),
        address=certificate_address(found.code),
        report_due=next_report(found.facts) if words.counts else None,
        next_round=recertification_opens(found.valid_until) if words.counts else None,
        today=today(),
        events=reversed(found.events),
        earlier=[(one, words_of(one, today())) for one in held if one.id != found.id],
    )
