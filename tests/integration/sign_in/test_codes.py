"""The code beside a sign-in link: typed in the browser that asked while the mail is read on another device."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.mails.sending import send_outbox
from ground.act import Act
from ground.outbox import OutboxMessage
from register.roles.closing import close_user
from register.roles.grants import give_role
from register.roles.types import COUNTY_ROLES, STAFF_ROLES, Role
from register.sign_in.models import SignInLink
from tests.factories.register import counsellor, leader_of, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import KeptMail, StoppedClock

OpenBrowser = Callable[[], PageClient]
CODE = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ2-9]{4}-[BCDFGHJKLMNPQRSTVWXZ2-9]{4}\b")
ADDRESS = re.compile(r"http://127\.0\.0\.1:8000(/\S+)")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
NO_CODE = "BCDF-GHJK"


def mail_to(app: Flask, mail: KeptMail, email: str) -> str:
    """The newest mail to an address, as it is delivered."""
    with app.app_context():
        assert send_outbox()
    return [sent.text for sent in mail.sent if sent.recipient == email][-1]


def ask(browser: PageClient, email: str) -> None:
    browser.get("/logg-inn")
    browser.submit({"email": email})


def type_code(browser: PageClient, code: str) -> str:
    browser.get("/logg-inn/sendt")
    browser.submit({"code": code})
    return browser.text


def is_signed_in(browser: PageClient) -> bool:
    browser.get("/konto")
    return "Kontoen din" in browser.text


def test_the_code_of_the_mail_signs_in_the_browser_that_asked_once(
    app: Flask, browser: PageClient, mail: KeptMail, session: Session
) -> None:
    ask(browser, "ny@plass.test")
    text = mail_to(app, mail, "ny@plass.test")
    [code], [link] = CODE.findall(text), ADDRESS.findall(text)
    type_code(browser, f" {code.lower().replace('-', ' ')} ")
    assert is_signed_in(browser)
    browser.sign_out()
    assert "Koden" in type_code(browser, code)
    browser.get(link, status=410)


def test_the_mail_says_when_and_from_what_and_that_nobody_asks(app: Flask, browser: PageClient, mail: KeptMail) -> None:
    browser.client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    ask(browser, "ny@plass.test")
    text = mail_to(app, mail, "ny@plass.test")
    assert "23.\N{NO-BREAK SPACE}november 2026 kl.\N{NO-BREAK SPACE}12:00, fra Firefox på Windows." in text
    assert "spør deg noen gang om koden" in text


def test_a_code_is_nothing_in_another_browser_whether_that_has_asked_or_not(
    app: Flask, browser: PageClient, open_browser: OpenBrowser, mail: KeptMail
) -> None:
    ask(browser, "ny@plass.test")
    [code] = CODE.findall(mail_to(app, mail, "ny@plass.test"))
    thief, asking_thief = open_browser(), open_browser()
    assert "bare i nettleseren der du ba om den" in type_code(thief, code)
    ask(asking_thief, "tyv@plass.test")
    assert "Koden stemmer ikke" in type_code(asking_thief, code)
    assert not is_signed_in(thief)
    assert not is_signed_in(asking_thief)
    type_code(browser, code)
    assert is_signed_in(browser)


@pytest.mark.parametrize(("seconds", "lets_in"), [(14 * 60 + 59, True), (15 * 60, False)])
def test_a_code_lives_for_fifteen_minutes(
    app: Flask, browser: PageClient, mail: KeptMail, clock: StoppedClock, seconds: int, lets_in: bool
) -> None:
    ask(browser, "sen@plass.test")
    [code] = CODE.findall(mail_to(app, mail, "sen@plass.test"))
    clock.forward(seconds=seconds)
    type_code(browser, code)
    assert is_signed_in(browser) is lets_in


@pytest.mark.parametrize(("wrong", "lets_in"), [(4, True), (5, False)])
def test_five_wrong_tries_kill_what_was_asked_for_and_a_new_asking_does_not_wake_it(
    app: Flask, browser: PageClient, mail: KeptMail, wrong: int, lets_in: bool
) -> None:
    ask(browser, "ny@plass.test")
    [code] = CODE.findall(mail_to(app, mail, "ny@plass.test"))
    answers = {type_code(browser, NO_CODE) for _ in range(wrong)}
    if not lets_in:
        ask(browser, "ny@plass.test")
    assert {*answers, type_code(browser, code)} == answers or lets_in, "too many is told as wrong is"
    assert is_signed_in(browser) is lets_in


def test_whoever_asks_twice_may_use_the_first_mail(app: Flask, browser: PageClient, mail: KeptMail) -> None:
    ask(browser, "ny@plass.test")
    [first] = CODE.findall(mail_to(app, mail, "ny@plass.test"))
    ask(browser, "ny@plass.test")
    type_code(browser, first)
    assert is_signed_in(browser)


def test_those_who_read_of_many_get_the_link_only_and_the_pages_do_not_tell(
    app: Flask, session: Session, open_browser: OpenBrowser, mail: KeptMail
) -> None:
    staff = [counsellor(session), person_with_role(session, Role.CERTIFIER)]
    staff += [person_with_role(session, role) for role in sorted(COUNTY_ROLES)]
    leader, closed = leader_of(session, verified_organisation(session)), person(session, "Stengt")
    close_user(Act(session, leader.id, leader.created_at), user_id=closed.id)
    pages = set()
    for address in [*(str(user.email) for user in [*staff, leader, closed]), "ukjent@plass.test"]:
        browser = open_browser()
        ask(browser, address)
        pages.add((browser.text, *(type_code(browser, NO_CODE) for _ in range(6))))
    with app.app_context():
        while send_outbox():
            pass
    with_code = {sent.recipient for sent in mail.sent if CODE.search(sent.text)}
    assert len(pages) == 1
    assert with_code == {leader.email, "ukjent@plass.test"}
    with_link = {sent.recipient for sent in mail.sent if "/logg-inn/" in sent.text}
    assert with_link - with_code == {user.email for user in staff}


def test_every_role_but_the_employers_and_the_candidates_is_judged_to_be_staff() -> None:
    assert set(Role) - STAFF_ROLES == {Role.LEADER, Role.EMPLOYEE, Role.CANDIDATE}


def test_a_code_to_one_who_becomes_staff_meanwhile_is_worth_nothing(
    app: Flask, browser: PageClient, session: Session, mail: KeptMail, clock: StoppedClock
) -> None:
    user, administrator = person(session), person_with_role(session, Role.ADMINISTRATOR)
    address = str(user.email)
    ask(browser, address)
    [code] = CODE.findall(mail_to(app, mail, address))
    give_role(Act(session, administrator.id, clock.now()), user=user, role=Role.ANALYST)
    assert "Koden stemmer ikke" in type_code(browser, code)
    assert not is_signed_in(browser)


def test_nothing_of_the_code_lies_anywhere_but_in_the_delivered_mail(
    app: Flask, browser: PageClient, session: Session, mail: KeptMail
) -> None:
    ask(browser, "ny@plass.test")
    waiting = str(session.scalars(select(OutboxMessage)).one().params)
    session.commit()
    [code] = CODE.findall(mail_to(app, mail, "ny@plass.test"))
    row = session.scalars(select(SignInLink)).one()
    session.refresh(row)
    kept = " ".join(str(value) for value in vars(row).values()) + waiting
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_a_used_link_leads_on_for_its_own_user_and_for_nobody_else(
    app: Flask, browser: PageClient, open_browser: OpenBrowser, session: Session, mail: KeptMail
) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    page = f"/arbeidsgiver/{organisation.orgnr}/kolleger"
    browser.get(page)
    address = str(leader.email)
    browser.submit({"email": address})
    [link] = ADDRESS.findall(mail_to(app, mail, address))
    browser.get(link)
    browser.submit(button="Logg inn")
    browser.get("/konto")
    browser.get(link)
    assert browser.address == page
    for stranger in (open_browser(), open_browser().sign_in(person(session))):
        stranger.get(link, status=410)


def test_a_link_in_another_browser_says_what_to_do(
    app: Flask, browser: PageClient, open_browser: OpenBrowser, mail: KeptMail
) -> None:
    ask(browser, "ny@plass.test")
    [link] = ADDRESS.findall(mail_to(app, mail, "ny@plass.test"))
    phone = open_browser()
    phone.get(link, status=410)
    assert "Gå tilbake dit, og skriv inn koden" in phone.text
    assert "Be om en ny lenke" in phone.text
    assert "Logg inn" not in [button.get_text(strip=True) for button in phone.page.find("main").find_all("button")]  # type: ignore[union-attr]  # the page has a main part
