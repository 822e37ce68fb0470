"""The pages of a case: who is told what, and that nothing typed is lost."""

import io
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.mails.writer import write_mail
from certification.cases import review
from certification.cases.answers import Claim
from certification.cases.case import read_case
from certification.cases.findings import Found
from certification.cases.mails import CaseMail
from certification.cases.tables.answer import ActionItem, Answer
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence
from certification.cases.types import AssessmentState
from certification.criteria.library import content_of
from certification.criteria.types import AnswerValue, FindingValue
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.texts import Locale
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role
from tests.factories import cases as make
from tests.factories.register import employee_of, leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session)


@pytest.fixture
def leader(session: Session, organisation: Organisation) -> User:
    return leader_of(session, organisation)


@pytest.fixture
def case(session: Session, organisation: Organisation, leader: User) -> Assessment:
    return make.answering_case(session, organisation, leader)


@pytest.fixture
def here(organisation: Organisation) -> str:
    return f"/arbeidsgiver/{organisation.orgnr}/sak"


def test_the_second_editor_is_told_and_keeps_what_was_typed(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/omrade/GRU")
    make.save_answer(
        Act(session, employee_of(session, case.organisation).id, NOON),
        case,
        criterion_id="GRU-3",
        claim=Claim(AnswerValue.PARTLY, "Kollegaens svar"),
        expected_version=0,
    )
    browser.submit({"GRU-3-value": "met", "GRU-3-note": "Mitt svar", "GRU-4-value": "met"}, button="Lagre og gå videre")
    assert "Mona Medarbeider har lagret mens du skrev" in browser.text
    assert "Kollegaens svar" in browser.text
    assert "Mitt svar" in browser.page.select_one('textarea[name="GRU-3-note"]').text
    saved = {answer.criterion_id: answer for answer in session.scalars(select(Answer))}
    assert saved["GRU-3"].note == "Kollegaens svar"
    assert saved["GRU-4"].value is AnswerValue.MET
    browser.submit({}, button="Lagre og gå videre")
    session.expire_all()
    assert session.scalar(select(Answer.note).where(Answer.criterion_id == "GRU-3")) == "Mitt svar"


def test_answers_that_were_not_touched_never_conflict(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/omrade/GRU")
    make.save_answer(
        Act(session, leader.id, NOON),
        case,
        criterion_id="GRU-3",
        claim=Claim(AnswerValue.PARTLY, "Kollegaens svar"),
        expected_version=0,
    )
    browser.submit({"GRU-4-value": "met"}, button="Lagre og gå videre")
    assert session.scalar(select(Answer.note).where(Answer.criterion_id == "GRU-3")) == "Kollegaens svar"
    assert browser.address.endswith("/omrade/FOR")


def test_an_answer_is_saved_by_itself_where_script_runs(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/omrade/GRU")
    was = browser.page.select_one('input[name="GRU-2-was"]')["value"]
    answer = browser.client.post(
        f"{here}/kriterium/GRU-2",
        data={
            "csrf_token": browser.csrf_token(),
            "GRU-2-value": "partly",
            "GRU-2-version": "0",
            "GRU-2-was": was,
        },
    )
    assert "Lagret" in answer.text
    assert 'name="GRU-2-version" type="hidden" value="1"' in answer.text
    assert session.scalar(select(Answer.value).where(Answer.criterion_id == "GRU-2")) is AnswerValue.PARTLY


def test_letters_where_a_figure_belongs_are_told_and_kept(
    case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/omrade/FOR")
    browser.submit({"FOR-4-figure_count": "mange", "FOR-4-value": "met"}, button="Lagre og gå videre")
    assert browser.page.select_one('input[name="FOR-4-figure_count"]')["value"] == "mange"
    assert browser.page.select_one("#feil") is not None


def test_the_button_for_evidence_saves_first(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/omrade/GRU")
    browser.submit({"GRU-2-note": "Under arbeid"}, button="Legg ved lenke eller fil Likestilling og mangfold")
    assert browser.address.endswith("/kriterium/GRU-2/dokumentasjon")
    assert session.scalar(select(Answer.note)) == "Under arbeid"


def test_evidence_is_added_once_though_the_form_is_sent_twice(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/kriterium/GRU-2/dokumentasjon")
    form = browser.page.select("main form")[1]
    data = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    data["link-url"] = "https://virksomhet.example/likestilling"
    for _ in range(2):
        browser.client.post(f"{here}/kriterium/GRU-2/dokumentasjon", data=data)
    assert len(session.scalars(select(Evidence)).all()) == 1


def test_a_file_of_another_kind_is_told_at_the_field(
    case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/kriterium/GRU-2/dokumentasjon")
    form = browser.page.select("main form")[0]
    data = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    data["file-file"] = (io.BytesIO(b"MZ\x90\x00"), "plan.pdf")
    answer = browser.client.post(f"{here}/kriterium/GRU-2/dokumentasjon", data=data, content_type="multipart/form-data")
    assert "Denne typen fil tar vi ikke imot" in answer.text


def test_the_plan_is_kept_and_a_stale_change_is_told(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    browser.sign_in(leader).get(f"{here}/plan")
    browser.submit({"what": "Kurse alle ledere", "responsible": "HR-sjef", "due_on": "2027-03-01"}, button="Legg til")
    action = session.scalars(select(ActionItem)).one()
    browser.get(f"{here}/plan/{action.id}")
    action.what = "Kurse alle mellomledere"
    session.commit()
    browser.submit({"what": "Kurse alle"}, button="Lagre")
    assert "Noe ble endret mens du skrev" in browser.text, "who it was, the log does not say"
    browser.submit({}, button="Lagre")
    session.expire_all()
    assert session.scalars(select(ActionItem.what)).one() == "Kurse alle"


def test_an_employee_does_not_reach_the_signature(
    session: Session, case: Assessment, here: str, browser: PageClient
) -> None:
    browser.sign_in(employee_of(session, case.organisation))
    browser.get(f"{here}/signer", status=403)
    browser.get(f"{here}/trekk", status=403)


def test_a_case_that_was_sent_back_shows_the_points_and_opens_for_changes(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    certifier = person_with_role(session, Role.CERTIFIER)
    make.answer_everything(session, case, leader)
    browser.sign_in(leader).get(f"{here}/signer")
    browser.submit({"confirmed": "y"}, button="Signer og send inn")
    session.refresh(case)
    make.case_in_review(session, certifier, case)
    make.record(session, case, certifier, "GRU-2", Found(FindingValue.MAJOR, "Redegjørelsen mangler."))
    browser.sign_in(certifier).get(f"/sertifisor/saker/{case.id}/send-tilbake")
    assert "Likestilling og mangfold: Redegjørelsen mangler." in browser.page.select_one("textarea").text
    browser.submit({}, button="Send tilbake")
    browser.sign_in(leader).get(here)
    assert "ber dere rette noe" in browser.text
    assert "Redegjørelsen mangler." in browser.text
    browser.get(f"{here}/omrade/GRU")
    assert browser.page.select_one('textarea[name="GRU-2-note"]') is not None
    session.refresh(case)
    assert case.state is AssessmentState.RETURNED


def test_criteria_are_read_in_the_readers_language(
    session: Session, case: Assessment, leader: User, here: str, browser: PageClient
) -> None:
    leader.locale = Locale.ENGLISH
    browser.sign_in(leader).get(f"{here}/omrade/GRU")
    edition = content_of(case.edition)
    assert edition.text("GRU-1", Locale.ENGLISH) in browser.text
    assert edition.text("GRU-1", Locale.BOKMAAL) not in browser.text


def test_the_council_sees_a_case_first_when_it_is_ready_to_be_decided(session: Session, browser: PageClient) -> None:
    certifier, council = person_with_role(session, Role.CERTIFIER), person_with_role(session, Role.COUNCIL)
    waiting = make.case_in_review(session, certifier)
    browser.sign_in(council).get(f"/fylket/saker/{waiting.id}", status=404)
    browser.get("/fylket/saker")
    assert browser.page.select_one(f'a[href="/fylket/saker/{waiting.id}"]') is None
    ready = make.recommended_case(session, certifier)
    browser.get(f"/fylket/saker/{ready.id}")
    browser.get(f"/fylket/saker/{ready.id}/omrade/GRU")
    browser.get(f"/fylket/saker/{ready.id}/sertifisor", status=403)


def test_the_county_searches_and_filters_cases(session: Session, browser: PageClient) -> None:
    certifier = person_with_role(session, Role.CERTIFIER)
    make.submitted_case(session, verified_organisation(session, name="Skogbrynet AS"))
    make.recommended_case(
        session, certifier, make.submitted_case(session, verified_organisation(session, name="Fjellbakken AS"))
    )
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    browser.get("/fylket/saker?q=skog")
    assert "Skogbrynet" in browser.text
    assert "Fjellbakken" not in browser.text
    browser.get("/fylket/saker?status=recommended&niva=inkluderende")
    assert "Fjellbakken" in browser.text
    assert "Skogbrynet" not in browser.text
    browser.get("/fylket/utgaver")
    browser.get("/fylket/utgaver/2026.1")
    assert "GRU-1 Registrert og i drift" in browser.text
    browser.get("/fylket/utgaver/1999.1", status=404)


def test_two_windows_on_one_finding_are_told(session: Session, open_browser: Callable[[], PageClient]) -> None:
    certifier = person_with_role(session, Role.CERTIFIER)
    case = make.case_in_review(session, certifier)
    one, two = open_browser().sign_in(certifier), open_browser().sign_in(certifier)
    for window in (one, two):
        window.get(f"/sertifisor/saker/{case.id}/omrade/UNG")
    one.submit({"UNG-1-value": "approved"}, button="Lagre og gå videre")
    two.submit({"UNG-1-value": "minor", "UNG-1-note": "Mangler."}, button="Lagre og gå videre")
    assert "Du har lagret dette i et annet vindu" in two.text
    assert "Funn Lagret nå: Godkjent Hos deg: Mindre avvik" in two.text
    assert two.page.select_one('input[name="UNG-1-value"][value="minor"]').has_attr("checked")
    two.submit({}, button="Lagre og gå videre")
    assert review.living_recommendation(session, case.id) is None


def test_the_mails_say_where_to_go_and_name_no_person(app: Flask, session: Session) -> None:
    certifier = person_with_role(session, Role.CERTIFIER, "Sara Sertifisør")
    case = make.case_in_review(session, certifier)
    review.send_back(
        Act(session, certifier.id, NOON), read_case(session, case), message="Rett dette.", due_on=make.LATER.date()
    )
    written, told = {}, {}
    with app.test_request_context():
        for message in session.scalars(select(OutboxMessage)):
            told[message.kind] = message.recipient
            written[message.kind] = write_mail(message.kind, message.locale, message.params)
    assert told[CaseMail.ASSESSMENT_ASSIGNED] == certifier.email
    subject, text = written[CaseMail.ASSESSMENT_ASSIGNED]
    assert case.organisation.name in subject
    assert f"/sertifisor/saker/{case.id}" in text
    subject, text = written[CaseMail.ASSESSMENT_RETURNED]
    assert f"/arbeidsgiver/{case.organisation.orgnr}/sak" in text
    assert "Sara" not in text
    assert "Rett dette" not in text
