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
from app.kernel.language import current_language
from app.kernel.limits import limiter
from app.kernel.translate import _
from certification.certificates.looking_up import look_up
from certification.certificates.models import Certificate
from register.organisations.errors import InvalidOrganisationNumber
from register.organisations.number import number_searched_for


@pages.get("/sertifikat/<orgnr>", access=everyone("check an employer's certificate"))
@limiter.limit("120 per minute")
def certificate(orgnr: str) -> Response:
    """The certificate that counts, else the newest; 404 for one that never had any, registered or not.

    The number may be that of a workplace: then its employer's certificate is told. Beside it stand the certificates of
    other employers of the same legal entity, so that nobody takes a school's for the municipality's. What is no
    organisation number is told apart (422): a buyer who mistyped must not take it for «not certified».
    """
    number = number_searched_for(orgnr)
    if not number:
        return _none(422, "not_a_number", sentence_for(InvalidOrganisationNumber()))
    told = look_up(session(), number, today())
    found, others = told.certificate, [_in_short(one) for one in told.others]
    if found is None:
        message = (
            _("Virksomheten med dette nummeret er ikke sertifisert, men andre under samme juridiske enhet er det.")
            if others
            else _("Ingen sertifisert virksomhet har dette organisasjonsnummeret.")
        )
        return _none(404, "not_certified", message, others_of_legal_entity=others)
    answer = jsonify(
        **_in_short(found),
        legal_entity=found.organisation.legal_orgnr,
        workplace={"orgnr": told.workplace.orgnr, "name": told.workplace.name} if told.workplace else None,
        others_of_legal_entity=others,
        as_of=today().isoformat(),
    )
    return _not_stored(answer)


def _in_short(found: Certificate) -> dict[str, str | bool]:
    return {
        "orgnr": found.organisation.orgnr,
        "name": found.organisation.name,
        "status": found.status_on(today()).value,
        "counts": found.counts_on(today()),
        "level": found.level.value,
        "valid_from": found.valid_from.isoformat(),
        "valid_until": found.valid_until.isoformat(),
        "code": found.code,
        "page": certificate_address(found.code),
    }


def _none(status: int, code: str, sentence: Text, **more: object) -> Response:
    answer = jsonify(error=str(sentence), code=code, **more)
    answer.status_code = status
    return _not_stored(answer)


def _not_stored(answer: Response) -> Response:
    """How it stands can change any moment, and its sentences are in the language of whoever asks."""
    answer.headers["Content-Language"] = current_language().value
    answer.headers["Cache-Control"] = "no-store"
    return answer
