"""One's own account."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from ground.texts import Locale
from tests.factories.register import person
from tests.support.client import PageClient


def test_a_person_changes_name_and_language(browser: PageClient, session: Session) -> None:
    user = person(session, "Kari Nordby")
    browser.sign_in(user).get("/konto")
    browser.submit({"name": "Kari Nordby Lund", "locale": "nn"}, button="Lagre")
    session.refresh(user)
    assert (user.name, user.locale) == ("Kari Nordby Lund", Locale.NYNORSK)
    assert browser.page.html is not None
    assert browser.page.html["lang"] == "nn"


def test_an_empty_name_is_refused_at_the_field(browser: PageClient, session: Session) -> None:
    user = person(session, "Kari Nordby")
    browser.sign_in(user).get("/konto")
    browser.submit({"name": "  "}, button="Lagre")
    assert "Skriv inn navnet ditt." in browser.text
    session.refresh(user)
    assert user.name == "Kari Nordby"


def test_the_second_of_two_tabs_is_told(
    browser: PageClient, open_browser: Callable[[], PageClient], session: Session
) -> None:
    user = person(session, "Kari Nordby")
    other = open_browser().sign_in(user)
    browser.sign_in(user).get("/konto")
    other.get("/konto")
    browser.submit({"name": "Kari Først"}, button="Lagre")
    other.submit({"name": "Kari Sist"}, button="Lagre")
    assert "Du har lagret dette i et annet vindu" in other.text
    session.refresh(user)
    assert user.name == "Kari Først"


def test_signing_out_everywhere_ends_every_browser(
    browser: PageClient, open_browser: Callable[[], PageClient], session: Session
) -> None:
    user = person(session)
    other = open_browser().sign_in(user)
    browser.sign_in(user).get("/konto")
    browser.submit(button="Logg ut overalt")
    for each in (browser, other):
        each.get("/konto")
        assert "Send meg en lenke" in each.text
