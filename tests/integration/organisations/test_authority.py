"""Becoming leader: the county confirms, or a code comes by post."""

import re
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from ground.outbox import OutboxMessage
from register.joining import authority
from register.joining.errors import NotVerified
from register.joining.mails import JoiningMail
from register.joining.registration import register_organisation
from register.organisations.business_register import NoAnswer, RegisteredAddress
from register.organisations.models import Organisation
from register.organisations.types import Trouble
from register.people.models import User
from register.roles import queries
from register.roles.grants import give_role, take_role
from register.roles.models import AuthorityRequest
from register.roles.types import MOST_CODE_ATTEMPTS, AuthorityMethod, AuthorityState, Role
from tests.factories.register import (
    employee_of,
    organisation_numbers,
    person,
    person_with_role,
    verified_organisation,
)
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock


@pytest.fixture
def organisation(session: Session) -> Organisation:
    return verified_organisation(session, name="Granlia Kafé AS")


@pytest.fixture
def contact(session: Session, organisation: Organisation) -> User:
    return employee_of(session, organisation, "Nina Ny")


@pytest.fixture
def officer(session: Session) -> User:
    return person_with_role(session, Role.PROGRAMME_LEAD, "Odd Fylkesen")


@pytest.fixture
def waiting(session: Session, organisation: Organisation, contact: User) -> AuthorityRequest:
    return authority.request_authority(
        Act(session, contact.id, NOON), organisation=organisation, position="Daglig leder"
    )


def role_of(session: Session, organisation: Organisation, user: User) -> Role | None:
    session.expire_all()
    grants = queries.colleagues(session, organisation.id)
    return next((grant.role for grant in grants if grant.user_id == user.id), None)


def printed_code(browser: PageClient) -> str:
    code = browser.page.select_one(".code")
    assert code is not None
    return code.get_text(strip=True)


def make_letter(browser: PageClient, officer: User, waiting: AuthorityRequest) -> str:
    browser.sign_in(officer).get(f"/fylket/fullmakter/{waiting.id}")
    form = f"form[action='/fylket/fullmakter/{waiting.id}/brev']"
    browser.submit(form=form)
    return printed_code(browser)


def type_code(browser: PageClient, organisation: Organisation, code: str) -> str:
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/fullmakt")
    browser.submit({"code": code}, button="Bekreft koden")
    return browser.text


def test_an_officer_confirms_with_a_reason_that_is_logged(
    browser: PageClient,
    session: Session,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
) -> None:
    browser.sign_in(officer).get("/fylket/")
    assert "1 person venter på svar" in browser.text
    browser.get("/fylket/fullmakter")
    assert "Nina Ny" in browser.text
    browser.get(f"/fylket/fullmakter/{waiting.id}")
    browser.submit({"confirm_reason": "Ringte sentralbordet"}, button="Bekreft som leder")
    assert role_of(session, organisation, contact) is Role.LEADER
    session.refresh(waiting)
    assert (waiting.state, waiting.method, waiting.closed_by_id) == (
        AuthorityState.CONFIRMED,
        AuthorityMethod.OFFICER,
        officer.id,
    )
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "authority.confirmed")).one()
    assert (event.reason, event.actor_id) == ("Ringte sentralbordet", officer.id)
    mail = session.scalars(select(OutboxMessage)).one()
    assert (mail.kind, mail.recipient) == (JoiningMail.AUTHORITY_CONFIRMED, contact.email)


@pytest.mark.parametrize("button", ["Bekreft som leder", "Avslå"])
def test_no_answer_is_given_without_a_reason(
    browser: PageClient, session: Session, officer: User, waiting: AuthorityRequest, button: str
) -> None:
    browser.sign_in(officer).get(f"/fylket/fullmakter/{waiting.id}")
    browser.submit(button=button)
    assert browser.page.select_one(".field-errors") is not None
    session.refresh(waiting)
    assert waiting.state is AuthorityState.OPEN


def test_a_rejected_person_reads_why_and_may_ask_again(
    browser: PageClient,
    session: Session,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
) -> None:
    browser.sign_in(officer).get(f"/fylket/fullmakter/{waiting.id}")
    browser.submit({"reject_reason": "Ikke ansatt lenger"}, button="Avslå")
    mail = session.scalars(select(OutboxMessage)).one()
    assert (mail.kind, mail.recipient) == (JoiningMail.AUTHORITY_REJECTED, contact.email)
    browser.sign_in(contact).get(f"/arbeidsgiver/{organisation.orgnr}/fullmakt")
    assert "Ikke ansatt lenger" in browser.text
    browser.submit({"position": "Styreleder"}, button="Send forespørselen")
    newest = authority.latest_request(session, organisation_id=organisation.id, user_id=contact.id)
    assert newest is not None
    assert (newest.state, newest.position) == (AuthorityState.OPEN, "Styreleder")
    assert role_of(session, organisation, contact) is Role.EMPLOYEE


def test_two_officers_answer_once(
    browser: PageClient, session: Session, officer: User, waiting: AuthorityRequest
) -> None:
    browser.sign_in(officer).get(f"/fylket/fullmakter/{waiting.id}")
    page = browser.page
    browser.submit({"confirm_reason": "Ringte"}, button="Bekreft som leder")
    browser.page = page
    form = f"form[action='/fylket/fullmakter/{waiting.id}/avsla']"
    browser.submit({"reject_reason": "Nei"}, form=form)
    assert "allerede besvart" in browser.text
    session.refresh(waiting)
    assert waiting.state is AuthorityState.CONFIRMED


def test_the_code_from_the_letter_makes_a_leader(
    browser: PageClient,
    session: Session,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
) -> None:
    code = make_letter(browser, officer, waiting)
    assert "Storgata 1" in browser.page.select_one("address").get_text()  # type: ignore[union-attr]  # bs4
    session.refresh(waiting)
    assert code.replace(" ", "") not in str(waiting.code_hash)
    browser.get(f"/fylket/fullmakter/{waiting.id}")
    assert code not in browser.text
    browser.sign_in(contact)
    type_code(browser, organisation, f" {code.lower()} ")
    assert browser.address == f"/arbeidsgiver/{organisation.orgnr}/"
    assert role_of(session, organisation, contact) is Role.LEADER


def test_wrong_codes_are_counted_and_after_five_the_right_one_is_dead(
    browser: PageClient,
    session: Session,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
    clock: StoppedClock,
) -> None:
    code = make_letter(browser, officer, waiting)
    browser.sign_in(contact)
    assert "Koden stemmer ikke" in type_code(browser, organisation, "BBBBBBBB")
    assert "fire forsøk igjen" in browser.text
    for _ in range(4):
        type_code(browser, organisation, "BBBBBBBB")
    session.refresh(waiting)
    assert waiting.code_attempts == 5
    assert "prøvd for mange ganger" in browser.text
    browser.post(f"/arbeidsgiver/{organisation.orgnr}/fullmakt/kode", {"code": code})
    assert role_of(session, organisation, contact) is Role.EMPLOYEE
    clock.forward(seconds=1)
    fresh = make_letter(browser, officer, waiting)
    browser.sign_in(contact)
    type_code(browser, organisation, fresh)
    assert role_of(session, organisation, contact) is Role.LEADER


def test_a_new_letter_makes_the_old_code_worthless(
    browser: PageClient,
    session: Session,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
    clock: StoppedClock,
) -> None:
    old = make_letter(browser, officer, waiting)
    clock.forward(seconds=1)
    make_letter(browser, officer, waiting)
    browser.sign_in(contact)
    assert "Koden stemmer ikke" in type_code(browser, organisation, old)
    assert role_of(session, organisation, contact) is Role.EMPLOYEE


def test_the_letter_is_shown_to_its_maker_for_ten_minutes_and_loading_it_again_makes_no_new_code(
    browser: PageClient, session: Session, officer: User, waiting: AuthorityRequest, clock: StoppedClock
) -> None:
    code, shows = make_letter(browser, officer, waiting), f"/fylket/fullmakter/{waiting.id}/brev"
    browser.get(shows)
    assert printed_code(browser) == code
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD, "Kollega")).get(shows)
    assert "Brevet vises ikke lenger." in browser.text
    clock.forward(minutes=10)
    browser.sign_in(officer).get(shows)
    assert "Brevet vises ikke lenger." in browser.text


def test_asking_for_a_letter_twice_with_one_form_makes_one_code(
    browser: PageClient, officer: User, waiting: AuthorityRequest, clock: StoppedClock
) -> None:
    browser.sign_in(officer).get(f"/fylket/fullmakter/{waiting.id}")
    page, form, codes = browser.page, f"form[action='/fylket/fullmakter/{waiting.id}/brev']", set()
    for _ in range(2):
        browser.page = page
        browser.submit(form=form)
        codes.add(printed_code(browser))
        clock.forward(seconds=1)
    assert len(codes) == 1


def test_whoever_is_leader_already_is_told_so(
    browser: PageClient, session: Session, organisation: Organisation, contact: User, officer: User
) -> None:
    here = f"/arbeidsgiver/{organisation.orgnr}/fullmakt"
    browser.sign_in(contact).get(here)
    give_role(Act(session, officer.id, NOON), user=contact, role=Role.LEADER, organisation_id=organisation.id)
    browser.submit({"position": "Daglig leder"}, button="Send forespørselen")
    assert "Du er allerede leder for virksomheten." in browser.text
    browser.post(f"{here}/kode", {"code": "BBBBBBBB"})
    assert "Denne forespørselen er allerede besvart." in browser.text


def test_a_code_lives_for_thirty_days(
    browser: PageClient,
    session: Session,
    clock: StoppedClock,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
) -> None:
    code = make_letter(browser, officer, waiting)
    clock.forward(days=30)
    browser.sign_in(contact)
    browser.post(f"/arbeidsgiver/{organisation.orgnr}/fullmakt/kode", {"code": code})
    assert "for gammel" in browser.text
    assert role_of(session, organisation, contact) is Role.EMPLOYEE


def test_the_letter_is_written_in_the_language_of_the_one_who_asked(
    browser: PageClient, session: Session, contact: User, officer: User, waiting: AuthorityRequest
) -> None:
    contact.locale = contact.locale.ENGLISH
    make_letter(browser, officer, waiting)
    assert browser.page.html is not None
    assert browser.page.html["lang"] == "en"


def test_nobody_is_confirmed_before_the_register_has_answered(
    browser: PageClient, session: Session, officer: User
) -> None:
    user = person(session)
    unverified = register_organisation(
        Act(session, user.id, NOON), typed_number=organisation_numbers(), answer=NoAnswer(Trouble.SILENT)
    )
    request = authority.request_authority(Act(session, user.id, NOON), organisation=unverified, position="Leder")
    session.commit()
    with pytest.raises(NotVerified):
        authority.confirm_by_officer(Act(session, officer.id, NOON), request_id=request.id, reason="Kjent")
    with pytest.raises(NotVerified):
        authority.make_posted_code(Act(session, officer.id, NOON), request_id=request.id, key="key")
    browser.sign_in(officer).get(f"/fylket/fullmakter/{request.id}")
    assert "Bekreft som leder" not in browser.text


def test_a_person_who_leaves_no_longer_waits(
    session: Session, organisation: Organisation, contact: User, waiting: AuthorityRequest
) -> None:
    grant = next(g for g in queries.colleagues(session, organisation.id) if g.user_id == contact.id)
    take_role(Act(session, None, NOON), grant_id=grant.id)
    assert waiting.state is AuthorityState.WITHDRAWN
    assert authority.open_request(session, organisation_id=organisation.id, user_id=contact.id) is None


def test_asking_twice_keeps_one_request(
    session: Session, organisation: Organisation, contact: User, waiting: AuthorityRequest
) -> None:
    again = authority.request_authority(Act(session, contact.id, NOON), organisation=organisation, position="Annet")
    assert again is waiting


@pytest.mark.parametrize("role", [Role.ANALYST, Role.COUNCIL, Role.ADMINISTRATOR])
def test_only_programme_leads_answer(
    browser: PageClient, session: Session, waiting: AuthorityRequest, role: Role
) -> None:
    browser.sign_in(person_with_role(session, role))
    browser.get("/fylket/fullmakter", status=403)
    for act in ("bekreft", "avsla", "brev"):
        browser.post(f"/fylket/fullmakter/{waiting.id}/{act}", status=403)


def test_the_code_has_no_letters_that_are_mixed_up_on_paper(
    browser: PageClient, officer: User, waiting: AuthorityRequest
) -> None:
    assert re.fullmatch(r"[B-DF-HJ-NP-TV-XZ2-9]{4} [B-DF-HJ-NP-TV-XZ2-9]{4}", make_letter(browser, officer, waiting))


@pytest.mark.parametrize(
    ("postal", "printed", "not_printed"),
    [
        (RegisteredAddress("Postboks 4", "0150", "Oslo"), ["Postboks 4", "0150 Oslo"], "Storgata 1"),
        (
            RegisteredAddress("Exempelgatan 3", None, "111 22 STOCKHOLM", country="Sverige"),
            ["Exempelgatan 3", "111 22 STOCKHOLM", "SVERIGE"],
            "Storgata 1",
        ),
        (RegisteredAddress(None, "0150", None), ["Storgata 1", "2000 Lillestrøm"], "0150"),
        (None, ["Storgata 1", "2000 Lillestrøm"], "None"),
    ],
)
def test_the_letter_goes_to_the_postal_address_else_to_where_the_employer_lies(
    browser: PageClient,
    session: Session,
    postal: RegisteredAddress | None,
    printed: list[str],
    not_printed: str,
) -> None:
    organisation = verified_organisation(session, postal=postal)
    user = person(session)
    request = authority.request_authority(
        Act(session, user.id, NOON), organisation=organisation, position="Daglig leder"
    )
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get(f"/fylket/fullmakter/{request.id}")
    browser.submit(button="Lag brev med kode")
    letter = " ".join(browser.page.get_text(" ").split())
    for line in printed:
        assert line in letter
    assert not_printed not in letter


def test_the_database_knows_the_same_dead_codes_as_the_rule(
    session: Session, waiting: AuthorityRequest, officer: User
) -> None:
    def waits_for_county(now: datetime) -> bool:
        found = set(session.scalars(select(AuthorityRequest.id).where(AuthorityRequest.waits_for_county(now))))
        assert (waiting.id in found) == (waiting.standing_at(now) is AuthorityState.OPEN)
        return waiting.id in found

    assert waits_for_county(NOON)
    authority.make_posted_code(Act(session, officer.id, NOON), request_id=waiting.id, key="key")
    assert not waits_for_county(NOON)
    assert waits_for_county(NOON + authority.CODE_LIFE)
    waiting.code_attempts = MOST_CODE_ATTEMPTS
    session.flush()
    assert waits_for_county(NOON)


def test_with_a_dead_code_nobody_is_led_to_type_it_and_the_county_is_told_that_somebody_waits(
    browser: PageClient,
    organisation: Organisation,
    contact: User,
    officer: User,
    waiting: AuthorityRequest,
    clock: StoppedClock,
) -> None:
    make_letter(browser, officer, waiting)
    browser.sign_in(contact).get(f"/arbeidsgiver/{organisation.orgnr}/")
    assert "Skriv inn koden fra brevet" in browser.text
    browser.sign_in(officer).get("/fylket/")
    assert "Svar på fullmakten" not in browser.text
    clock.forward(days=31)
    browser.sign_in(contact).get(f"/arbeidsgiver/{organisation.orgnr}/")
    assert "Skriv inn koden fra brevet" not in browser.text
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/fullmakt")
    assert "Koden er utløpt. Fylkeskommunen ser at du venter" in browser.text
    assert browser.page.select('input[name="code"]') == []
    browser.sign_in(officer).get("/fylket/")
    assert "Svar på fullmakten" in browser.text
