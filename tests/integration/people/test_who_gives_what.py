"""Every role against every grant: who may give what, at every door that gives."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.errors import DomainError
from register.joining.colleagues import invite_colleague
from register.organisations.models import Organisation
from register.people.models import User
from register.roles import giving
from register.roles.closing import close_user
from register.roles.grants import living_grants
from register.roles.may_give import REOPENING, Wanted
from register.roles.models import RoleGrant
from register.roles.types import OFFICE_ROLES, ORGANISATION_ROLES, Role
from tests.factories.register import (
    counsellor,
    employee_of,
    leader_of,
    office,
    office_leader,
    person,
    person_with_role,
    verified_organisation,
)
from tests.factories.roles import administrators, offered_role
from tests.support.client import PageClient
from tests.support.world import NOON

R = Role
NOBODY = "nobody at all"
GIVES: dict[str, set[Role]] = {
    R.ADMINISTRATOR: {
        R.LEADER, R.EMPLOYEE, R.OFFICE_LEADER, R.CERTIFIER, R.PROGRAMME_LEAD, R.ANALYST, R.COUNCIL, R.ADMINISTRATOR,
    },
    R.OFFICE_LEADER: {R.COUNSELLOR, R.OFFICE_LEADER},
    R.LEADER: {R.LEADER, R.EMPLOYEE},
}  # fmt: skip
"""Who begins to give what: the county with a proposal, the office's leader with an offer, the employer's leader with an
invitation. Everybody else gives nothing; a candidate's role comes with the counsellor's code, and stands in no door."""
NOT_AT_AN_OFFICE_WITH_A_LEADER = {R.OFFICE_LEADER}
GIVERS = [NOBODY, *Role]


class Doors:
    """An employer and an office with its leader, and everybody who might knock."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.employer: Organisation = verified_organisation(session)
        self.led, self.unled = office(session), office(session, "0219")

    def giver(self, role: str) -> User:
        match role:
            case R.LEADER:
                return leader_of(self.session, self.employer)
            case R.EMPLOYEE:
                return employee_of(self.session, self.employer)
            case R.COUNSELLOR:
                return counsellor(self.session, self.led)
            case R.OFFICE_LEADER:
                return office_leader(self.session, self.led)
        return person(self.session) if role == NOBODY else person_with_role(self.session, Role(role))

    def where(self, role: Role, *, led: bool) -> Wanted:
        return Wanted(
            role,
            organisation_id=self.employer.id if role in ORGANISATION_ROLES else None,
            nav_office_id=(self.led if led else self.unled).id if role in OFFICE_ROLES else None,
        )


@pytest.mark.parametrize("wanted", list(Role))
@pytest.mark.parametrize("role", GIVERS)
def test_each_role_begins_to_give_what_the_table_says_and_nothing_else(
    session: Session, role: str, wanted: Role
) -> None:
    doors = Doors(session)
    giver = doors.giver(role)
    act = Act(session, giver.id, NOON)

    def proposes() -> object:
        return giving.propose(act, user=person(session), wanted=doors.where(wanted, led=False))

    def offers() -> object:
        return giving.offer_at_office(act, email="ny@plass.test", name="Ny", role=wanted, nav_office_id=doors.led.id)

    begun = {door for door, do in (("county", proposes), ("office", offers)) if succeeds(session, do)}
    expected = set()
    if wanted in GIVES.get(role, set()) and role == R.ADMINISTRATOR:
        expected.add("county")
    if wanted in GIVES.get(role, set()) and role == R.OFFICE_LEADER:
        expected.add("office")
    assert begun == expected
    held = session.scalar(
        select(func.count(RoleGrant.id)).where(RoleGrant.granted_by_id == giver.id, RoleGrant.revoked_at.is_(None))
    )
    assert held == 0  # and nothing holds yet, whoever began


@pytest.mark.parametrize("wanted", list(Role))
def test_where_an_office_has_a_leader_the_county_gives_nothing(session: Session, wanted: Role) -> None:
    doors = Doors(session)
    office_leader(session, doors.led)
    first, _ = administrators(session)
    act = Act(session, first.id, NOON)

    def proposes() -> object:
        return giving.propose(act, user=person(session), wanted=doors.where(wanted, led=True))

    allowed = GIVES[R.ADMINISTRATOR] - NOT_AT_AN_OFFICE_WITH_A_LEADER
    assert succeeds(session, proposes) == (wanted in allowed)


@pytest.mark.parametrize("role", GIVERS)
def test_only_administrators_confirm_refuse_or_open(session: Session, role: str) -> None:
    doors = Doors(session)
    two = administrators(session)
    closed = person_with_role(session, Role.ANALYST)
    close_user(Act(session, two[0].id, NOON), user_id=closed.id)
    waiting = giving.propose(Act(session, two[0].id, NOON), user=person(session), wanted=Wanted(Role.ANALYST))
    act = Act(session, doors.giver(role).id, NOON)
    doings: list[Callable[[], object]] = [
        lambda: giving.propose(act, user=closed, wanted=REOPENING),
        lambda: giving.refuse(act, proposal_id=waiting.id, reason="Nei."),
        lambda: giving.confirm(act, proposal_id=waiting.id),
    ]
    for do in doings:
        assert succeeds(session, do) == (role == R.ADMINISTRATOR)
        if role == R.ADMINISTRATOR and waiting.closed_at is not None:
            waiting = giving.propose(Act(session, two[0].id, NOON), user=person(session), wanted=Wanted(Role.COUNCIL))


@pytest.mark.parametrize("wanted", sorted(GIVES[R.ADMINISTRATOR]))
def test_whatever_the_county_gives_holds_after_three_people_and_not_before(session: Session, wanted: Role) -> None:
    doors = Doors(session)
    offer = offered_role(session, administrators(session), person(session), doors.where(wanted, led=False))
    assert living_grants(session, user_id=offer.user_id) == []
    giving.accept(Act(session, offer.user_id, NOON), proposal_id=offer.id)
    assert [one.role for one in living_grants(session, user_id=offer.user_id)] == [wanted]


DOORS = {
    "/fylket/brukere/inviter": {R.ADMINISTRATOR},
    "/fylket/roller": {R.ADMINISTRATOR},
    "/fylket/roller/forslag": {R.ADMINISTRATOR},
    "/nav-kontor/{office}/roller/gi": {R.OFFICE_LEADER},
    "/arbeidsgiver/{orgnr}/kolleger/inviter": {R.LEADER},
}


@pytest.mark.parametrize("role", GIVERS)
def test_each_role_reaches_the_doors_where_it_gives_and_no_other(
    browser: PageClient, session: Session, role: str
) -> None:
    doors = Doors(session)
    browser.sign_in(doors.giver(role))
    places = {address: address.format(office=doors.led.id, orgnr=doors.employer.orgnr) for address in DOORS}
    session.commit()  # what was read holds the database, and who is refused is written down
    reached = {address for address, place in places.items() if browser.client.get(place).status_code == 200}
    assert reached == {address for address, roles in DOORS.items() if role in roles}


def test_a_leader_invites_colleagues_as_before(session: Session) -> None:
    doors = Doors(session)
    act = Act(session, doors.giver(R.LEADER).id, NOON)
    for role in sorted(GIVES[R.LEADER]):
        address = f"{role}@plass.test"
        assert invite_colleague(act, organisation=doors.employer, email=address, name="Ny", role=role)


def succeeds(session: Session, do: Callable[[], object]) -> bool:
    """Whether it is done, or refused by a rule of ours without a trace."""
    with session.begin_nested() as attempt:
        try:
            do()
        except DomainError:
            attempt.rollback()
            return False
    return True
