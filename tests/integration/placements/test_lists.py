"""Lists of candidates and placements, page by page: the counsellor's and the employer's."""

import itertools
import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.waiting import MOST_AT_FIRST
from matching.disclosures.models import CandidateRead
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from matching.records.types import ApprovalParty
from matching.waiting.next_step import NextStep
from matching.waiting.overview import rows_page, urgency
from register.organisations.models import Organisation
from register.people.models import User
from tests.factories import candidates as make
from tests.factories.openings import TODAY, published
from tests.factories.placements import Trio, trio
from tests.factories.register import counsellor, leader_of, verified_organisation
from tests.support.client import PageClient
from tests.support.paged import PAGE_SIZE, check_walk
from tests.support.world import NOON

ID = r"[0-9a-f-]{36}"
MANY = PAGE_SIZE + 3
LONG_AGO = NOON - timedelta(days=60)


@pytest.fixture
def worker(session: Session) -> User:
    return counsellor(session)


@pytest.fixture
def employer(session: Session) -> Organisation:
    return verified_organisation(session, now=LONG_AGO)


@pytest.fixture
def leader(session: Session, employer: Organisation) -> User:
    return leader_of(session, employer, now=LONG_AGO)


def meeting(session: Session, worker: User, employer: Organisation, leader: User, *, long_ago: bool = False) -> Trio:
    return trio(session, worker=worker, employer=employer, leader=leader, now=LONG_AGO if long_ago else NOON)


def test_the_counsellors_candidates_and_the_offices(session: Session, browser: PageClient, worker: User) -> None:
    for _ in range(MANY):
        make.candidate(session, worker)
    browser.sign_in(worker)
    for address in ("/veileder/", "/veileder/kontoret"):
        check_walk(browser, address, rf"/veileder/kandidater/{ID}", MANY)
        assert f"{MANY} kandidater" in browser.text


def test_whose_name_stands_on_no_page_that_was_opened_is_not_logged(
    session: Session, browser: PageClient, worker: User
) -> None:
    for _ in range(MANY):
        make.candidate(session, worker)
    browser.sign_in(worker).get("/veileder/kontoret?side=2")
    assert len(session.scalars(select(CandidateRead)).all()) == MANY - PAGE_SIZE


def test_the_database_knows_the_same_next_step_as_the_rule(session: Session, worker: User) -> None:
    """Everybody's step by the rule is the one at the place by which the database sorts them."""
    opening = published(session, positions=9)
    for paused, few_answers, stage in itertools.product((False, True), (False, True), range(7)):
        asked: dict[str, object] = dict.fromkeys(("interests", "days", "skills")) if few_answers else {}
        person = make.candidate(session, worker, now=NOON, email=None, **asked)
        _bring_to(session, worker, person, stage)
        if paused:
            person.paused_at = NOON
    session.flush()
    assert opening.positions == 9

    place = {row.id: row.place for row in session.execute(select(Candidate.id, urgency().label("place")))}
    first = rows_page(session, queries.at_offices([_office(session)]), today=TODAY)
    second = rows_page(session, queries.at_offices([_office(session)]), today=TODAY, page=2)
    rows = [*first.rows, *second.rows]
    assert {row.candidate.id: row.step for row in rows} == {key: list(NextStep)[at] for key, at in place.items()}
    assert {row.step for row in rows} == set(NextStep)
    assert [list(NextStep).index(row.step) for row in rows] == sorted(place.values()), "the most urgent first"


def _office(session: Session) -> uuid.UUID:
    return session.scalars(select(Candidate.nav_office_id).distinct()).one()


def _bring_to(session: Session, worker: User, person: Candidate, stage: int) -> None:
    """Nothing; proposed; the candidate's yes; the employer's; approved by all; at work; over."""
    if stage == 1:
        make.proposed(session, person, published(session))
    if stage < 2:
        return
    three = trio(session, worker=worker, person=person, now=LONG_AGO if stage > 4 else NOON)
    if stage == 3:
        three.begin()
    if stage >= 4:
        three.agree()
    if stage >= 5:
        three.start()
    if stage == 6:
        three.end()


def test_placements_of_the_office_and_at_the_employer(
    session: Session, browser: PageClient, worker: User, employer: Organisation, leader: User
) -> None:
    for _ in range(MANY):
        meeting(session, worker, employer, leader).begin()
    browser.sign_in(worker)
    check_walk(browser, "/veileder/plasseringer", rf"/veileder/plasseringer/{ID}", MANY)
    assert f"{MANY} avtaler" in browser.text
    browser.sign_in(leader)
    start = f"/arbeidsgiver/{employer.orgnr}/plasseringer"
    check_walk(browser, start, rf"{start}/{ID}", MANY)


def test_what_may_wait_for_the_reader_stands_before_what_is_newer(
    session: Session, browser: PageClient, worker: User, employer: Organisation, leader: User
) -> None:
    due = meeting(session, worker, employer, leader, long_ago=True).agree()
    for _ in range(PAGE_SIZE):
        meeting(session, worker, employer, leader).agree()
    for user, start in ((worker, "/veileder"), (leader, f"/arbeidsgiver/{employer.orgnr}")):
        browser.sign_in(user)
        together = check_walk(browser, f"{start}/plasseringer", rf"{start}/plasseringer/{ID}", PAGE_SIZE + 1)
        assert together[0] == f"{start}/plasseringer/{due.placement.id}"


def test_what_is_over_has_pages_of_its_own(
    session: Session, browser: PageClient, worker: User, employer: Organisation, leader: User
) -> None:
    for _ in range(MANY):
        over = meeting(session, worker, employer, leader, long_ago=True).agree().start().end()
    browser.sign_in(worker)
    check_walk(browser, "/veileder/plasseringer?vis=tidligere", rf"/veileder/plasseringer/{ID}", MANY)
    browser.sign_in(leader)
    past = f"/arbeidsgiver/{employer.orgnr}/plasseringer?vis=tidligere"
    browser.get(past)
    assert f"{MANY} avtaler" in browser.text
    assert over.person.first_name not in browser.text
    assert len(browser.page.select("main .entry")) == PAGE_SIZE
    browser.get(str(browser.page.select("a[rel=next]")[0]["href"]))
    assert len(browser.page.select("main .entry")) == MANY - PAGE_SIZE
    browser.get(f"/arbeidsgiver/{employer.orgnr}/plasseringer")
    assert "Ingen er på vei inn eller i gang akkurat nå" in browser.text


def test_what_is_late_comes_first_and_seven_stand_on_the_first_page_until_all_are_asked_for(
    session: Session, browser: PageClient, worker: User, employer: Organisation, leader: User
) -> None:
    for _ in range(MANY):
        meeting(session, worker, employer, leader).begin().write().approve(
            ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE
        )
    late = meeting(session, worker, employer, leader, long_ago=True).agree()
    browser.sign_in(worker)
    browser.get("/veileder/")
    rows = browser.page.select("ul.waiting > li")
    assert len(rows) == MOST_AT_FIRST
    assert rows[0].select_one(f'a[href="/veileder/plasseringer/{late.placement.id}/oppstart"]') is not None
    assert f"Vis alle ({MANY + 1})" in browser.text
    browser.get("/veileder/?vis=alle")
    assert len(browser.page.select("ul.waiting > li")) == MANY + 1
    browser.get("/veileder/?side=2")
    assert browser.page.select("ul.waiting") == []


def test_those_who_said_yes_and_wait_for_an_answer_come_first(
    session: Session, browser: PageClient, worker: User, employer: Organisation, leader: User
) -> None:
    waiting = [meeting(session, worker, employer, leader) for _ in range(3)]
    for _ in range(PAGE_SIZE):
        meeting(session, worker, employer, leader).begin()
    browser.sign_in(leader)
    start = f"/arbeidsgiver/{employer.orgnr}"
    browser.get(f"{start}/kandidater")
    assert f"{PAGE_SIZE + 3} ja til plasser hos dere" in browser.text
    forms = [str(form["action"]) for form in browser.page.select("main form")]
    assert sorted(forms) == sorted(f"{start}/forslag/{one.proposal.id}/svar" for one in waiting)
    check_walk(browser, f"{start}/kandidater", rf"{start}/plasseringer/{ID}|{start}/forslag/{ID}/.*", PAGE_SIZE + 3)
