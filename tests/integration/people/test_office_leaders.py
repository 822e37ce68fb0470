"""The leader of a NAV office: gives and takes the roles there, sees figures, and no candidate."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.progress.current import current_progress
from ground.act import Act
from ground.outbox import OutboxMessage
from matching.progress.rules.steps import SteppedTable
from register.people.models import User
from register.roles import giving
from register.roles.errors import GiverIsGone
from register.roles.grants import living_grants, take_role
from register.roles.mails import RoleMail
from register.roles.models import RoleProposal
from register.roles.types import Role
from tests.factories.candidates import candidate
from tests.factories.register import counsellor, office, office_leader, person, person_with_role
from tests.support.client import PageClient
from tests.support.paged import row_of
from tests.support.world import NOON


@pytest.fixture
def leader(browser: PageClient, session: Session) -> User:
    user = office_leader(session, name="Lise Leder")
    browser.sign_in(user)
    return user


def here(session: Session) -> str:
    return f"/nav-kontor/{office(session).id}"


def offer(browser: PageClient, session: Session, **values: str) -> None:
    browser.get(f"{here(session)}/roller/gi")
    browser.submit({"email": "ny@nav.test", "name": "Nils Ny", "role": "counsellor", **values}, button="Tilby rollen")


def test_a_leader_offers_a_role_that_holds_when_the_person_accepts(
    browser: PageClient, session: Session, leader: User
) -> None:
    browser.get("/hjem")
    assert browser.address == f"{here(session)}/"
    offer(browser, session)
    assert "ny@nav.test har fått en e-post" in browser.text
    new = session.scalars(select(User).where(User.email == "ny@nav.test")).one()
    assert living_grants(session, user_id=new.id) == []
    assert [(one.kind, one.recipient) for one in session.scalars(select(OutboxMessage))] == [
        (RoleMail.ROLE_OFFERED, "ny@nav.test")
    ]
    browser.sign_in(new).get("/hjem")
    assert "Tilbudt av Lise Leder, som er kontorleder." in browser.text
    browser.submit(button="Ja, jeg tar imot")
    assert browser.address == "/veileder/"
    [answered] = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == RoleMail.ROLE_ANSWERED))
    assert (answered.recipient, answered.params["party"]) == (leader.email, "office")
    browser.sign_in(leader).get(f"{here(session)}/roller")
    assert "Veileder" in row_of(browser, "Nils Ny")
    assert "Kontorlederen Lise Leder" in browser.text


def test_an_offer_is_taken_back_by_whoever_made_it(browser: PageClient, session: Session, leader: User) -> None:
    offer(browser, session)
    made = session.scalars(select(RoleProposal)).one()
    browser.sign_in(office_leader(session, name="En Annen Leder")).get("/konto")
    browser.post(f"{here(session)}/roller/tilbud/{made.id}/trekk", status=404)
    browser.sign_in(leader).get(f"{here(session)}/roller")
    browser.submit(button="Trekk tilbudet")
    assert "Nils Ny" not in browser.text


def test_a_leader_gives_nothing_to_themself(browser: PageClient, session: Session, leader: User) -> None:
    offer(browser, session, email=leader.email or "")
    assert "Ingen gir, foreslår eller bekrefter noe for seg selv" in browser.text
    assert session.scalars(select(RoleProposal)).all() == []


def test_a_leader_sees_no_candidate_until_another_makes_them_counsellor(
    browser: PageClient, session: Session, leader: User
) -> None:
    young = candidate(session)
    for page in ("", "kontoret", f"kandidater/{young.id}", "plasseringer"):
        browser.get(f"/veileder/{page}", status=403)
    for page in ("", "/roller"):
        browser.get(f"{here(session)}{page}" + ("/" if not page else ""))
        assert young.first_name not in browser.text
    another = office_leader(session, name="En Annen Leder")
    made = giving.offer_at_office(
        Act(session, another.id, NOON),
        email=leader.email or "",
        name="Lise",
        role=Role.COUNSELLOR,
        nav_office_id=office(session).id,
    )
    giving.accept(Act(session, leader.id, NOON), proposal_id=made.id)
    browser.get(f"/veileder/kandidater/{young.id}")
    assert young.first_name in browser.text


def test_who_leads_one_office_and_counsels_at_another_sees_the_candidates_of_the_other_alone(
    browser: PageClient, session: Session
) -> None:
    at_led = candidate(session)
    worker = counsellor(session, office(session, "0219"))
    made = giving.offer_at_office(
        Act(session, office_leader(session).id, NOON),
        email=worker.email or "",
        name="Vera",
        role=Role.OFFICE_LEADER,
        nav_office_id=office(session).id,
    )
    giving.accept(Act(session, worker.id, NOON), proposal_id=made.id)
    browser.sign_in(worker).get(f"/veileder/kandidater/{at_led.id}", status=404)


def test_the_leader_of_another_office_meets_what_is_missing(browser: PageClient, session: Session) -> None:
    worker = counsellor(session)
    grant = living_grants(session, user_id=worker.id)[0]
    browser.sign_in(office_leader(session, office(session, "0219")))
    for page in ("/", "/roller", "/roller/gi", f"/roller/{grant.id}/ta-bort"):
        browser.get(f"{here(session)}{page}", status=404)
    other = office(session, "0219").id
    browser.get(f"/nav-kontor/{other}/roller/{grant.id}/ta-bort", status=404)


def test_a_leader_takes_roles_and_is_told_what_follows_before_the_last_steps_down(
    browser: PageClient, session: Session, leader: User
) -> None:
    worker = counsellor(session, name="Vera Veileder")
    taken = living_grants(session, user_id=worker.id)[0]
    browser.get(f"{here(session)}/roller/{taken.id}/ta-bort")
    assert "eneste leder" not in browser.text
    browser.submit(button="Ta bort rollen")
    assert "Vera Veileder" not in browser.text
    own = living_grants(session, user_id=leader.id)[0]
    browser.get(f"{here(session)}/roller/{own.id}/ta-bort")
    assert "Dette er kontorets eneste leder." in browser.text
    browser.submit(button="Ta bort rollen")
    assert living_grants(session, user_id=leader.id) == []
    browser.get(f"{here(session)}/roller", status=403)


def test_what_a_leader_offered_falls_with_the_role(session: Session) -> None:
    leader = office_leader(session)
    made = giving.offer_at_office(
        Act(session, leader.id, NOON),
        email="ny@nav.test",
        name="Nils",
        role=Role.COUNSELLOR,
        nav_office_id=office(session).id,
    )
    take_role(Act(session, None, NOON), grant_id=living_grants(session, user_id=leader.id)[0].id)
    with pytest.raises(GiverIsGone):
        giving.accept(Act(session, made.user_id, NOON), proposal_id=made.id)


def test_a_county_person_is_not_made_counsellor(browser: PageClient, session: Session, leader: User) -> None:
    analyst = person_with_role(session, Role.ANALYST)
    offer(browser, session, email=analyst.email or "")
    browser.sign_in(analyst).get("/tilbud")
    browser.submit(button="Ja, jeg tar imot")
    assert "Ingen kan ha rollene «Analytiker» og «Veileder» samtidig" in browser.text
    assert [one.role for one in living_grants(session, user_id=analyst.id)] == [Role.ANALYST]


def test_a_leader_is_not_told_what_somebody_is_elsewhere(browser: PageClient, session: Session, leader: User) -> None:
    closed = person(session, "Stengt")
    closed.closed_at = NOON
    known = [closed, person_with_role(session, Role.ANALYST), person_with_role(session, Role.CANDIDATE)]
    session.flush()
    answers = []
    for address in ("ukjent@nav.test", *(one.email or "" for one in known)):
        offer(browser, session, email=address)
        answers.append(browser.text.replace(address, "").count("har fått en e-post og må selv ta imot"))
    assert answers == [1, 1, 1, 1]


def test_the_figure_of_the_municipality_is_told_in_the_published_steps(
    browser: PageClient, session: Session, leader: User
) -> None:
    counsellor(session)
    browser.get(f"{here(session)}/")
    assert "1 veileder" in browser.text
    assert "0–4 jobber har begynt" in browser.text


def test_where_no_step_hides_who_it_is_the_municipality_has_no_figure_and_the_leader_reads_why(
    browser: PageClient, session: Session, leader: User, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.test_request_context():
        figures = current_progress()
    hidden = SteppedTable(dict.fromkeys(figures.by_municipality.cells), figures.by_municipality.total)
    monkeypatch.setattr("app.front.office.current_progress", lambda: replace(figures, by_municipality=hidden))
    browser.get(f"{here(session)}/")
    assert "Tallet for kommunen vises ikke, fordi det ville fortalt om enkeltpersoner." in browser.text
    assert "0–4" not in browser.text


def test_the_list_of_all_roles_is_narrowed_to_an_office(browser: PageClient, session: Session) -> None:
    office_leader(session, name="Lise Leder")
    counsellor(session, office(session, "0219"), name="Anne Annetsted")
    person(session, "Uten Rolle")
    person_with_role(session, Role.CANDIDATE, "Hemmelig Kandidat")
    browser.sign_in(person_with_role(session, Role.ADMINISTRATOR, "Ada Administrator"))
    browser.get("/fylket/roller")
    for name in ("Lise Leder", "Anne Annetsted", "Ada Administrator"):
        assert name in browser.text
    assert "Uten Rolle" not in browser.text
    assert "Hemmelig" not in browser.text
    browser.get(f"/fylket/roller?kontor={office(session).id}")
    assert "Lise Leder" in browser.text
    assert "Anne Annetsted" not in browser.text
