"""The employer's own certificate: how it stands, what to show others, what comes next."""

from flask import render_template

from app.certificates.words import words_of
from app.context import today
from app.database import session
from app.documents.certificate import certificate_address
from app.employer.blueprint import blueprint
from app.employer.current import current_organisation
from certification.certificates import queries as certificates
from certification.certificates.validity import next_report, recertification_opens


@blueprint.get("/<orgnr>/sertifikat")
def certificate(orgnr: str) -> str:
    """The certificate that counts, else the newest; those before it below. Only leaders read why one was changed."""
    organisation = current_organisation()
    found = certificates.telling_certificate(session(), organisation.id, today())
    if found is None:
        return render_template("employer/certificate_none.html")
    words = words_of(found, today())
    return render_template(
        "employer/certificate.html",
        certificate=found,
        words=words,
        address=certificate_address(found.code),
        report_due=next_report(found.facts) if words.counts else None,
        next_round=recertification_opens(found.valid_until) if words.counts else None,
        today=today(),
        events=reversed(found.events),
        earlier=[
            (one, words_of(one, today()))
            for one in certificates.of_organisation(session(), organisation.id)
            if one.id != found.id
        ],
    )
