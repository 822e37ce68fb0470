"""Whoever signs in from a browser that is new to them is told by mail, at the address they sign in with."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.mails.sending import send_outbox
from app.sign_in.jobs import forget_what_is_over
from register.sign_in.links import link_token
from register.sign_in.models import KnownBrowser, SignInLink
from tests.factories.candidates import can_sign_in, candidate
from tests.factories.register import person
from tests.integration.sign_in.test_links import ask_for_link
from tests.support.client import PageClient
from tests.support.world import SECRET, KeptMail, StoppedClock

OpenBrowser = Callable[[], PageClient]
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
COOKIE = "plass-browser"


def sign_in(browser: PageClient, session: Session, address: str) -> PageClient:
    """By the mail, as a person does; who was here before goes first."""
    browser.sign_out()
    ask_for_link(browser, address)
    [link] = session.scalars(select(SignInLink).where(SignInLink.used_at.is_(None)))
    browser.get(f"/logg-inn/{link_token(str(link.id), key=SECRET)}")
    browser.submit(button="Logg inn")
    return browser


@pytest.fixture
def told(app: Flask, session: Session, mail: KeptMail) -> Callable[[], list[str]]:
    """The texts of the mails about new browsers that have gone."""

    def texts() -> list[str]:
        session.commit()
        with app.app_context():
            send_outbox()
        return [sent.text for sent in mail.sent if sent.subject == "Ny innlogging i Plass"]

    return texts


def test_the_first_browser_is_not_told_of_the_second_is_and_a_known_one_is_not(
    open_browser: OpenBrowser, session: Session, told: Callable[[], list[str]]
) -> None:
    address = str(person(session).email)
    first, second = open_browser(), open_browser()
    second.client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    sign_in(first, session, address)
    assert told() == []
    sign_in(second, session, address)
    [text] = told()
    assert "23.\N{NO-BREAK SPACE}november 2026 kl.\N{NO-BREAK SPACE}12:00, fra Firefox på Windows." in text
    assert "«Logg ut overalt»" in text
    assert "/konto" in text
    for known in (first, second):
        sign_in(known, session, address)
    assert len(told()) == 1


def test_what_is_kept_cannot_be_used_to_tie_two_who_share_a_browser_nor_read_back(
    browser: PageClient, session: Session
) -> None:
    for user in (person(session), person(session)):
        sign_in(browser, session, str(user.email))
    kept = browser.client.get_cookie(COOKIE)
    assert kept is not None
    assert (kept.http_only, kept.max_age) == (True, 365 * 24 * 3600)
    hashes = set(session.scalars(select(KnownBrowser.browser_hash)))
    assert len(hashes) == 2
    assert kept.value not in hashes


def test_wiping_it_does_no_harm_but_a_mail(
    browser: PageClient, session: Session, told: Callable[[], list[str]]
) -> None:
    address = str(person(session).email)
    sign_in(browser, session, address)
    browser.client.delete_cookie(COOKIE)
    sign_in(browser, session, address).get("/konto")
    assert "Kontoen din" in browser.text
    assert len(told()) == 1


def test_a_candidate_is_not_noted(open_browser: OpenBrowser, session: Session, told: Callable[[], list[str]]) -> None:
    young = can_sign_in(session, candidate(session))
    young.email = address = "ung@plass.test"
    for _ in range(2):
        assert sign_in(open_browser(), session, address).client.get_cookie(COOKIE) is None
    assert told() == []
    assert session.scalars(select(KnownBrowser)).all() == []


def test_a_browser_is_forgotten_a_year_after_its_last_use(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    sign_in(browser, session, str(person(session).email))
    left = []
    for days in (364, 1):
        clock.forward(days=days)
        session.commit()
        with app.app_context():
            forget_what_is_over()
        session.expire_all()
        left.append(len(session.scalars(select(KnownBrowser)).all()))
    assert left == [1, 0]
