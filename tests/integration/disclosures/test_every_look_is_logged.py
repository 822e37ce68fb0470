"""Wherever a candidate's name is shown to somebody else, the look is written down; elsewhere no name is shown.

The pages are found as a person finds them: by the links and forms on the pages before them. A new page is thus under
the rule as soon as something leads to it.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask, request
from sqlalchemy import Connection, delete, event, func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.kernel.database import db
from app.kernel.waiting import waiting_list
from ground.act import Act
from ground.engine import may_write
from matching.disclosures.models import CandidateRead
from matching.disclosures.reads import reads
from matching.disclosures.types import ReadWhat
from matching.records.tables.candidate import Candidate
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from tests.factories.candidates import candidate, proposed
from tests.factories.openings import published
from tests.factories.placements import trio
from tests.factories.register import counsellor, employee_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.pages import parsed
from tests.support.world import NOON, StoppedClock

WRITES = re.compile("INSERT|UPDATE|DELETE")
NOT_FOLLOWED = ("/static", "/logg-", "/sprak", "/demo", "/utvikling")
STEPS = ("Drafta", "Agreda", "Starta", "Endeda", "Yessa", "Proposa")


@dataclass
class World:
    """One candidate at each step of the way, all at one employer and in one caseload."""

    worker: User
    leader: User
    employer: Organisation


@pytest.fixture
def world(session: Session) -> World:
    worker = counsellor(session)
    first = trio(session, worker=worker, first_name="Drafta").begin()
    around = {"worker": worker, "employer": first.employer, "leader": first.leader}
    trio(session, **around, first_name="Agreda").agree()  # type: ignore[arg-type]  # the values are of the right kinds
    trio(session, **around, first_name="Starta").agree(starts_on=first.today).start()  # type: ignore[arg-type]  # as above
    trio(session, **around, first_name="Endeda").agree(starts_on=first.today).start().end()  # type: ignore[arg-type]  # as above
    trio(session, **around, first_name="Yessa")  # type: ignore[arg-type]  # as above
    waiting = trio(session, worker=worker, first_name="Proposa")  # said yes, but to another employer
    proposed(session, waiting.person, published(session, first.employer, first.leader))
    return World(worker, first.leader, first.employer)


@pytest.fixture(autouse=True)
def _who_writes_has_said_so(app: Flask) -> Iterator[None]:
    """No page of a walk writes that has opened as a reader: one that logs a look must say so at its route."""
    written: list[str] = []

    def look(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if WRITES.match(statement) and not may_write.get():
            written.append(f"{request.endpoint}: {statement[:60]}")

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", look)
    yield
    event.remove(engine, "before_cursor_execute", look)
    assert written == []


class Walker:
    """Walks all pages that one person finds, and posts every form on them empty, which most refuse."""

    def __init__(self, browser: PageClient, session: Session) -> None:
        self.browser, self.session = browser, session

    def walk(self, start: str) -> Iterator[tuple[str, TestResponse]]:
        """Each address with its answer, redirects not followed. Pages first: a form may end what the walker is here."""
        seen: set[str] = set()
        ahead = [("GET", start)]
        while ahead:
            method, address = ahead.pop(0)
            if (mark := f"{method} {_pattern(address)}") in seen or not _is_ours(address):
                continue
            seen.add(mark)
            answer = self._ask(method, address)
            yield mark, answer
            ahead = sorted(ahead + _ways_on(answer, address), key=lambda way: way[0])

    def _ask(self, method: str, address: str) -> TestResponse:
        self.session.execute(delete(CandidateRead))
        self.session.commit()
        data = {"csrf_token": self.browser.csrf_token()} if method == "POST" else None
        return self.browser.client.open(address, method=method, data=data)

    def logged(self) -> set[str]:
        """Whose reading the last request wrote down."""
        rows = self.session.scalars(
            select(Candidate.first_name).join(CandidateRead, CandidateRead.candidate_id == Candidate.id)
        )
        names = set(rows)
        self.session.rollback()
        return names


def _is_ours(address: str) -> bool:
    return address.startswith("/") and not address.startswith(NOT_FOLLOWED)


def _pattern(address: str) -> str:
    """Pages of one kind are visited for each candidate, but not for each filter."""
    return address.split("?")[0].split("#")[0]


def _ways_on(answer: TestResponse, address: str) -> list[tuple[str, str]]:
    if answer.status_code in (301, 302, 303):
        return [("GET", answer.location)]
    if answer.mimetype != "text/html":
        return []
    page = parsed(answer.text)
    links = [("GET", str(link["href"])) for link in page.find_all("a", href=True)]
    forms = [
        ("POST", str(form.get("action") or address))
        for form in page.find_all("form")
        if str(form.get("method")).lower() == "post"
    ]
    return [*links, *forms]


def names_in(answer: TestResponse) -> set[str]:
    """The candidates whom an answer names, also in an address or a message that it leads on with."""
    return set(re.findall("|".join(STEPS), answer.text + str(answer.headers)))


@dataclass
class Walked:
    """What a walk has found: the candidates who were named, pages that did not write it down, how many pages."""

    named: set[str]
    unlogged: list[str]
    pages: int


def walked(walker: Walker, start: str) -> Walked:
    """Walk all pages and hold each against the log."""
    result = Walked(set(), [], 0)
    for mark, answer in walker.walk(start):
        assert answer.status_code < 500, mark
        found = names_in(answer)
        result.named |= found
        result.pages += 1
        if missing := found - walker.logged():
            result.unlogged.append(f"{mark} names {sorted(missing)}")
    return result


def test_every_page_of_the_counsellor_that_names_a_candidate_writes_the_look_down(
    browser: PageClient, session: Session, world: World
) -> None:
    result = walked(Walker(browser.sign_in(world.worker), session), "/veileder/")
    assert result.unlogged == []
    assert result.named == set(STEPS)
    assert result.pages > 40


def test_every_page_of_the_employer_that_names_a_candidate_writes_the_look_down(
    browser: PageClient, session: Session, world: World
) -> None:
    result = walked(Walker(browser.sign_in(world.leader), session), f"/arbeidsgiver/{world.employer.orgnr}/")
    assert result.unlogged == []
    # Never those who have not said yes to this employer, and no longer those whose placement has ended.
    assert result.named == {"Drafta", "Agreda", "Starta", "Yessa"}
    assert result.pages > 20


def test_the_walk_finds_a_page_that_forgets_to_write_the_look_down(
    browser: PageClient, session: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.disclosures.looks.reads", lambda *_args, **_values: [])
    result = walked(Walker(browser.sign_in(world.leader), session), f"/arbeidsgiver/{world.employer.orgnr}/kandidater")
    assert any("/kandidater names" in one for one in result.unlogged)


def test_others_can_write_while_a_page_that_logs_a_look_is_made(
    browser: PageClient, session: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On SQLite there is one writer at a time, and making a list of people takes its time."""
    made, other_person = [], world.leader.id

    def make_slowly(*args: Any, **values: Any) -> Any:
        with Session(db.engine) as other, other.begin():
            may_write.set(True)
            other.execute(update(User).where(User.id == other_person).values(name="Ny Leder"))
        may_write.set(False)
        made.append(True)
        return waiting_list(*args, **values)

    monkeypatch.setattr("app.front.counsellor.waiting_list", make_slowly)
    browser.sign_in(world.worker)
    session.execute(delete(CandidateRead))
    session.commit()
    browser.get("/veileder/")
    assert made
    assert session.scalar(select(func.count()).select_from(CandidateRead))


def test_a_look_that_cannot_be_written_down_is_not_given(
    browser: PageClient, session: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(*args: Any, **values: Any) -> list[CandidateRead]:
        rows = reads(*args, **values)
        for row in rows:
            row.candidate_id = uuid.UUID(int=0)
        return rows

    monkeypatch.setattr("app.disclosures.looks.reads", nobody)
    browser.sign_in(world.worker)
    candidate_id = session.scalars(select(Candidate.id).where(Candidate.first_name == "Starta")).one()
    browser.get(f"/veileder/kandidater/{candidate_id}", 500)
    assert "Starta" not in browser.text


@pytest.mark.parametrize(
    "role", [Role.PROGRAMME_LEAD, Role.ANALYST, Role.COUNCIL, Role.ADMINISTRATOR, Role.CERTIFIER, Role.EMPLOYEE, None]
)
def test_nobody_else_reads_the_name_of_a_candidate(
    browser: PageClient, session: Session, world: World, role: Role | None
) -> None:
    start = {Role.EMPLOYEE: f"/arbeidsgiver/{world.employer.orgnr}/", Role.CERTIFIER: "/sertifisor/", None: "/"}.get(
        role, "/fylket/"
    )
    if role is Role.EMPLOYEE:
        browser.sign_in(employee_of(session, world.employer))
    elif role is not None:
        browser.sign_in(person_with_role(session, role))
    walker = Walker(browser, session)
    for mark, answer in walker.walk(start):
        assert answer.status_code < 500, mark
        assert not names_in(answer), mark
        assert not walker.logged(), mark


def test_who_leads_two_employers_is_written_down_for_each_of_them(browser: PageClient, session: Session) -> None:
    here = trio(session).begin()
    other = verified_organisation(session, name="Annen bedrift AS")
    give_role(Act(session, None, NOON), user=here.leader, role=Role.LEADER, organisation_id=other.id)
    trio(session, worker=here.worker, person=here.person, employer=other, leader=here.leader).begin()
    browser.sign_in(here.leader)
    for employer in (here.employer, other):
        browser.get(f"/arbeidsgiver/{employer.orgnr}/plasseringer")
        assert "Amina" in browser.text
    looks = select(CandidateRead.organisation_id).where(CandidateRead.what == ReadWhat.LIST_ENTRY)
    assert sorted(session.scalars(looks), key=str) == sorted((here.employer.id, other.id), key=str)


def test_a_name_that_stays_in_a_list_is_written_down_again_after_twelve_hours(
    browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    worker = counsellor(session)
    candidate(session, worker)
    logged = []
    for hours in (0, 11, 13):
        clock.at = NOON + timedelta(hours=hours)
        browser.sign_in(worker).get("/veileder/")  # anew each time: a session ends after twelve hours too
        assert "Amina" in browser.text
        logged.append(session.scalar(select(func.count()).select_from(CandidateRead)))
    assert logged == [1, 1, 2]
