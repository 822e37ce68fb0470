"""The people on the public side of the demo: each office's leader and counsellor, certifiers, the county's own."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.demo import people as demo
from app.demo.fiction import names
from app.demo.people import DemoPerson
from ground.act import Act
from register.joining.invitations import make_administrator
from register.organisations.models import NavOffice
from register.organisations.offices import add_missing_offices
from register.organisations.queries import offices
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles import giving
from register.roles.may_give import Wanted
from register.roles.types import Role


@dataclass
class Staff:
    """Everyone who works for NAV, the county, or as a certifier."""

    counsellors: dict[str, User]
    certifiers: list[User]
    deciders: list[User]
    programme_lead: User
    administrator: User
    second_administrator: User

    def counsellor_of(self, office: NavOffice) -> User:
        """The counsellor of an office."""
        return self.counsellors[office.number]


def make_staff(session: Session, now: datetime) -> Staff:
    """Make them all, on the first day: two administrators by the command, everybody else as anybody gets a role."""
    add_missing_offices(session)
    first, second = (
        make_administrator(Act(session, None, now), email=person.email, name=person.name)
        for person in (demo.ADMINISTRATOR, demo.SECOND_ADMINISTRATOR)
    )

    def hire(user: User, role: Role, office_id: UUID | None = None) -> User:
        wanted = Wanted(role, nav_office_id=office_id)
        proposal = giving.propose(Act(session, first.id, now), user=user, wanted=wanted)
        giving.confirm(Act(session, second.id, now), proposal_id=proposal.id)
        giving.accept(Act(session, user.id, now), proposal_id=proposal.id)
        return user

    def counsellor_of(office: NavOffice, leader: User, user: User) -> User:
        by_leader = Act(session, leader.id, now)
        address, role = user.email or "", Role.COUNSELLOR
        offer = giving.offer_at_office(by_leader, email=address, name=user.name, role=role, nav_office_id=office.id)
        giving.accept(Act(session, user.id, now), proposal_id=offer.id)
        return user

    programme_lead = hire(_demo_user(session, demo.PROGRAMME_LEAD, now), Role.PROGRAMME_LEAD)
    council = [hire(_demo_user(session, demo.COUNCIL, now), Role.COUNCIL)]
    council += [hire(_user(session, name, now), Role.COUNCIL) for name in names().council]
    hire(_demo_user(session, demo.ANALYST, now), Role.ANALYST)
    certifiers = [hire(_demo_user(session, demo.CERTIFIER, now), Role.CERTIFIER)]
    certifiers += [hire(_user(session, name, now), Role.CERTIFIER) for name in names().certifiers]
    _demo_user(session, demo.NEWCOMER, now)
    counsellors = {}
    in_order = sorted(offices(session), key=lambda one: one.number)
    for office, name, leads in zip(in_order, names().counsellors, names().office_leaders, strict=True):
        own = office.name == "Nav Lillestrøm"
        leader = _demo_user(session, demo.OFFICE_LEADER, now) if own else _user(session, leads, now)
        person = _demo_user(session, demo.COUNSELLOR, now) if own else _user(session, name, now)
        hire(leader, Role.OFFICE_LEADER, office.id)
        counsellors[office.number] = counsellor_of(office, leader, person)
    return Staff(counsellors, certifiers, [programme_lead, *council], programme_lead, first, second)


def propose_one_more(session: Session, staff: Staff, now: datetime) -> None:
    """The second administrator proposes a certifier, and the first has not looked yet."""
    name = names().proposed_certifier
    giving.invite(
        Act(session, staff.second_administrator.id, now),
        email=demo_address(name),
        name=name,
        wanted=Wanted(Role.CERTIFIER),
    )


def _demo_user(session: Session, person: DemoPerson, now: datetime) -> User:
    return find_or_create_user(Act(session, None, now), email=person.email, name=person.name)


def _user(session: Session, name: str, now: datetime) -> User:
    return find_or_create_user(Act(session, None, now), email=demo_address(name), name=name)


def demo_address(name: str) -> str:
    """An address in the demo made of a name."""
    plain = name.lower().replace("å", "a").replace("ø", "o").replace("æ", "ae").replace(" ", ".")
    return f"{plain}@{demo.DOMAIN}"
