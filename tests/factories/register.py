"""People and employers in the situations that tests start from."""

import itertools
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from register.joining.registration import apply_register_answer, register_organisation
from register.joining.tree import take_all
from register.organisations.business_register import Refused, RegisteredAddress, RegisteredUnit, RegisteredWorkplace
from register.organisations.models import NavOffice, Organisation
from register.organisations.offices import add_missing_offices
from register.organisations.types import RefusalReason, Sector
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from tests.support.world import NOON

_numbers = itertools.count(1)
IN_LILLESTROM = RegisteredAddress("Storgata 1", "2000", "Lillestrøm", "3205")


def organisation_numbers() -> str:
    """A new organisation number with a right control digit, from the series that no real unit has."""
    while True:
        first_eight = f"2{next(_numbers):07d}"
        total = sum(int(digit) * weight for digit, weight in zip(first_eight, (3, 2, 7, 6, 5, 4, 3, 2), strict=True))
        control = (11 - total % 11) % 11
        if control < 10:
            return f"{first_eight}{control}"


def unit(orgnr: str | None = None, *, name: str = "Granlia Kafé AS", **changes: object) -> RegisteredUnit:
    """What Enhetsregisteret answers for a unit in order, in Lillestrøm."""
    values: dict[str, object] = {
        "orgnr": orgnr or organisation_numbers(),
        "name": name,
        "form_code": "AS",
        "sector": Sector.PRIVATE,
        "industry_code": "56.110",
        "industry_name": "Drift av restauranter og kafeer",
        "employees": 12,
        "address": IN_LILLESTROM,
    }
    return RegisteredUnit(**{**values, **changes})  # type: ignore[arg-type]  # values are those of the dataclass


def workplaces_of(name: str, number: int) -> tuple[RegisteredWorkplace, ...]:
    """So many underenheter in Lillestrøm, named after their employer."""
    return tuple(
        RegisteredWorkplace(organisation_numbers(), f"{name} avd {which + 1}", IN_LILLESTROM) for which in range(number)
    )


def person(session: Session, name: str = "Kari Nordby", *, now: datetime = NOON) -> User:
    """A user without roles."""
    user = User(email=f"person{next(_numbers)}@plass.test", name=name, created_at=now)
    session.add(user)
    session.flush()
    return user


def person_with_role(session: Session, role: Role, name: str = "Kari Nordby", *, now: datetime = NOON) -> User:
    """A user with a role that holds everywhere (certifier, or one of the county's)."""
    user = person(session, name, now=now)
    give_role(Act(session, None, now), user=user, role=role)
    return user


def office(session: Session, number: str = "0231") -> NavOffice:
    """A NAV office of the county; Lillestrøm when nothing else is said."""
    add_missing_offices(session)
    return session.scalars(select(NavOffice).where(NavOffice.number == number)).one()


def counsellor(
    session: Session, nav_office: NavOffice | None = None, name: str = "Vera Lund", *, now: datetime = NOON
) -> User:
    """A counsellor in an office."""
    user = person(session, name, now=now)
    place = nav_office or office(session)
    give_role(Act(session, None, now), user=user, role=Role.COUNSELLOR, nav_office_id=place.id)
    return user


def office_leader(
    session: Session, nav_office: NavOffice | None = None, name: str = "Kari Kontorleder", *, now: datetime = NOON
) -> User:
    """A leader of an office."""
    user = person(session, name, now=now)
    place = nav_office or office(session)
    give_role(Act(session, None, now), user=user, role=Role.OFFICE_LEADER, nav_office_id=place.id)
    return user


def verified_organisation(
    session: Session, *, now: datetime = NOON, workplaces: int = 1, **changes: object
) -> Organisation:
    """An employer that Enhetsregisteret has confirmed and whose workplaces are read, with a contact, not yet leader."""
    answer = unit(**changes)  # type: ignore[arg-type]  # passed on as they are
    act = Act(session, person(session, "Kontakt Kontaktsen").id, now)
    organisation = register_organisation(act, typed_number=answer.orgnr, answer=answer)
    take_all(act, organisation, workplaces_of(answer.name, workplaces))
    return organisation


def refused_later(
    session: Session, organisation: Organisation, reason: RefusalReason = RefusalReason.BANKRUPT
) -> Organisation:
    """An employer of which Enhetsregisteret says, after it was confirmed, that it cannot take part."""
    return apply_register_answer(Act(session, None, NOON), organisation.id, answer=Refused(reason))


def leader_of(session: Session, organisation: Organisation, name: str = "Lars Leder", *, now: datetime = NOON) -> User:
    """A confirmed leader of an employer."""
    user = person(session, name, now=now)
    give_role(Act(session, None, now), user=user, role=Role.LEADER, organisation_id=organisation.id)
    return user


def employee_of(
    session: Session, organisation: Organisation, name: str = "Mona Medarbeider", *, now: datetime = NOON
) -> User:
    """An employee of an employer, who may draft."""
    user = person(session, name, now=now)
    give_role(Act(session, None, now), user=user, role=Role.EMPLOYEE, organisation_id=organisation.id)
    return user
