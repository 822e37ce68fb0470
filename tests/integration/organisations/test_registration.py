"""Registering an employer by organisation number."""

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.database import in_transaction
from app.organisations.jobs import read_trees
from ground.errors import NotFound
from register.organisations import queries as organisations_queries
from register.organisations.business_register import NoAnswer, Refused, RegisterAnswer
from register.organisations.models import Organisation
from register.organisations.types import RefusalReason, Trouble, Verification
from register.people.models import User
from register.roles import queries as roles_queries
from register.roles.models import AuthorityRequest
from register.roles.types import AuthorityState, Role
from tests.factories.criteria import published_edition
from tests.factories.register import organisation_numbers, person, unit, verified_organisation, workplaces_of
from tests.support.client import PageClient
from tests.support.world import KnownUnits


@pytest.fixture
def newcomer(browser: PageClient, session: Session) -> User:
    user = person(session, "Nina Ny")
    browser.sign_in(user)
    return user


def look_up(browser: PageClient, number: str) -> str:
    browser.get("/arbeidsgiver/registrer")
    browser.submit({"orgnr": number}, button="Finn virksomheten")
    return browser.text


def count(session: Session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_newcomer_sees_what_the_register_answers_and_confirms(
    app: Flask, browser: PageClient, session: Session, business_register: KnownUnits, newcomer: User
) -> None:
    answer = unit(name="Granlia Kafé AS", employees=None, form_name="Aksjeselskap")
    business_register.put(answer, workplaces=workplaces_of(answer.name, 2))
    shown = look_up(browser, f"{answer.orgnr[:3]} {answer.orgnr[3:6]} {answer.orgnr[6:]}")
    for words in ("Granlia Kafé AS", "Aksjeselskap", "Storgata 1", "Under fem eller ukjent"):
        assert words in shown
    assert count(session, Organisation) == 0
    browser.submit({"position": "Daglig leder"}, button="Registrer virksomheten")
    assert browser.address == f"/arbeidsgiver/{answer.orgnr}/"
    assert "Vi henter dem fra Enhetsregisteret nå." in browser.text
    found = organisations_queries.organisation_by_number(session, answer.orgnr)
    assert found.verification is Verification.VERIFIED
    assert business_register.asked == [answer.orgnr, answer.orgnr]
    browser.get(f"/arbeidsgiver/{answer.orgnr}/arbeidssteder")
    assert "Vi henter arbeidssteder fra Enhetsregisteret" in browser.text
    with app.app_context():
        read_trees()
    browser.get(f"/arbeidsgiver/{answer.orgnr}/arbeidssteder")
    assert "Vi henter" not in browser.text
    assert "avd 2" in browser.text
    assert [grant.role for grant in roles_queries.colleagues(session, found.id)] == [Role.EMPLOYEE]
    request = session.scalars(select(AuthorityRequest)).one()
    assert (request.state, request.position, request.user_id) == (
        AuthorityState.OPEN,
        "Daglig leder",
        newcomer.id,
    )


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (RefusalReason.BANKRUPT, "konkurs"),
        (RefusalReason.WINDING_UP, "under avvikling"),
        (RefusalReason.DELETED, "slettet"),
        (RefusalReason.REMOVED, "viser ikke lenger"),
        (RefusalReason.SYNTHETIC, "testnummer"),
        (RefusalReason.NOT_FOUND, "ingen virksomhet med dette nummeret"),
    ],
)
def test_a_refusal_says_why_at_the_field_and_stores_nothing(
    browser: PageClient,
    session: Session,
    business_register: KnownUnits,
    newcomer: User,
    reason: RefusalReason,
    words: str,
) -> None:
    number = organisation_numbers()
    business_register.answers[number] = Refused(reason)
    look_up(browser, number)
    error = browser.page.select_one("#orgnr-error")
    assert error is not None
    assert words in error.get_text()
    assert browser.page.select_one("#orgnr")["value"] == number  # type: ignore[index]  # bs4 is loosely typed
    browser.post("/arbeidsgiver/registrer", {"orgnr": number, "position": "Leder"})
    assert words in browser.text
    assert count(session, Organisation) == 0


def test_the_number_of_a_workplace_leads_on_to_the_main_unit(
    browser: PageClient, business_register: KnownUnits, newcomer: User
) -> None:
    number, main = organisation_numbers(), unit(name="Hovedenheten AS")
    business_register.answers[number] = Refused(RefusalReason.IS_WORKPLACE, "Avdelingen", main.orgnr)
    business_register.answers[main.orgnr] = main
    assert "underenhet" in look_up(browser, number)
    link = browser.page.find("a", string="Bruk dette nummeret")
    browser.get(str(link["href"]))  # type: ignore[index]  # bs4 is loosely typed
    assert "Hovedenheten AS" in browser.text


@pytest.mark.parametrize("typed", ["", "123456789", "99988877", "abc", "9" * 200])
def test_a_number_that_cannot_be_right_is_refused_without_asking(
    browser: PageClient, business_register: KnownUnits, newcomer: User, typed: str
) -> None:
    look_up(browser, typed)
    assert browser.page.select_one("#orgnr-error") is not None
    assert business_register.asked == []


def test_somebody_new_at_a_registered_employer_may_ask_to_be_let_in_and_is_not_told_whom(
    browser: PageClient, session: Session, business_register: KnownUnits, newcomer: User
) -> None:
    organisation = verified_organisation(session, name="Granlia Kafé AS")
    shown = look_up(browser, organisation.orgnr)
    assert "allerede registrert" in shown
    assert "kan be om tilgang" in shown
    assert "Kontakt Kontaktsen" not in shown
    assert "Granlia" not in shown
    assert business_register.asked == []


def test_an_own_employer_leads_to_its_overview(browser: PageClient, session: Session) -> None:
    organisation = verified_organisation(session)
    browser.sign_in(roles_queries.colleagues(session, organisation.id)[0].user)
    look_up(browser, organisation.orgnr)
    assert browser.address == f"/arbeidsgiver/{organisation.orgnr}/"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Trouble.SILENT, "Enhetsregisteret svarer ikke."),
        (Trouble.UNREADABLE, "Vi kan ikke lese svaret"),
        (Trouble.OTHER_NUMBER, "svarte om et annet nummer"),
        (Trouble.INCOMPLETE, "sier ikke om virksomheten er konkurs"),
    ],
)
def test_without_an_answer_to_trust_the_registration_waits_says_why_and_nothing_is_lost(
    browser: PageClient, session: Session, business_register: KnownUnits, newcomer: User, trouble: Trouble, words: str
) -> None:
    number = organisation_numbers()
    business_register.answers[number] = NoAnswer(trouble)
    assert words in look_up(browser, number)
    browser.submit({"position": "HR-sjef"}, button="Registrer virksomheten")
    assert "Registreringen venter på Enhetsregisteret" in browser.text
    assert words in browser.text
    found = organisations_queries.organisation_by_number(session, number)
    assert (found.verification, found.checked_at) == (Verification.UNVERIFIED, None)
    assert count(session, AuthorityRequest) == 1


def test_the_position_is_asked_for_at_the_field_and_the_preview_stays(
    browser: PageClient, session: Session, business_register: KnownUnits, newcomer: User
) -> None:
    answer = unit(name="Granlia Kafé AS")
    business_register.answers[answer.orgnr] = answer
    look_up(browser, answer.orgnr)
    browser.submit({"position": " "}, button="Registrer virksomheten")
    assert browser.page.select_one("#position-error") is not None
    assert "Granlia Kafé AS" in browser.text
    assert count(session, Organisation) == 0


def test_a_double_submit_registers_once_and_leads_to_the_same_place(
    browser: PageClient, session: Session, business_register: KnownUnits, newcomer: User
) -> None:
    answer = unit()
    business_register.answers[answer.orgnr] = answer
    look_up(browser, answer.orgnr)
    page = browser.page
    browser.submit({"position": "Daglig leder"}, button="Registrer virksomheten")
    browser.page = page
    browser.submit({"position": "Daglig leder"}, form="form[action='/arbeidsgiver/registrer'][method=post]")
    assert browser.address == f"/arbeidsgiver/{answer.orgnr}/"
    assert count(session, Organisation) == 1


def test_the_register_is_asked_outside_the_transaction(
    browser: PageClient,
    business_register: KnownUnits,
    newcomer: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer, seen = unit(), []

    def watched(_self: KnownUnits, _orgnr: str) -> RegisterAnswer:
        seen.append(in_transaction())
        return answer

    monkeypatch.setattr(KnownUnits, "look_up", watched)
    look_up(browser, answer.orgnr)
    browser.submit({"position": "Daglig leder"}, button="Registrer virksomheten")
    assert seen == [False, False]


def test_a_sole_proprietorship_without_an_underenhet_is_told_what_a_place_needs_and_may_begin(
    app: Flask, browser: PageClient, session: Session, business_register: KnownUnits, newcomer: User
) -> None:
    published_edition(session)
    answer = unit(name="Kari Nordby", form_code="ENK", employees=None)
    business_register.answers[answer.orgnr] = answer
    assert "Samordnet registermelding" in look_up(browser, answer.orgnr)
    browser.submit({"position": "Innehaver"}, button="Registrer virksomheten")
    with app.app_context():
        read_trees()
    for page in ("arbeidssteder", "plasser/ny"):
        browser.get(f"/arbeidsgiver/{answer.orgnr}/{page}")
        assert "Samordnet registermelding" in browser.text
        assert "Vi henter dem" not in browser.text
    browser.get(f"/arbeidsgiver/{answer.orgnr}/sak/start")
    assert browser.page.select_one("main form") is not None


def test_what_is_foreign_and_what_is_missing_look_the_same(
    browser: PageClient, session: Session, newcomer: User
) -> None:
    foreign = verified_organisation(session)
    for page in ("", "kolleger", "arbeidssteder", "fullmakt"):
        browser.get(f"/arbeidsgiver/{foreign.orgnr}/{page}", status=404)
        seen = browser.words_alike
        browser.get(f"/arbeidsgiver/{organisation_numbers()}/{page}", status=404)
        assert browser.words_alike == seen
    with pytest.raises(NotFound):
        organisations_queries.organisation_by_number(session, organisation_numbers())
