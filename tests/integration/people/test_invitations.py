"""Inviting a colleague: nothing is told of whose address it is, and nobody is one without a yes of their own."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.people.jobs import lapse_and_forget_invitations
from ground.act import Act
from ground.outbox import OutboxMessage
from register.joining.access import ask_for_access, open_requests_of
from register.joining.colleagues import invite_colleague
from register.joining.mails import JoiningMail
from register.joining.models import Invitation
from register.joining.types import InvitationState
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.closing import close_user
from register.roles.grants import living_grants, take_role
from register.roles.types import Role
from tests.factories.register import employee_of, leader_of, person, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

OpenBrowser = Callable[[], PageClient]


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session)


@pytest.fixture
def leader(session: Session, organisation: Organisation) -> User:
    return leader_of(session, organisation, "Lars Leder")


def pages(organisation: Organisation) -> str:
    return f"/arbeidsgiver/{organisation.orgnr}/kolleger"


def invite(browser: PageClient, organisation: Organisation, email: str, role: str = "employee") -> str:
    browser.get(f"{pages(organisation)}/inviter")
    browser.submit({"email": email, "name": "Typet Navn", "role": role}, button="Send invitasjonen")
    return browser.text


def roles_at(session: Session, user: User, organisation: Organisation) -> list[Role]:
    session.expire_all()
    found = living_grants(session, user_id=user.id)
    return [grant.role for grant in found if grant.organisation_id == organisation.id]


def test_pages_tell_no_more_of_a_known_a_closed_and_an_unknown_address_than_was_typed(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    known, closed = person(session, "Kjent Person"), person(session, "Stengt Person")
    close_user(Act(session, leader.id, NOON), user_id=closed.id)
    elsewhere = leader_of(session, verified_organisation(session, name="Annet AS"), "Annen Leder")
    names = [user.name for user in (known, closed, elsewhere)]
    addresses = [str(known.email), str(closed.email), str(elsewhere.email), "ukjent@granlia.test"]
    browser.sign_in(leader)
    first, again = set(), set()
    for address in addresses:
        first.add(invite(browser, organisation, address).replace(address, "ADRESSEN"))
        assert f"{address} Medarbeider Invitert 23." in browser.text
        assert not any(name in browser.text for name in names)
        again.add(invite(browser, organisation, address).replace(address, "ADRESSEN"))
        browser.get(pages(organisation))
        browser.submit(button="Trekk invitasjonen til Typet Navn")
    assert (len(first), len(again)) == (1, 1)
    invited = select(OutboxMessage.recipient).where(OutboxMessage.kind == JoiningMail.COLLEAGUE_INVITED)
    assert set(session.scalars(invited)) == {known.email, elsewhere.email, "ukjent@granlia.test"}
    assert session.scalar(select(User).where(User.email == "ukjent@granlia.test")) is None


def test_the_invited_says_yes_after_sign_in_and_is_then_called_by_their_own_name(
    browser: PageClient, open_browser: OpenBrowser, session: Session, organisation: Organisation, leader: User
) -> None:
    known = person(session, "Kjent Person")
    invite(browser.sign_in(leader), organisation, str(known.email), "leader")
    assert roles_at(session, known, organisation) == []
    theirs = open_browser().sign_in(known)
    theirs.get(pages(organisation), status=404)
    theirs.get("/hjem")
    assert "Lars Leder inviterer deg som leder" in theirs.text
    theirs.submit(button=f"Si ja til {organisation.name}")
    assert theirs.address == f"/arbeidsgiver/{organisation.orgnr}/"
    assert roles_at(session, known, organisation) == [Role.LEADER]
    browser.get(pages(organisation))
    assert "Kjent Person" in browser.text
    assert "Typet Navn" not in browser.text


def test_one_without_a_name_is_called_as_the_leader_typed(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    nameless = person(session, "")
    invite(browser.sign_in(leader), organisation, str(nameless.email))
    browser.sign_in(nameless).get("/invitasjoner")
    browser.submit(button="Si ja")
    session.refresh(nameless)
    assert nameless.name == "Typet Navn"


def test_the_invited_says_no_and_the_leaders_see_it_without_a_name_of_theirs(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    known = person(session, "Kjent Person")
    invite(browser.sign_in(leader), organisation, str(known.email))
    browser.sign_in(known).get("/invitasjoner")
    browser.submit(button="Nei takk")
    assert roles_at(session, known, organisation) == []
    browser.sign_in(leader).get(pages(organisation))
    assert "Takket nei" in browser.text
    assert "Kjent Person" not in browser.text


def test_asked_again_while_it_waits_it_does_nothing_twice(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    browser.sign_in(leader)
    for _ in range(2):
        shown = invite(browser, organisation, "ny@granlia.test")
    assert "er invitert allerede" in shown
    assert len(session.scalars(select(OutboxMessage)).all()) == 1


def test_it_is_answered_once_and_by_nobody_else(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    known = person(session)
    invite(browser.sign_in(leader), organisation, str(known.email))
    [invitation] = session.scalars(select(Invitation))
    for stranger in (person(session), leader, employee_of(session, organisation)):
        browser.sign_in(stranger).get("/konto")
        browser.post(f"/invitasjoner/{invitation.id}/ja", status=404)
    browser.sign_in(employee_of(session, organisation)).get("/konto")
    browser.post(f"{pages(organisation)}/invitasjoner/{invitation.id}/trekk", status=403)
    browser.sign_in(known).get("/konto")
    browser.post(f"/invitasjoner/{invitation.id}/nei")
    browser.post(f"/invitasjoner/{invitation.id}/ja", status=404)
    assert roles_at(session, known, organisation) == []


@pytest.mark.parametrize("why", ["too old", "taken back", "the leader is gone", "the leader is closed"])
def test_an_invitation_that_no_longer_stands_lets_nobody_in_and_may_be_sent_anew(
    browser: PageClient, session: Session, organisation: Organisation, leader: User, clock: StoppedClock, why: str
) -> None:
    known, other = person(session), leader_of(session, organisation, "Lotte Leder")
    act = Act(session, leader.id, NOON)
    invitation = invite_colleague(act, organisation=organisation, email=str(known.email), name="N", role=Role.LEADER)
    if why == "too old":
        clock.forward(days=30)
    elif why == "taken back":
        browser.sign_in(other).get(pages(organisation))
        browser.submit(button="Trekk invitasjonen til N")
    elif why == "the leader is gone":
        [grant] = [one for one in living_grants(session, user_id=leader.id) if one.role is Role.LEADER]
        take_role(Act(session, other.id, NOON), grant_id=grant.id)
    else:
        close_user(Act(session, other.id, NOON), user_id=leader.id)
    browser.sign_in(known).get("/invitasjoner")
    assert "Ingen invitasjoner nå" in browser.text
    browser.post(f"/invitasjoner/{invitation.id}/ja", status=404)
    assert roles_at(session, known, organisation) == []
    assert "er invitert allerede" not in invite(browser.sign_in(other), organisation, str(known.email))


def test_with_a_silent_scheduler_the_leaders_read_the_same_as_with_one_that_runs(
    browser: PageClient, session: Session, organisation: Organisation, leader: User, clock: StoppedClock
) -> None:
    act = Act(session, leader.id, NOON)
    invitation = invite_colleague(act, organisation=organisation, email="ny@plass.test", name="N", role=Role.EMPLOYEE)
    session.commit()
    shown = []
    for days in (0, 29, 1, 29, 1):
        clock.forward(days=days)
        browser.sign_in(leader).get(pages(organisation))
        shown.append(("Invitert" in browser.text, "Svarte ikke" in browser.text, "Trekk invitasjonen" in browser.text))
    stands, lapsed, forgotten = (True, False, True), (False, True, False), (False, False, False)
    assert shown == [stands, stands, lapsed, lapsed, forgotten]
    assert invitation.state is InvitationState.OFFERED, "nothing but the day has told them"


def test_by_the_clock_it_lapses_and_its_name_is_forgotten_a_month_after(
    app: Flask, session: Session, organisation: Organisation, leader: User, clock: StoppedClock
) -> None:
    act = Act(session, leader.id, NOON)
    invite_colleague(act, organisation=organisation, email="ny@plass.test", name="N", role=Role.EMPLOYEE)
    session.commit()
    left = []
    for days in (29, 29, 29, 2):
        clock.forward(days=days)
        with app.app_context():
            lapse_and_forget_invitations()
        session.expire_all()
        left.append([one.state for one in session.scalars(select(Invitation))])
        session.commit()
    assert left == [[InvitationState.OFFERED], [InvitationState.LAPSED], [InvitationState.LAPSED], []]
    assert session.scalar(select(func.count()).select_from(Invitation)) == 0


def test_who_is_let_in_by_invitation_no_longer_asks(
    browser: PageClient, session: Session, organisation: Organisation, leader: User
) -> None:
    known = person(session)
    ask_for_access(Act(session, known.id, NOON), organisation=organisation)
    invite(browser.sign_in(leader), organisation, str(known.email))
    told = {one.recipient: one.kind for one in session.scalars(select(OutboxMessage))}
    assert told == {leader.email: JoiningMail.ACCESS_ASKED, known.email: JoiningMail.COLLEAGUE_INVITED}
    browser.sign_in(known).get("/invitasjoner")
    browser.submit(button="Si ja")
    assert roles_at(session, known, organisation) == [Role.EMPLOYEE]
    assert open_requests_of(session, known.id) == []
