"""What a person is told when the database refuses: the promise by its name, and a mistake of ours as one."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.kernel.errors.broken_constraint import BrokenConstraint, Kind, broken_constraint
from app.kernel.forms.once import SubmittedForm
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.cases.types import DecisionOutcome
from certification.network.models import Gathering
from ground import audit
from ground.act import Act
from ground.base import Base
from register.organisations.models import NavOffice, Organisation
from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import Role
from tests.factories.cases import answering_case
from tests.factories.register import counsellor, leader_of, office, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON

CHANGED = "Noe er endret siden du åpnet siden. Last den på nytt, og prøv igjen."
OUR_MISTAKE = "Noe gikk galt hos oss"
SECRET = "Hemmelig AS"


def an_organisation_twice(session: Session) -> None:
    orgnr = verified_organisation(session).orgnr
    session.add(Organisation(orgnr=orgnr, name=SECRET, registered_at=NOON))
    session.flush()


def a_counsellor_twice_in_one_office(session: Session) -> None:
    worker = counsellor(session)
    there = office(session).id
    session.add(RoleGrant(user_id=worker.id, role=Role.COUNSELLOR, nav_office_id=there, granted_at=NOON))
    session.flush()


def two_open_cases(session: Session) -> None:
    case = a_case(session)
    session.add(
        Assessment(
            organisation_id=case.organisation_id,
            edition_id=case.edition_id,
            level=case.level,
            round=case.round,
            created_at=NOON,
            created_by_id=case.created_by_id,
        )
    )
    session.flush()


def two_decisions_that_wait(session: Session) -> None:
    write_decisions(session, decided=False)


def two_decisions_that_are_final(session: Session) -> None:
    write_decisions(session, decided=True)


def fewer_than_no_employees(session: Session) -> None:
    session.add(Organisation(orgnr="987654321", name=SECRET, employees=-1, registered_at=NOON))
    session.flush()


def a_form_sent_twice(session: Session) -> None:
    sent = {"key": uuid.uuid4(), "user_id": person(session).id, "location": "/", "at": NOON}
    session.execute(insert(SubmittedForm).values(sent))
    session.execute(insert(SubmittedForm).values(sent))


def a_user_twice(session: Session) -> None:
    session.execute(insert(User).values(id=person(session).id, name=SECRET, created_at=NOON))


def a_case_of_no_organisation(session: Session) -> None:
    case = a_case(session)
    session.execute(Assessment.__table__.update().where(Assessment.id == case.id).values(organisation_id=None))


def an_act_of_nobody(session: Session) -> None:
    subject = person(session)
    audit.record(Act(session, uuid.uuid4(), NOON), action="user.changed", subject=subject, said=SECRET)
    session.flush()


def something_unheard_of(_session: Session) -> None:
    raise IntegrityError("INSERT", {}, Exception(SECRET))


def a_case(session: Session) -> Assessment:
    """A case that an employer is answering."""
    organisation = verified_organisation(session)
    return answering_case(session, organisation, leader_of(session, organisation))


def write_decisions(session: Session, *, decided: bool) -> None:
    """Write two decisions in one case, past the service."""
    case = a_case(session)
    certifier, first, second = (person(session) for _ in range(3))
    for _ in range(2):
        session.add(
            Decision(
                assessment_id=case.id,
                outcome=DecisionOutcome.APPROVED,
                reasons="Alt er på plass.",
                certifier_id=certifier.id,
                county_unit=False,
                first_decider_id=first.id,
                first_outside_county=False,
                proposed_at=NOON,
                second_decider_id=second.id if decided else None,
                decided_at=NOON if decided else None,
                rule_version="1",
                answers_hash="",
                edition_fingerprint="",
                verdict={},
            )
        )
    session.flush()


@dataclass(frozen=True)
class Refused:
    """Something that the database refuses, the name that PostgreSQL gives, and what the person is told."""

    write: Callable[[Session], None]
    kind: Kind
    name: str
    sentence: str
    twins: frozenset[str] = frozenset()

    def names_on(self, engine: str) -> frozenset[str]:
        """The names that an engine can give."""
        return frozenset({self.name}) | (self.twins if engine == "sqlite" else frozenset())


OF_A_DECISION = frozenset({"one_waiting_decision_per_assessment", "one_final_decision_per_assessment"})
PROMISES = [
    Refused(
        an_organisation_twice,
        Kind.UNIQUE,
        "organisation_orgnr_unique",
        "Virksomheten er allerede registrert i Plass.",
    ),
    Refused(
        a_counsellor_twice_in_one_office,
        Kind.UNIQUE,
        "one_living_role_of_each_kind_per_office",
        "Personen har denne rollen på kontoret allerede.",
    ),
    Refused(
        two_open_cases,
        Kind.UNIQUE,
        "one_open_assessment_per_organisation",
        "Dere har allerede en sertifisering i gang.",
    ),
    Refused(two_decisions_that_wait, Kind.UNIQUE, "one_waiting_decision_per_assessment", CHANGED, OF_A_DECISION),
    Refused(two_decisions_that_are_final, Kind.UNIQUE, "one_final_decision_per_assessment", CHANGED, OF_A_DECISION),
    Refused(
        a_form_sent_twice,
        Kind.UNIQUE,
        "submitted_form_key",
        "Skjemaet ble sendt to ganger. Vi tok imot det første, så du trenger ikke sende det igjen.",
    ),
    Refused(a_user_twice, Kind.UNIQUE, "user_account_key", CHANGED),
    Refused(fewer_than_no_employees, Kind.CHECK, "organisation_employees_not_negative", CHANGED),
]
MISTAKES = [
    (a_case_of_no_organisation, Kind.NOT_NULL),
    (an_act_of_nobody, Kind.FOREIGN_KEY),
    (something_unheard_of, None),
]


def broken_by(session: Session, write: Callable[[Session], None]) -> BrokenConstraint | None:
    """What the database refuses of what is written."""
    with pytest.raises(IntegrityError) as caught, session.begin_nested():
        write(session)
    return broken_constraint(caught.value, Base.metadata)


def engine_of(session: Session) -> str:
    """Which engine the tests run on."""
    return session.get_bind().dialect.name


@pytest.mark.parametrize("case", PROMISES, ids=lambda case: case.write.__name__)
def test_a_promise_of_the_database_is_known_by_its_name(session: Session, case: Refused) -> None:
    assert broken_by(session, case.write) == BrokenConstraint(case.kind, case.names_on(engine_of(session)))


@pytest.mark.parametrize(("write", "kind"), MISTAKES)
def test_a_mistake_of_ours_is_known_by_its_kind(
    session: Session, write: Callable[[Session], None], kind: Kind | None
) -> None:
    found = broken_by(session, write)
    assert (found.kind if found else None) is kind


class Page:
    """A page that is saved by writing something that the database refuses."""

    def __init__(
        self,
        browser: PageClient,
        session: Session,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.browser, self.monkeypatch, self.capsys = browser, monkeypatch, capsys
        browser.sign_in(person(session)).get("/konto")

    def save(self, write: Callable[[Session], None], *, status: int) -> list[dict[str, Any]]:
        """Save the page; returns what was logged."""
        self.monkeypatch.setattr("app.sign_in.account.accounts.change_user", lambda act, **_values: write(act.session))
        self.capsys.readouterr()
        self.browser.submit({"name": "Kari Nilsen"}, button="Lagre", status=status)
        self.browser.client.application.extensions["statements"].told()  # what `write` sends is no cost of the page
        told = self.capsys.readouterr().out
        assert SECRET not in told, "a log names constraints and never values"
        return [json.loads(line) for line in told.splitlines()]


@pytest.fixture
def page(
    browser: PageClient,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Page:
    return Page(browser, session, monkeypatch, capsys)


@pytest.mark.parametrize("case", PROMISES, ids=lambda case: case.write.__name__)
def test_whoever_meets_a_promise_is_told_in_its_sentence_and_the_log_names_it(
    page: Page, session: Session, case: Refused
) -> None:
    logged = page.save(case.write, status=409)
    assert case.sentence in page.browser.text
    [warning] = [line for line in logged if line["event"] == "constraint"]
    assert warning["kind"] == case.kind.value
    assert warning["name"] == ", ".join(sorted(case.names_on(engine_of(session))))


@pytest.mark.parametrize(("write", "kind"), MISTAKES)
def test_a_mistake_of_ours_is_told_and_logged_as_a_crash(
    page: Page, write: Callable[[Session], None], kind: Kind | None
) -> None:
    logged = page.save(write, status=500)
    assert OUR_MISTAKE in page.browser.text
    assert "Dere har allerede en sak i gang" not in page.browser.text
    [crash] = [line for line in logged if line["event"] == "crash"]
    assert crash["kind"] == "IntegrityError"
    assert not any(line["event"] == "constraint" for line in logged)


def test_what_is_refused_when_the_page_is_done_is_told_in_the_same_way(page: Page, session: Session) -> None:
    office(session, "0231")

    def a_number_that_is_taken(current: Session) -> None:
        current.add(NavOffice(number="0231", name=SECRET, region="", municipality_number="3205"))

    logged = page.save(a_number_that_is_taken, status=409)
    assert "Det finnes allerede et kontor med dette nummeret." in page.browser.text
    assert [line["name"] for line in logged if line["event"] == "constraint"] == ["nav_office_number_unique"]


def test_a_form_sent_twice_at_the_same_moment_creates_once_and_says_that_it_was_received(
    browser: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    form = lead.get("/fylket/samlinger/ny").select_one("main input[name=submit_key]")
    assert form is not None
    values = {"title": "Frokost", "day": "2027-01-14", "begins": "09:00", "ends": "10:30", "place": "Her"}
    monkeypatch.setattr("app.network.county.sent_before", lambda *_, **__: None)  # neither sees the other
    lead.post("/fylket/samlinger/ny", {**values, "submit_key": form["value"]})
    lead.post("/fylket/samlinger/ny", {**values, "submit_key": form["value"]}, status=409)
    assert "Vi tok imot det første" in lead.text
    assert session.scalar(select(func.count()).select_from(Gathering)) == 1
