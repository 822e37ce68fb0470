"""Users, as administrators see them: everyone but candidates."""

import uuid

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.outbox import OutboxMessage
from register.people.models import User
from register.roles.grants import give_role, living_grants, take_role
from register.roles.mails import RoleMail
from register.roles.types import Role
from register.sign_in.models import UserSession
from register.sign_in.sessions import open_session
from tests.factories.register import (
    leader_of,
    person,
    person_with_role,
    verified_organisation,
)
from tests.support.client import PageClient
from tests.support.world import NOON


@pytest.fixture
def administrator(browser: PageClient, session: Session) -> User:
    user = person_with_role(session, Role.ADMINISTRATOR, "Ada Administrator")
    browser.sign_in(user)
    return user


def candidate(session: Session, name: str = "Hemmelig Kandidat") -> User:
    return person_with_role(session, Role.CANDIDATE, name)


def roles_of(session: Session, user: User) -> list[Role]:
    session.expire_all()
    return [grant.role for grant in living_grants(session, user_id=user.id)]


def test_candidates_do_not_exist_for_the_county(browser: PageClient, session: Session, administrator: User) -> None:
    person(session, "Synlig Søker")
    young = candidate(session)
    browser.get("/fylket/brukere")
    assert "Synlig Søker" in browser.text
    assert "Hemmelig" not in browser.text
    assert "Hemmelig" not in browser.get("/fylket/roller").get_text()
    browser.get(f"/fylket/brukere?q={young.email}")
    assert "Ingen treff" in browser.text
    browser.get(f"/fylket/brukere/{uuid.uuid4()}", status=404)
    missing = browser.words_alike
    for page in ("", "/rolle", "/steng"):
        browser.get(f"/fylket/brukere/{young.id}{page}", status=404)
        assert browser.words_alike == missing
    browser.post(f"/fylket/brukere/{young.id}/apne", status=404)


def test_of_a_candidate_with_another_role_only_that_role_is_seen(
    browser: PageClient, session: Session, administrator: User
) -> None:
    both = candidate(session, "Kari Begge")
    leader_role = verified_organisation(session, name="Granlia Kafé AS")
    give_role(Act(session, None, NOON), user=both, role=Role.EMPLOYEE, organisation_id=leader_role.id)
    hidden = next(grant for grant in living_grants(session, user_id=both.id) if grant.role is Role.CANDIDATE)
    for page in ("/fylket/brukere?q=Kari", f"/fylket/brukere/{both.id}"):
        browser.get(page)
        assert "Medarbeider" in browser.text
        assert "Kandidat " not in browser.text
    browser.get(f"/fylket/brukere/{both.id}/rolle/{hidden.id}/fjern", status=404)


def test_a_refused_invitation_leaves_the_user_as_they_were(
    browser: PageClient, session: Session, administrator: User
) -> None:
    somebody = person_with_role(session, Role.ANALYST, "")
    browser.get("/fylket/brukere/inviter")
    values = {"email": somebody.email, "name": "Noe Annet", "role": "analyst"}
    browser.submit(values, button="Foreslå")
    assert "har denne rollen allerede" in browser.text
    assert somebody.name == ""


def test_a_role_held_already_is_told_at_the_field(browser: PageClient, session: Session, administrator: User) -> None:
    user = person_with_role(session, Role.ANALYST)
    browser.get(f"/fylket/brukere/{user.id}/rolle")
    browser.submit({"role": "analyst"}, button="Foreslå rollen")
    assert "har denne rollen allerede" in browser.text


def test_a_role_is_taken_back(browser: PageClient, session: Session, administrator: User) -> None:
    user = person_with_role(session, Role.ANALYST, "Anna Analytiker")
    grant = living_grants(session, user_id=user.id)[0]
    browser.get(f"/fylket/brukere/{user.id}/rolle/{grant.id}/fjern")
    browser.submit(button="Ta bort rollen")
    assert roles_of(session, user) == []
    browser.get(f"/fylket/brukere/{user.id}/rolle/{grant.id}/fjern", status=404)


def mails(session: Session) -> set[tuple[str, str]]:
    return {(one.kind, one.recipient) for one in session.scalars(select(OutboxMessage))}


def test_whoever_loses_a_role_or_is_closed_is_told(browser: PageClient, session: Session, administrator: User) -> None:
    analyst, officer = person_with_role(session, Role.ANALYST), person_with_role(session, Role.PROGRAMME_LEAD)
    browser.get(f"/fylket/brukere/{analyst.id}/rolle/{living_grants(session, user_id=analyst.id)[0].id}/fjern")
    browser.submit(button="Ta bort rollen")
    open_session(Act(session, officer.id, NOON), user=officer)
    browser.get(f"/fylket/brukere/{officer.id}/steng")
    browser.submit(button="Steng brukeren")
    session.expire_all()
    assert [one.ended_at for one in session.scalars(select(UserSession).where(UserSession.user_id == officer.id))] == [
        NOON
    ]
    assert mails(session) == {
        (RoleMail.ROLE_TAKEN, analyst.email),
        (RoleMail.USER_CLOSED, officer.email),
    }
    take_role(Act(session, analyst.id, NOON), grant_id=give_role(
        Act(session, None, NOON), user=analyst, role=Role.ANALYST
    ).id)  # fmt: skip
    assert len(mails(session)) == 2  # who steps down knows it


@pytest.mark.parametrize("page", ["steng", "rolle/{grant}/fjern"])
def test_one_who_stops_another_administrator_is_not_unseen(
    browser: PageClient, session: Session, administrator: User, page: str
) -> None:
    gone, third = (person_with_role(session, Role.ADMINISTRATOR, name) for name in ("Geir", "Tove"))
    there = page.format(grant=living_grants(session, user_id=gone.id)[0].id)
    browser.get(f"/fylket/brukere/{gone.id}/{there}")
    browser.submit()
    [told] = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == RoleMail.ADMINISTRATOR_GONE))
    assert (told.recipient, told.params) == (third.email, {"user_id": str(gone.id)})


def test_before_a_user_is_closed_the_page_says_which_employers_lose_their_leader(
    browser: PageClient, session: Session, administrator: User
) -> None:
    alone, shared = (verified_organisation(session, name=name) for name in ("Alene AS", "Delt AS"))
    leader = leader_of(session, alone)
    give_role(Act(session, None, NOON), user=leader, role=Role.LEADER, organisation_id=shared.id)
    leader_of(session, shared)
    browser.get(f"/fylket/brukere/{leader.id}/steng")
    assert "Alene AS har ingen annen leder" in browser.text
    assert "Delt AS" not in browser.text


def test_the_last_administrator_can_neither_be_closed_nor_lose_the_role(
    browser: PageClient, session: Session, administrator: User
) -> None:
    grant = living_grants(session, user_id=administrator.id)[0]
    for page in (f"rolle/{grant.id}/fjern", "steng"):
        there = f"/fylket/brukere/{administrator.id}/{page}"
        browser.get(there)
        assert there not in str(browser.page), "what could only be refused is not offered"
        browser.post(there)  # from a page that was opened before
        assert "minst én administrator" in browser.text
        assert "flask --app wsgi admin create" in browser.text  # nobody can be given the role where there is one alone
    session.refresh(administrator)
    assert administrator.closed_at is None
    assert roles_of(session, administrator) == [Role.ADMINISTRATOR]


def test_the_only_leader_keeps_the_role(browser: PageClient, session: Session, administrator: User) -> None:
    leader = leader_of(session, verified_organisation(session))
    grant = living_grants(session, user_id=leader.id)[0]
    there = f"/fylket/brukere/{leader.id}/rolle/{grant.id}/fjern"
    browser.get(there)
    assert there not in str(browser.page), "what could only be refused is not offered"
    browser.post(there)  # from a page that was opened before
    assert "minst én leder" in browser.text


def test_two_who_change_a_name_at_once_do_not_overwrite_each_other(
    browser: PageClient, session: Session, administrator: User
) -> None:
    user = person(session, "Før Navnesen")
    browser.get(f"/fylket/brukere/{user.id}")
    user.name = "Endret Imens"
    browser.submit({"name": "Endret Etterpå"}, button="Lagre navnet")
    assert "Noe ble endret mens du skrev" in browser.text
    session.refresh(user)
    assert user.name == "Endret Imens"


def test_a_long_list_comes_in_pages(browser: PageClient, session: Session, administrator: User) -> None:
    for number in range(30):
        person(session, f"Mange {number:02}")
    browser.get("/fylket/brukere?q=Mange")
    assert "30 brukere" in browser.text
    assert "Mange 19" in browser.text
    assert "Mange 20" not in browser.text
    following = browser.page.select_one(".pagination a[rel=next]")
    assert following is not None
    browser.get(str(following["href"]))
    assert "Mange 20" in browser.text


@pytest.mark.parametrize("role", [Role.PROGRAMME_LEAD, Role.ANALYST, Role.COUNCIL])
def test_only_administrators_reach_users_and_offices(browser: PageClient, session: Session, role: Role) -> None:
    browser.sign_in(person_with_role(session, role))
    for page in ("brukere", "brukere/inviter", "roller", "roller/forslag", "nav-kontorer", "nav-kontorer/ny"):
        browser.get(f"/fylket/{page}", status=403)
