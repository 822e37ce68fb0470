"""What became impossible while somebody wrote is told at the form, with what they typed; once more changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from certification.cases import assessments, review
from certification.cases.answers import Claim
from certification.cases.case import read_case
from certification.cases.tables.answer import ActionItem, Answer
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.review import Finding
from certification.cases.types import DecisionOutcome
from certification.criteria.types import AnswerValue
from certification.decisions import deciding
from certification.network.models import SignUp
from ground.act import Act
from ground.audit import AuditEvent
from matching.candidates import life as candidates
from matching.openings import life as openings
from matching.records.types import OpeningState
from register.people.models import User
from register.roles.grants import take_role
from register.roles.models import RoleGrant
from register.roles.types import Role
from tests.factories import candidates as people
from tests.factories import cases, network
from tests.factories.network import gathering
from tests.factories.openings import drafted
from tests.factories.placements import trio
from tests.factories.register import (
    counsellor,
    employee_of,
    leader_of,
    office,
    person_with_role,
    verified_organisation,
)
from tests.support.client import PageClient
from tests.support.pages import parsed
from tests.support.world import NOON

Browsers = Callable[[], PageClient]
SENT_IN = "Svarene er sendt inn og kan ikke endres nå."


@pytest.fixture
def leader(session: Session) -> User:
    return leader_of(session, verified_organisation(session))


@pytest.fixture
def case(session: Session, leader: User) -> Assessment:
    [grant] = session.scalars(select(RoleGrant).where(RoleGrant.user_id == leader.id))
    assert grant.organisation is not None
    return cases.answering_case(session, grant.organisation, leader)


@pytest.fixture
def here(case: Assessment) -> str:
    return f"/arbeidsgiver/{case.organisation.orgnr}/sak"


def send_in(session: Session, case: Assessment, leader: User) -> None:
    """A colleague signs while somebody else writes."""
    cases.answer_everything(session, case, leader)
    whole = read_case(session, case)
    assessments.sign_and_submit(Act(session, leader.id, NOON), whole, seen_hash=whole.hash)


def stands(browser: PageClient, name: str) -> str:
    """What a field of the page holds."""
    field = browser.page.find(attrs={"name": name})
    assert field is not None, name
    return str(field.get("value") or field.get_text()).strip()


def test_what_is_written_in_a_case_that_is_sent_in_meanwhile_is_told_and_kept(
    session: Session, case: Assessment, leader: User, here: str, open_browser: Browsers
) -> None:
    cases.add_action(session, case, leader, None)
    written = {
        f"{here}/profil": ("reason", "Vi er flere nå."),
        f"{here}/plan": ("what", "Kurse alle"),
        f"{here}/plan/{session.scalars(select(ActionItem.id)).one()}": ("what", "Kurse alle"),
        f"{here}/omrade/GRU": ("GRU-3-note", "Slik gjør vi det."),
        f"{here}/kriterium/GRU-3/dokumentasjon": ("link-url", "https://eksempel.no"),
    }
    browsers = {address: open_browser().sign_in(leader) for address in written}
    for address, browser in browsers.items():
        browser.get(address)
    send_in(session, case, leader)
    before = session.scalar(select(func.count()).select_from(AuditEvent))
    for address, (name, typed) in written.items():
        browser = browsers[address]
        browser.submit({name: typed}, form=f"main form:has([name='{name}'])")
        assert SENT_IN in browser.text, address
        assert stands(browser, name) == typed, address
    assert session.scalar(select(func.count()).select_from(AuditEvent)) == before


def test_a_form_that_could_only_be_refused_is_not_shown(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    send_in(session, case, leader)
    browser.sign_in(leader)
    for page in ("profil", "signer", "kriterium/GRU-3/dokumentasjon"):
        browser.get(f"{here}/{page}")
        assert browser.address == here
        assert SENT_IN in browser.text


def test_a_finding_in_a_case_that_left_the_review_is_told_and_kept(session: Session, browser: PageClient) -> None:
    certifier = person_with_role(session, Role.CERTIFIER)
    case = cases.case_in_review(session, certifier)
    browser.sign_in(certifier).get(f"/sertifisor/saker/{case.id}/omrade/UNG")
    cases.approve_everything(session, case, certifier)
    act, outcome = Act(session, certifier.id, NOON), DecisionOutcome.APPROVED
    review.recommend(act, read_case(session, case), outcome=outcome, text="Alt er på plass.")
    noted = session.scalars(select(Finding.note)).all()
    browser.submit({"UNG-1-value": "minor", "UNG-1-note": "Mangler."}, button="Lagre og gå videre")
    assert "Saken er ikke til vurdering nå." in browser.text
    assert stands(browser, "UNG-1-note") == "Mangler."
    assert session.scalars(select(Finding.note)).all() == noted


def test_a_proposal_is_turned_down_once(session: Session, browser: PageClient) -> None:
    case = cases.recommended_case(session, person_with_role(session, Role.CERTIFIER))
    first, second = (person_with_role(session, Role.PROGRAMME_LEAD, name) for name in ("En", "To"))
    proposed = deciding.propose(
        Act(session, first.id, NOON),
        read_case(session, case),
        outcome=DecisionOutcome.APPROVED,
        reasons="Alt er på plass.",
        due_on=None,
        declares_impartial=True,
    )
    browser.sign_in(second).get(f"/fylket/saker/{case.id}/vedtak/{proposed.id}")
    page = browser.page
    for said in ("Forslaget er avvist.", "Forslaget er behandlet."):
        browser.page = page
        browser.submit({"nei-reason": "Uenig."}, button="Avvis")
        assert said in browser.text
    assert session.scalar(select(func.count()).where(AuditEvent.action == "decision.refused")) == 1


def test_a_candidate_with_an_agreement_stays_and_the_counsellor_reads_why(
    session: Session, browser: PageClient
) -> None:
    story = trio(session).begin().agree()
    browser.sign_in(story.worker).get(f"/veileder/kandidater/{story.person.id}/avslutt")
    browser.submit(button="Avslutt")
    assert browser.page.select_one("#feil") is not None
    assert "Den må avsluttes først." in browser.text
    assert story.person.closed_at is None


def test_a_colleague_who_left_meanwhile_is_told_at_the_choice(session: Session, browser: PageClient) -> None:
    person = people.candidate(session)
    worker, colleague = people.keeper_of(session, person), counsellor(session, name="Kollega")
    browser.sign_in(worker).get(f"/veileder/kandidater/{person.id}/veileder")
    other = office(session, "0219")
    [grant] = session.scalars(select(RoleGrant).where(RoleGrant.user_id == colleague.id))
    take_role(Act(session, worker.id, NOON), grant_id=grant.id)
    browser.submit({"counsellor": str(colleague.id)}, button="Bytt veileder")
    assert browser.page.select_one("#feil a[href='#counsellor']") is not None
    assert other.id != person.nav_office_id


def test_ending_a_pause_twice_is_well_and_nobody_who_left_has_one(session: Session, browser: PageClient) -> None:
    person = people.candidate(session)
    worker = people.keeper_of(session, person)
    browser.sign_in(worker)
    for pause, said in (("ja", "Amina har pause."), ("ja", "Amina har pause."), ("nei", "Pausen er over.")):
        browser.post(f"/veileder/kandidater/{person.id}/pause", {"pause": pause})
        assert said in browser.text
    assert session.scalar(select(func.count()).where(AuditEvent.action == "candidate.paused")) == 1
    candidates.close(Act(session, worker.id, NOON), candidate=person)
    browser.post(f"/veileder/kandidater/{person.id}/pause", {"pause": "ja"})
    assert "Kandidaten har pause eller deltar ikke lenger." in browser.text


def test_a_yes_to_protection_is_answered_with_a_page_that_can_be_loaded_again(
    session: Session, browser: PageClient
) -> None:
    browser.sign_in(counsellor(session)).get("/veileder/kandidater/ny")
    browser.submit({"protected": "yes"}, button="Gå videre")
    assert browser.response.history, "a page that is loaded again would send the answer again"
    assert browser.response.request.method == "GET"


def test_a_place_is_closed_once(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    place = drafted(session, employer, leader)
    address = f"/arbeidsgiver/{employer.orgnr}/plasser/{place.id}"
    browser.sign_in(leader).get(f"{address}/rediger")
    openings.close(Act(session, leader.id, NOON), place)
    browser.submit({"title": "Ny tittel"}, button="Lagre og se")
    assert "Noe ble endret mens du skrev" in browser.text
    browser.submit(button="Lagre og se")
    assert "Dette er allerede gjort, eller det går ikke lenger." in browser.text
    assert stands(browser, "title") == "Ny tittel"
    browser.get(f"{address}/rediger")
    assert browser.address == address
    assert place.state is OpeningState.CLOSED


def test_a_sign_up_is_taken_back_once(session: Session, browser: PageClient) -> None:
    made, employer = gathering(session), verified_organisation(session)
    network.certificate_of(session, employer)
    leader = leader_of(session, employer)
    address = f"/arbeidsgiver/{employer.orgnr}/nettverk/{made.id}"
    browser.sign_in(leader).get(address)
    browser.post(f"{address}/meld-pa", {})
    for _ in range(2):
        browser.post(f"{address}/meld-av", {})
        assert "Du er meldt av." in browser.text
    assert session.scalars(select(SignUp.withdrawn_at)).one() is not None
    assert session.scalar(select(func.count()).where(AuditEvent.action == "sign_up.withdrawn")) == 1


def test_a_role_that_stands_already_is_not_given_anew(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    leader, colleague = leader_of(session, employer), employee_of(session, employer)
    [grant] = session.scalars(select(RoleGrant).where(RoleGrant.user_id == colleague.id))
    browser.sign_in(leader).get(f"/arbeidsgiver/{employer.orgnr}/kolleger/{grant.id}")
    browser.submit({"role": "employee"}, button="Lagre")
    assert "Rollen er endret." in browser.text
    assert session.scalars(select(RoleGrant.id).where(RoleGrant.user_id == colleague.id)).all() == [grant.id]


def test_a_nav_office_is_added_once(session: Session, browser: PageClient) -> None:
    browser.sign_in(person_with_role(session, Role.ADMINISTRATOR)).get("/fylket/nav-kontorer/ny")
    page, response = browser.page, browser.response
    for _ in range(2):
        browser.page, browser.response = page, response
        browser.submit({"number": "0999", "name": "Nav Nytt", "municipality_number": "3205"}, button="Lagre")
        assert browser.address == "/fylket/nav-kontorer"


def test_whoever_types_on_replaces_nothing_and_chooses_with_a_button(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    """As script sends it: while the person types, each pause saves one answer by itself."""
    browser.sign_in(leader).get(f"{here}/omrade/GRU")
    fields: dict[str, Any] = browser.fields()
    colleague = Claim(AnswerValue.PARTLY, "Kollegaens svar")
    cases.save_answer(
        Act(session, employee_of(session, case.organisation).id, NOON),
        case,
        criterion_id="GRU-3",
        claim=colleague,
        expected_version=0,
    )
    for typed in ("Mitt", "Mitt svar"):
        fields |= {"GRU-3-value": "met", "GRU-3-note": typed}
        answer, part = sent_by_script(browser, f"{here}/kriterium/GRU-3", fields)
        assert answer.headers["Plass-Not-Saved"] == "yes"
        assert "Mona Medarbeider har lagret mens du skrev" in part.get_text()
        said = [one.get_text(" ", strip=True) for one in part.select("dl.newer > div")]
        assert said[1] == f"Beskriv kort Lagret nå: Kollegaens svar Hos deg: {typed}"
        fields |= hidden_in(part)
    assert noted(session) == "Kollegaens svar"

    button = part.select_one("button[name='GRU-3-replaces']")
    assert button is not None
    assert button["hx-post"] == f"{here}/kriterium/GRU-3"
    answer, part = sent_by_script(browser, f"{here}/kriterium/GRU-3", fields | {"GRU-3-replaces": button["value"]})
    assert "Lagret " in part.get_text()
    assert "Plass-Not-Saved" not in answer.headers
    assert noted(session) == "Mitt svar"
    fields |= hidden_in(part) | {"GRU-3-note": "Mitt svar."}
    sent_by_script(browser, f"{here}/kriterium/GRU-3", fields)
    assert noted(session) == "Mitt svar.", "from then on it saves itself again"


def sent_by_script(browser: PageClient, address: str, fields: dict[str, Any]) -> tuple[TestResponse, BeautifulSoup]:
    """What comes back of a part of the page that saves itself."""
    browser.session.commit()
    answer = browser.client.post(address, data=fields)
    assert answer.status_code == 200
    return answer, parsed(answer.text)


def hidden_in(part: BeautifulSoup) -> dict[str, Any]:
    """The hidden fields that the part brings along."""
    return {str(one["name"]): one.get("value", "") for one in part.select("input[type=hidden]")}


def noted(session: Session) -> str:
    """The note of the one answer there is."""
    session.expire_all()
    return session.scalars(select(Answer.note)).one()
