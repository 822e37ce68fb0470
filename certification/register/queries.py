"""Reading the register: getters that raise NotFound, and lists for pages."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.register.alphabet import in_alphabet
from certification.register.errors import existing
from certification.register.models.organisation import Organisation, Workplace
from certification.register.models.people import NavOffice, RoleGrant, User


def organisation_by_number(session: Session, orgnr: str) -> Organisation:
    """The employer with an organisation number. Raises NotFound."""
    return existing(session.scalar(select(Organisation).where(Organisation.orgnr == orgnr)))


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


def user(session: Session, user_id: uuid.UUID) -> User:
    """One user. Raises NotFound."""
    return existing(session.get(User, user_id))


def offices(session: Session) -> list[NavOffice]:
    """All open NAV offices, by name."""
    return list(
        session.scalars(select(NavOffice).where(NavOffice.closed_at.is_(None)).order_by(in_alphabet(NavOffice.name)))
    )


def colleagues(session: Session, organisation_id: uuid.UUID) -> list[RoleGrant]:
    """The living roles in an organisation, oldest first."""
    return list(
        session.scalars(
            select(RoleGrant)
            .where(RoleGrant.organisation_id == organisation_id, RoleGrant.revoked_at.is_(None))
            .order_by(RoleGrant.granted_at)
        )
    )


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


def grant(session: Session, grant_id: uuid.UUID) -> RoleGrant:
    """One role that a person holds or has held. Raises NotFound."""
    return existing(session.get(RoleGrant, grant_id))
