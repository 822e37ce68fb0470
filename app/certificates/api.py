"""The lookup for buyers: how an employer's certificate stands today, by organisation number."""

from flask import jsonify
from werkzeug.wrappers import Response

from app.certificates.document import certificate_address
from app.kernel.access import everyone
from app.kernel.audiences import api as pages
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.messages import sentence_for
from app.kernel.house import Text
from app.kernel.limits import limiter
from app.kernel.translate import _
from certification.certificates.queries import telling_certificate_by_number
from register.organisations.errors import InvalidOrganisationNumber
from register.organisations.number import number_searched_for


@pages.get("/sertifikat/<orgnr>", access=everyone("check an employer's certificate"))
@limiter.limit("120 per minute")
def certificate(orgnr: str) -> Response:
    """The certificate that counts, else the newest; 404 for one that never had any, registered or not.

    What is no organisation number is told apart (422): a buyer who mistyped must not take it for «not certified».
    """
    if not number_searched_for(orgnr):
        return _none(422, "not_a_number", sentence_for(InvalidOrganisationNumber()))
    found = telling_certificate_by_number(session(), orgnr, today())
    if found is None:
        return _none(404, "not_certified", _("Ingen sertifisert virksomhet har dette organisasjonsnummeret."))
    answer = jsonify(
        orgnr=found.organisation.orgnr,
        name=found.organisation.name,
        status=found.status_on(today()).value,
        counts=found.counts_on(today()),
        level=found.level.value,
        valid_from=found.valid_from.isoformat(),
        valid_until=found.valid_until.isoformat(),
        code=found.code,
        page=certificate_address(found.code),
        as_of=today().isoformat(),
    )
    return _not_stored(answer)


def _none(status: int, code: str, sentence: Text) -> Response:
    answer = jsonify(error=str(sentence), code=code)
    answer.status_code = status
    return _not_stored(answer)


def _not_stored(answer: Response) -> Response:
    """How it stands can change any moment."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
