"""The first to register an employer does not lock out the next: who works there too asks to be let in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.outbox import OutboxMessage
from register.joining.access import MOST_ASKINGS, ask_for_access, decline_access
from register.joining.errors import AskedTooOften
from register.joining.mails import JoiningMail
from register.joining.models import AccessRequest
from register.joining.types import AccessState
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.grants import living_grants
from register.roles.types import Role
from tests.factories.register import employee_of, leader_of, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

OpenBrowser = Callable[[], PageClient]


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session)


@pytest.fixture
def asker(session: Session) -> User:
    return person(session, "Nina Neste")


def ask(browser: PageClient, asker: User, organisation: Organisation) -> str:
    browser.sign_in(asker).get(f"/arbeidsgiver/registrer?orgnr={organisation.orgnr}")
    browser.submit(button="Be om tilgang")
    return browser.text


def roles_at(session: Session, user: User, organisation: Organisation) -> list[Role]:
    session.expire_all()
    found = living_grants(session, user_id=user.id)
    return [grant.role for grant in found if grant.organisation_id == organisation.id]


def told(session: Session, kind: JoiningMail) -> set[str]:
    return set(session.scalars(select(OutboxMessage.recipient).where(OutboxMessage.kind == kind)))


def test_a_leader_lets_in_who_asks_as_an_employee(
    browser: PageClient, session: Session, organisation: Organisation, asker: User
) -> None:
    leader, other = leader_of(session, organisation), person_with_role(session, Role.ADMINISTRATOR)
    assert "Du har bedt om tilgang til" in ask(browser, asker, organisation)
    assert told(session, JoiningMail.ACCESS_ASKED) == {leader.email}
    assert other.email not in told(session, JoiningMail.ACCESS_ASKED)
    browser.sign_in(leader).get(f"/arbeidsgiver/{organisation.orgnr}/kolleger")
    assert f"Nina Neste ({asker.email})" in browser.text
    browser.submit(button="Gi Nina Neste tilgang")
    assert roles_at(session, asker, organisation) == [Role.EMPLOYEE]
    assert told(session, JoiningMail.ACCESS_GIVEN) == {asker.email}
    assert "Ber om tilgang" not in browser.text


def test_a_leader_says_no_and_the_asker_is_told_and_may_ask_again(
    browser: PageClient, session: Session, organisation: Organisation, asker: User
) -> None:
    leader = leader_of(session, organisation)
    ask(browser, asker, organisation)
    browser.sign_in(leader).get(f"/arbeidsgiver/{organisation.orgnr}/kolleger")
    browser.submit(button="Si nei til Nina Neste")
    assert roles_at(session, asker, organisation) == []
    assert told(session, JoiningMail.ACCESS_DECLINED) == {asker.email}
    ask(browser, asker, organisation)
    assert len(session.scalars(select(AccessRequest)).all()) == 2


def test_where_there_is_no_leader_two_administrators_say_yes(
    browser: PageClient, session: Session, organisation: Organisation, asker: User
) -> None:
    first = person_with_role(session, Role.ADMINISTRATOR, "Anne Admin")
    second = person_with_role(session, Role.ADMINISTRATOR, "Atle Admin")
    ask(browser, asker, organisation)
    assert told(session, JoiningMail.ACCESS_ASKED) == {first.email, second.email}
    browser.sign_in(first).get("/fylket/tilganger")
    browser.submit(button="Si ja til Nina Neste")
    assert roles_at(session, asker, organisation) == []
    [request] = session.scalars(select(AccessRequest))
    browser.post(f"/fylket/tilganger/{request.id}/ja")
    assert "Nå må en annen administrator" in browser.text
    assert roles_at(session, asker, organisation) == []
    browser.sign_in(second).get("/fylket/tilganger")
    browser.submit(button="Si ja til Nina Neste")
    assert roles_at(session, asker, organisation) == [Role.EMPLOYEE]


def test_an_administrator_does_not_answer_where_a_leader_can_nor_for_themself(
    browser: PageClient, session: Session, organisation: Organisation
) -> None:
    administrator = person_with_role(session, Role.ADMINISTRATOR)
    request = ask_for_access(Act(session, administrator.id, NOON), organisation=organisation)
    browser.sign_in(administrator).get("/konto")
    browser.post(f"/fylket/tilganger/{request.id}/ja")
    assert request.state is AccessState.ASKED
    leader_of(session, organisation)
    other = person_with_role(session, Role.ADMINISTRATOR)
    browser.sign_in(other).get("/konto")
    browser.post(f"/fylket/tilganger/{request.id}/ja", status=404)


def test_only_leaders_of_that_employer_answer(
    browser: PageClient, session: Session, organisation: Organisation, asker: User
) -> None:
    elsewhere = verified_organisation(session)
    request = ask_for_access(Act(session, asker.id, NOON), organisation=organisation)
    browser.sign_in(employee_of(session, organisation)).get(f"/arbeidsgiver/{organisation.orgnr}/kolleger")
    assert "Nina Neste" not in browser.text
    browser.post(f"/arbeidsgiver/{organisation.orgnr}/kolleger/foresporsler/{request.id}/ja", status=403)
    browser.sign_in(leader_of(session, elsewhere)).get("/konto")
    for orgnr, status in ((organisation.orgnr, 404), (elsewhere.orgnr, 404)):
        browser.post(f"/arbeidsgiver/{orgnr}/kolleger/foresporsler/{request.id}/ja", status=status)
    assert roles_at(session, asker, organisation) == []


def test_asking_twice_is_asking_once_and_three_times_a_day_is_enough(
    browser: PageClient, session: Session, organisation: Organisation, asker: User, clock: StoppedClock
) -> None:
    leader_of(session, organisation)
    ask(browser, asker, organisation)
    ask(browser, asker, organisation)
    assert len(session.scalars(select(OutboxMessage)).all()) == 1
    others = [verified_organisation(session, name=f"Nummer {number}") for number in range(MOST_ASKINGS)]
    answers = [ask(browser, asker, other) for other in others]
    assert ["tre ganger" in answer for answer in answers] == [False, False, True]
    clock.forward(days=1, minutes=1)
    assert "tre ganger" not in ask(browser, asker, others[-1])


def test_a_no_is_not_asked_away(session: Session, organisation: Organisation, asker: User) -> None:
    leader = leader_of(session, organisation)
    for day in (0, 2):
        request = ask_for_access(Act(session, asker.id, NOON + timedelta(days=day)), organisation=organisation)
        decline_access(Act(session, leader.id, NOON + timedelta(days=day)), request_id=request.id)
    with pytest.raises(AskedTooOften):
        ask_for_access(Act(session, asker.id, NOON + timedelta(days=4)), organisation=organisation)
    ask_for_access(Act(session, asker.id, NOON + timedelta(days=33)), organisation=organisation)


def test_who_asked_takes_it_back_and_nobody_else_does(
    browser: PageClient, session: Session, organisation: Organisation, asker: User
) -> None:
    leader = leader_of(session, organisation)
    ask(browser, asker, organisation)
    [request] = session.scalars(select(AccessRequest))
    browser.sign_in(person(session)).get("/konto")
    browser.post(f"/be-om-tilgang/{request.id}/trekk", status=404)
    browser.sign_in(asker).get("/arbeidsgiver/registrer")
    browser.submit(button="Trekk forespørselen")
    assert "Du har bedt om tilgang" not in browser.text
    browser.sign_in(leader).get("/konto")
    browser.post(f"/arbeidsgiver/{organisation.orgnr}/kolleger/foresporsler/{request.id}/ja", status=404)


def test_who_works_there_is_not_told_to_ask(browser: PageClient, session: Session, organisation: Organisation) -> None:
    browser.sign_in(employee_of(session, organisation)).get("/konto")
    browser.post("/be-om-tilgang", {"orgnr": organisation.orgnr})
    assert session.scalars(select(AccessRequest)).all() == []
    browser.post("/be-om-tilgang", {"orgnr": "310999999"}, status=404)
