"""What a browser knows of a person goes when they go; the next at its keyboard finds nothing of them."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from register.people.models import User
from tests.factories.register import counsellor, person
from tests.integration.sign_in.test_links import ask_for_link, link_in_mail
from tests.support.client import PageClient
from tests.support.world import StoppedClock


@pytest.fixture
def worker(session: Session, browser: PageClient) -> User:
    """A counsellor who has answered a question about somebody, with a message that names that person still unread."""
    user = counsellor(session)
    browser.sign_in(user).get("/veileder/kandidater/ny")
    browser.submit({"protected": "no"}, button="Gå videre")
    with browser.client.session_transaction() as cookie:
        cookie["language"], cookie["person"] = "nn", user.id.hex
        cookie["_flashes"] = [("message", "Amina er registrert.")]
    return user


def known(browser: PageClient) -> dict[str, Any]:
    with browser.client.session_transaction() as cookie:
        return dict(cookie)


def test_who_signs_out_leaves_the_language_alone(browser: PageClient, worker: User) -> None:
    before = known(browser)["csrf_token"]
    browser.get("/veileder/")
    with browser.client.session_transaction() as cookie:
        cookie["_flashes"] = [("message", "Amina er registrert.")]
    page = browser.client.post("/logg-ut", data={"csrf_token": browser.csrf_token()}, follow_redirects=True)
    assert "Amina" not in page.text
    left = known(browser)
    assert left.pop("language") == "nn"
    assert left.pop("csrf_token", "") != before
    assert not left.keys() - {"_fresh"}


def test_who_only_goes_away_leaves_nothing_to_read_when_the_session_has_ended(
    browser: PageClient, worker: User, clock: StoppedClock
) -> None:
    clock.forward(hours=13)
    browser.get("/")
    assert "Amina" not in browser.text
    assert not known(browser).keys() - {"language", "csrf_token", "person"}


@pytest.mark.parametrize("comes_back", [True, False])
def test_the_next_who_signs_in_is_asked_anew_and_only_who_comes_back_has_the_old_token(
    session: Session, browser: PageClient, worker: User, clock: StoppedClock, comes_back: bool
) -> None:
    clock.forward(hours=13)
    next_one = worker if comes_back else counsellor(session, name="Kari Kollega")
    session.commit()
    ask_for_link(browser, str(next_one.email))
    before = known(browser)["csrf_token"]
    browser.get(link_in_mail(session, str(next_one.email)))
    browser.submit()
    browser.get("/veileder/kandidater/ny/opplysninger")
    assert "adressesperre" in browser.text
    assert (known(browser)["csrf_token"] == before) is comes_back


def test_a_person_without_roles_signs_out_as_well(session: Session, browser: PageClient) -> None:
    browser.sign_in(person(session)).get("/konto")
    browser.post("/logg-ut")
    assert "person" not in known(browser)
