"""Certificates for everyone: one page for each code, and the PDF."""

from flask import Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.certificates.document import certificate_address, certificate_markup, certificate_pdf, sheet_of
from app.certificates.json_ld import organisation_data
from app.certificates.words import words_of
from app.kernel.access import everyone
from app.kernel.audiences import public as pages
from app.kernel.context import today
from app.kernel.database import outside_transaction, session
from app.kernel.limits import limiter
from app.kernel.qr import qr_svg
from certification.certificates import queries as certificates
from ground.secrets import normalise_code


@pages.get("/s/<code>", access=everyone("see what a certificate is worth today"))
@limiter.limit("60 per minute")
def certificate(code: str) -> AnyResponse | str:
    """What a certificate is worth today. Old codes keep answering, also typed from paper in small letters."""
    found = certificates.by_code(session(), normalise_code(code))
    if found.code != code:
        return redirect(url_for("public.certificate", code=found.code))
    words, address = words_of(found, today()), certificate_address(found.code)
    return render_template(
        "certificates/public/certificate.html",
        certificate=found,
        sheet=sheet_of(found, today()),
        words=words,
        newer=None if words.counts else certificates.newer_than(session(), found),
        workplaces=[one for one in found.organisation.workplaces if one.closed_at is None],
        address=address,
        qr=qr_svg(address),
        data=organisation_data(found, address, counts=words.counts),
        today=today(),
    )


@pages.get("/s/<code>/sertifikat.pdf", access=everyone("take a certificate along on paper"))
@limiter.limit("20 per minute")
def certificate_file(code: str) -> Response:
    """The PDF. It says where to see whether it still holds."""
    found = certificates.by_code(session(), code)
    orgnr, markup = found.organisation.orgnr, certificate_markup(found, today())
    with outside_transaction():
        pdf = certificate_pdf(markup)
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="sertifikat-{orgnr}.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
