"""The people on the public side of the demo: counsellors in every office, certifiers, the county's own."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.demo import people as demo
from app.demo.fiction import names
from app.demo.people import DemoPerson
from ground.act import Act
from register.organisations.models import NavOffice
from register.organisations.offices import add_missing_offices
from register.organisations.queries import offices
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role


@dataclass
class Staff:
    """Everyone who works for NAV, the county, or as a certifier."""

    counsellors: dict[str, User]
    certifiers: list[User]
    deciders: list[User]
    programme_lead: User
    administrator: User

    def counsellor_of(self, office: NavOffice) -> User:
        """The counsellor of an office."""
        return self.counsellors[office.number]


def make_staff(session: Session, now: datetime) -> Staff:
    """Make them all, on the first day."""
    add_missing_offices(session)
    administrator = _demo_user(session, demo.ADMINISTRATOR, now)
    give_role(Act(session, None, now), user=administrator, role=Role.ADMINISTRATOR)

    def hire(user: User, role: Role, office_id: UUID | None = None) -> User:
        give_role(Act(session, administrator.id, now), user=user, role=role, nav_office_id=office_id)
        return user

    programme_lead = hire(_demo_user(session, demo.PROGRAMME_LEAD, now), Role.PROGRAMME_LEAD)
    council = [hire(_demo_user(session, demo.COUNCIL, now), Role.COUNCIL)]
    council += [hire(_user(session, name, now), Role.COUNCIL) for name in names().council]
    hire(_demo_user(session, demo.ANALYST, now), Role.ANALYST)
    certifiers = [hire(_demo_user(session, demo.CERTIFIER, now), Role.CERTIFIER)]
    certifiers += [hire(_user(session, name, now), Role.CERTIFIER) for name in names().certifiers]
    _demo_user(session, demo.NEWCOMER, now)
    counsellors = {}
    for office, name in zip(sorted(offices(session), key=lambda one: one.number), names().counsellors, strict=True):
        own = office.name == "Nav Lillestrøm"
        person = _demo_user(session, demo.COUNSELLOR, now) if own else _user(session, name, now)
        counsellors[office.number] = hire(person, Role.COUNSELLOR, office.id)
    return Staff(counsellors, certifiers, [programme_lead, *council], programme_lead, administrator)


def _demo_user(session: Session, person: DemoPerson, now: datetime) -> User:
    return find_or_create_user(Act(session, None, now), email=person.email, name=person.name)


def _user(session: Session, name: str, now: datetime) -> User:
    return find_or_create_user(Act(session, None, now), email=demo_address(name), name=name)


def demo_address(name: str) -> str:
    """An address in the demo made of a name."""
    plain = name.lower().replace("å", "a").replace("ø", "o").replace("æ", "ae").replace(" ", ".")
    return f"{plain}@{demo.DOMAIN}"
