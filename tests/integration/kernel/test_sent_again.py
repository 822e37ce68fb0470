"""Back after a submit and send again: every form that creates leads to where it led the first time."""

import ast
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask, url_for
from sqlalchemy.orm import Session

from app.kernel.forms.once import CreateForm, SubmittedForm
from config import ROOT
from ground.act import Act
from register.joining.authority import request_authority
from register.people.models import User
from register.roles.types import Role
from tests.factories import candidates, cases, openings
from tests.factories.register import (
    employee_of,
    leader_of,
    office,
    office_leader,
    person,
    person_with_role,
    verified_organisation,
)
from tests.support.client import PageClient
from tests.support.world import NOON

LED_TO = "/konto?den-gang"


@dataclass(frozen=True)
class Creating:
    """Who creates, what stands in the address of the form, and how the form is told from others on its page."""

    who: User
    address: dict[str, object] = field(default_factory=dict)
    prefix: str = ""
    values: dict[str, str] = field(default_factory=dict)


def by_leader(session: Session, **values: str) -> Creating:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    cases.answering_case(session, employer, leader)
    return Creating(leader, {"orgnr": employer.orgnr}, **values)


def evidence(session: Session, kind: str) -> Creating:
    made = by_leader(session)
    return Creating(made.who, {**made.address, "criterion_id": "GRU-2"}, f"{kind}-", {"kind": kind})


def copy(session: Session) -> Creating:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    draft = openings.drafted(session, employer, leader)
    return Creating(leader, {"orgnr": employer.orgnr, "opening_id": draft.id})


def proposal(session: Session) -> Creating:
    employer = verified_organisation(session)
    place = openings.published(session, employer, leader_of(session, employer))
    young = candidates.candidate(session)
    return Creating(candidates.keeper_of(session, young), {"candidate_id": young.id, "opening_id": place.id})


def by_worker(session: Session) -> Creating:
    return Creating(candidates.keeper_of(session, candidates.candidate(session)))


def role(session: Session) -> Creating:
    return Creating(person_with_role(session, Role.ADMINISTRATOR), {"user_id": person(session, "Noen Andre").id})


def at_office(session: Session) -> Creating:
    return Creating(office_leader(session), {"office_id": office(session).id})


def of_candidate(session: Session) -> Creating:
    young = candidates.candidate(session)
    return Creating(candidates.keeper_of(session, young), {"candidate_id": young.id})


def by_young_person(session: Session) -> Creating:
    return Creating(candidates.can_sign_in(session, candidates.candidate(session)))


def letter(session: Session) -> Creating:
    employer = verified_organisation(session)
    act = Act(session, employee_of(session, employer).id, NOON)
    asked = request_authority(act, organisation=employer, position="Daglig leder")
    return Creating(person_with_role(session, Role.PROGRAMME_LEAD), {"request_id": asked.id})


CREATING: list[tuple[str, Callable[[Session], Creating]]] = [
    ("employer.assessment_evidence_add", lambda session: evidence(session, "file")),
    ("employer.assessment_evidence_add", lambda session: evidence(session, "link")),
    ("employer.assessment_plan", by_leader),
    ("employer.assessment_start", by_leader),
    ("employer.colleague_invite", by_leader),
    ("employer.confirm_registration", by_leader),
    ("employer.opening_copy", copy),
    ("employer.opening_new", by_leader),
    ("candidate.rights", by_young_person),
    ("counsellor.candidate_code", of_candidate),
    ("counsellor.candidate_new", by_worker),
    ("counsellor.candidate_opening", proposal),
    ("county.authority_request_letter", letter),
    ("county.gathering_new", lambda session: Creating(person_with_role(session, Role.PROGRAMME_LEAD))),
    ("county.office_new", lambda session: Creating(person_with_role(session, Role.ADMINISTRATOR))),
    ("county.user_give_role", role),
    ("office.role_offer", at_office),
    ("county.user_invite", lambda session: Creating(person_with_role(session, Role.ADMINISTRATOR))),
]


@pytest.mark.parametrize(("endpoint", "make"), CREATING)
def test_a_form_that_has_done_its_work_leads_to_where_it_led_whatever_it_holds_now(
    endpoint: str, make: Callable[[Session], Creating], app: Flask, browser: PageClient, session: Session
) -> None:
    creating = make(session)
    key = uuid.uuid4()
    session.add(SubmittedForm(key=key, user_id=creating.who.id, location=LED_TO, at=NOON))
    with app.test_request_context():
        known = creating.address.items()
        names = next(rule.arguments for rule in app.url_map.iter_rules(endpoint) if "POST" in (rule.methods or ()))
        address = url_for(endpoint, **{name: value for name, value in known if name in names})  # type: ignore[arg-type]
    browser.sign_in(creating.who).post(address, {**creating.values, f"{creating.prefix}submit_key": str(key)})
    assert browser.address == LED_TO


def functions() -> Iterator[tuple[Path, str, set[str]]]:
    """Every function of the web, with the names of what it calls."""
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                calls = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
                yield path, node.name, {call.id for call in calls if isinstance(call, ast.Name)}


def forms_that_create(kind: type[CreateForm] = CreateForm) -> set[str]:
    """The names of all forms that create."""
    return {kind.__name__}.union(*(forms_that_create(one) for one in kind.__subclasses__()))


def test_every_form_that_creates_is_sent_to_a_page_that_asks_and_remembers(app: Flask) -> None:
    asking = {name: calls for path, name, calls in functions() if "sent_before" in calls}
    assert asking.keys() == {endpoint.partition(".")[2] for endpoint, _ in CREATING}
    assert [name for name, calls in asking.items() if "done_once" not in calls] == []
    sent = set().union(*asking.values())
    assert forms_that_create() - sent == set()
