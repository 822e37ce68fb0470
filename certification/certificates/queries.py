"""Reading certificates: one by its code, an employer's own, those that count today, all of them for the county."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.certificates.models import Certificate, CertificateEvent
from certification.certificates.standing import counts_on, status_on
from certification.certificates.types import CertificateStatus
from certification.criteria.models import CriteriaEdition
from certification.criteria.types import LevelId
from ground.alphabet import in_alphabet, name_contains
from ground.errors import existing
from ground.paging import Order, Page, one_page
from register.organisations.models import Organisation, Workplace
from register.organisations.number import number_searched_for
from register.people.models import User


@dataclass(frozen=True)
class RegisterFilter:
    """What the list of certified employers is narrowed to; empty and None mean all."""

    text: str = ""
    municipality_number: str | None = None
    level: LevelId | None = None


def has_code(session: Session, code: str) -> bool:
    """Whether some certificate has this public code."""
    return session.scalar(select(Certificate.id).where(Certificate.code == code)) is not None


def by_code(session: Session, code: str) -> Certificate:
    """The certificate with a public code, with all that stands on it. Raises NotFound."""
    return existing(
        session.scalar(
            select(Certificate)
            .where(Certificate.code == code)
            .options(
                joinedload(Certificate.organisation).selectinload(Organisation.workplaces),
                joinedload(Certificate.assessment).joinedload(Assessment.edition),
            )
        )
    )


def certificate(session: Session, certificate_id: uuid.UUID) -> Certificate:
    """One certificate, with whose it is. Raises NotFound."""
    return existing(
        session.scalar(
            select(Certificate).where(Certificate.id == certificate_id).options(joinedload(Certificate.organisation))
        )
    )


def edition_number(session: Session, found: Certificate) -> str:
    """The number of the edition of the criteria that a certificate was given by."""
    return session.scalars(
        select(CriteriaEdition.number)
        .join(Assessment, Assessment.edition_id == CriteriaEdition.id)
        .where(Assessment.id == found.assessment_id)
    ).one()


def of_organisation(session: Session, organisation_id: uuid.UUID) -> list[Certificate]:
    """All certificates of an employer, the newest first."""
    return list(
        session.scalars(
            select(Certificate)
            .where(Certificate.organisation_id == organisation_id)
            .order_by(Certificate.valid_from.desc(), Certificate.issued_at.desc())
        )
    )


def counting_certificate(session: Session, organisation_id: uuid.UUID, on: date) -> Certificate | None:
    """The certificate of an employer that may be relied upon on a day."""
    return counting(of_organisation(session, organisation_id), on)


def counting(held: Iterable[Certificate], on: date) -> Certificate | None:
    """The one among an employer's certificates that may be relied upon on a day."""
    return next((one for one in held if one.counts_on(on)), None)


def telling_certificate(session: Session, organisation_id: uuid.UUID, on: date) -> Certificate | None:
    """The certificate that says how an employer stands on a day: the one that counts, else the newest."""
    return telling(of_organisation(session, organisation_id), on)


def telling(held: Sequence[Certificate], on: date) -> Certificate | None:
    """The one among an employer's certificates, the newest first, that says how it stands on a day."""
    return counting(held, on) or next(iter(held), None)


def newer_than(session: Session, earlier: Certificate) -> Certificate | None:
    """The newest certificate of the same employer, when that is another one."""
    newest = of_organisation(session, earlier.organisation_id)[0]
    return newest if newest.id != earlier.id else None


def decision_behind(session: Session, found: Certificate) -> Decision | None:
    """The decision that the certificate rests on."""
    return session.scalar(
        select(Decision)
        .where(Decision.assessment_id == found.assessment_id, Decision.decided_at.is_not(None))
        .order_by(Decision.decided_at.desc())
        .limit(1)
    )


def events_with_people(session: Session, found: Certificate) -> list[tuple[CertificateEvent, User | None]]:
    """What has happened to a certificate, the newest first, each with the one who recorded it (None: the system)."""
    rows = session.execute(
        select(CertificateEvent, User)
        .outerjoin(User, User.id == CertificateEvent.recorded_by_id)
        .where(CertificateEvent.certificate_id == found.id)
        .order_by(CertificateEvent.number.desc())
    )
    return [(row.CertificateEvent, row.User) for row in rows]


def certified_employers(
    session: Session, wanted: RegisterFilter, *, on: date, order: Order = Order.NAME, page: int = 1
) -> Page[Certificate]:
    """One page of the certificates that count on a day, by the name of their employer or the newest first."""
    return one_page(session, _sorted(order, counts_on(on), *_conditions(wanted)), page=page)


def number_certified(session: Session, on: date) -> int:
    """How many employers are certified on a day."""
    return session.scalar(select(func.count(Certificate.id)).where(counts_on(on))) or 0


def certified_on(day: date) -> Select[uuid.UUID]:
    """The question for the ids of the employers that are certified on a day."""
    return select(Certificate.organisation_id).where(counts_on(day))


def certificates_page(
    session: Session,
    *,
    statuses: Collection[CertificateStatus] = (),
    text: str = "",
    on: date,
    order: Order = Order.NAME,
    page: int = 1,
) -> Page[Certificate]:
    """One page of every certificate there has been, an employer's newest first; `statuses` empty means all."""
    conditions = _conditions(RegisterFilter(text=text))
    if statuses:
        conditions.append(status_on(on).in_(sorted(statuses)))
    return one_page(session, _sorted(order, *conditions), page=page)


def counting_among(session: Session, organisation_ids: Collection[uuid.UUID], on: date) -> dict[uuid.UUID, Certificate]:
    """The certificates that count on a day among these employers', by employer: two queries for a whole list."""
    theirs = Certificate.organisation_id.in_(organisation_ids)
    return {one.organisation_id: one for one in session.scalars(select(Certificate).where(theirs, counts_on(on)))}


def _sorted(order: Order, *conditions: ColumnElement[bool]) -> Select[Certificate]:
    """By employer; before that the newest, or those that end first."""
    first = {Order.NEWEST: (Certificate.valid_from.desc(),), Order.LAST_DAY: (Certificate.valid_until,)}.get(order, ())
    return (
        select(Certificate)
        .join(Certificate.organisation)
        .where(*conditions)
        .options(contains_eager(Certificate.organisation))
        .order_by(
            *first,
            in_alphabet(Organisation.name),
            Organisation.orgnr,
            Certificate.valid_from.desc(),
            Certificate.issued_at.desc(),
            Certificate.id,
        )
    )


def _conditions(wanted: RegisterFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.text:
        number = number_searched_for(wanted.text)
        of_workplace = name_contains(Workplace.name, wanted.text) | (Workplace.orgnr == number)
        in_workplace = Organisation.workplaces.any(of_workplace & Workplace.closed_at.is_(None))
        by_number = Organisation.orgnr == number, Organisation.legal_orgnr == number
        found.append(or_(name_contains(Organisation.name, wanted.text), in_workplace, *by_number))
    if wanted.municipality_number:
        there = Workplace.municipality_number == wanted.municipality_number
        found.append(
            or_(
                Organisation.municipality_number == wanted.municipality_number,
                Organisation.workplaces.any(there & Workplace.closed_at.is_(None)),
            )
        )
    if wanted.level:
        found.append(Certificate.level == wanted.level)
    return found
