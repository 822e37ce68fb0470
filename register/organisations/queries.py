"""Reading employers, workplaces and NAV offices: getters that raise NotFound, and lists for pages."""

import uuid

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ground.alphabet import in_alphabet, name_contains
from ground.errors import existing
from ground.paging import Order, Page, one_page
from register.organisations.models import NavOffice, Organisation, Workplace
from register.organisations.number import number_searched_for
from register.organisations.types import Verification


def organisation_by_number(session: Session, orgnr: str) -> Organisation:
    """The employer with an organisation number. Raises NotFound."""
    return existing(session.scalar(select(Organisation).where(Organisation.orgnr == orgnr)))


def is_registered(session: Session, orgnr: str) -> bool:
    """Whether an employer with this number is in Plass."""
    return session.scalar(select(Organisation.id).where(Organisation.orgnr == orgnr)) is not None


def of_legal_entity(session: Session, orgnr: str) -> list[Organisation]:
    """The employers in Plass that belong to a legal entity, itself included, by name."""
    return list(
        session.scalars(
            select(Organisation).where(Organisation.legal_orgnr == orgnr).order_by(in_alphabet(Organisation.name))
        )
    )


def organisation(session: Session, organisation_id: uuid.UUID) -> Organisation:
    """One employer. Raises NotFound."""
    return existing(session.get(Organisation, organisation_id))


def open_workplaces(session: Session, organisation_id: uuid.UUID) -> list[Workplace]:
    """The workplaces of an employer that can take new places, by name."""
    return list(
        session.scalars(
            select(Workplace)
            .where(Workplace.organisation_id == organisation_id, Workplace.closed_at.is_(None))
            .order_by(in_alphabet(Workplace.name))
        )
    )


def offices(session: Session) -> list[NavOffice]:
    """All open NAV offices, by name."""
    return list(
        session.scalars(select(NavOffice).where(NavOffice.closed_at.is_(None)).order_by(in_alphabet(NavOffice.name)))
    )


def offices_to_call(session: Session) -> list[NavOffice]:
    """The open offices that have a telephone, by name."""
    return [one for one in offices(session) if one.phone and one.closed_at is None]


def office(session: Session, office_id: uuid.UUID) -> NavOffice:
    """One NAV office. Raises NotFound."""
    return existing(session.get(NavOffice, office_id))


def workplaces(session: Session, organisation_id: uuid.UUID) -> list[Workplace]:
    """All workplaces of an employer, closed ones last, by name."""
    return list(
        session.scalars(
            select(Workplace)
            .where(Workplace.organisation_id == organisation_id)
            .order_by(Workplace.closed_at.is_not(None), in_alphabet(Workplace.name))
        )
    )


def organisations_page(
    session: Session,
    *,
    q: str = "",
    verification: Verification | None = None,
    municipality_number: str = "",
    order: Order = Order.NAME,
    page: int = 1,
) -> Page[Organisation]:
    """Employers by name or the newest first, searched by part of it or by number, also that of the legal entity."""
    first = Organisation.registered_at.desc() if order is Order.NEWEST else in_alphabet(Organisation.name)
    query = select(Organisation).order_by(first, Organisation.id)
    if q:
        number = number_searched_for(q)
        by_number = or_(Organisation.orgnr == number, Organisation.legal_orgnr == number)
        query = query.where(or_(name_contains(Organisation.name, q), by_number))
    if verification is not None:
        query = query.where(Organisation.verification == verification)
    if municipality_number:
        query = query.where(Organisation.municipality_number == municipality_number)
    return one_page(session, query, page=page)


def unverified_registrations(session: Session) -> int:
    """How many registrations wait for Enhetsregisteret."""
    waiting = Organisation.verification == Verification.UNVERIFIED
    return session.scalar(select(func.count()).select_from(Organisation).where(waiting)) or 0
