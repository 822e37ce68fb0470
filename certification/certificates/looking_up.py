"""Looking up how an employer stands by an organisation number, as buyers have it: of whichever level the number is."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from certification.certificates.models import Certificate
from certification.certificates.queries import telling_certificate
from certification.certificates.standing import counts_on
from ground.alphabet import in_alphabet
from register.organisations.models import Organisation, Workplace


@dataclass(frozen=True)
class LookedUp:
    """What is told of an organisation number on a day.

    Nothing in it tells whether somebody without a certificate is in Plass.
    """

    certificate: Certificate | None
    """Of the employer with this number, or of the one whose workplace has it."""
    workplace: Workplace | None
    """The workplace, where the number is that of one."""
    others: tuple[Certificate, ...]
    """The certificates that count of other employers of the same legal entity, by name.

    A municipality whose schools are certified is not certified itself, nor the other way round.
    """


def look_up(session: Session, orgnr: str, on: date) -> LookedUp:
    """How the employer behind a number stands on a day; the number may be nobody's here."""
    employer = session.scalar(select(Organisation).where(Organisation.orgnr == orgnr))
    workplace = None if employer else _workplace(session, orgnr)
    asked = workplace.organisation if workplace else employer
    certificate = telling_certificate(session, asked.id, on) if asked else None
    if asked is None or certificate is None:
        return LookedUp(None, None, _of_legal_entity(session, orgnr, on))
    others = _of_legal_entity(session, asked.legal_orgnr, on) if asked.legal_orgnr else ()
    return LookedUp(certificate, workplace, tuple(one for one in others if one.organisation_id != asked.id))


def _workplace(session: Session, orgnr: str) -> Workplace | None:
    query = select(Workplace).where(Workplace.orgnr == orgnr, Workplace.closed_at.is_(None))
    return session.scalar(query.options(joinedload(Workplace.organisation)))


def _of_legal_entity(session: Session, orgnr: str, on: date) -> tuple[Certificate, ...]:
    query = (
        select(Certificate)
        .join(Certificate.organisation)
        .where(Organisation.legal_orgnr == orgnr, counts_on(on))
        .options(contains_eager(Certificate.organisation))
        .order_by(in_alphabet(Organisation.name), Organisation.orgnr)
    )
    return tuple(session.scalars(query))
