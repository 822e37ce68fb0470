"""A session that nobody uses ends, and one that is used goes on."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from register.people.models import User
from register.sign_in.models import UserSession
from register.sign_in.sessions import CANDIDATES_IDLE, living_session, open_session
from register.sign_in.types import Door
from tests.factories.candidates import can_sign_in, candidate
from tests.factories.register import counsellor
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

STAFF_IDLE = 60
"""Minutes; the setting as it comes."""


@pytest.mark.parametrize(("pause", "goes_on"), [(STAFF_IDLE - 1, True), (STAFF_IDLE, False)])
def test_a_counsellors_session_ends_after_an_hour_without_use(
    browser: PageClient, session: Session, clock: StoppedClock, pause: int, goes_on: bool
) -> None:
    browser.sign_in(counsellor(session)).get("/veileder/")
    clock.forward(minutes=pause)
    browser.get("/veileder/")
    assert (browser.address == "/veileder/") is goes_on


def test_a_session_in_use_goes_on_until_the_day_is_over(
    browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    browser.sign_in(counsellor(session))
    for _ in range(12):
        clock.forward(minutes=STAFF_IDLE - 1)
        browser.get("/veileder/")
        assert browser.address == "/veileder/"
    clock.forward(minutes=STAFF_IDLE - 1)
    browser.get("/veileder/")
    assert browser.address.startswith("/logg-inn"), "twelve hours, however busy"


def test_use_is_written_down_once_a_minute(browser: PageClient, session: Session, clock: StoppedClock) -> None:
    def seen() -> object:
        return session.scalars(select(UserSession.seen_at)).one()

    browser.sign_in(counsellor(session)).get("/veileder/")
    clock.forward(seconds=59)
    browser.get("/veileder/")
    assert seen() == NOON
    clock.forward(seconds=1)
    browser.get("/veileder/")
    assert seen() == clock.now()


@pytest.mark.parametrize("door", [Door.CODE, Door.DEVICE, Door.OWN_LINK])
def test_a_young_persons_session_ends_after_half_an_hour_whatever_the_setting(session: Session, door: Door) -> None:
    user: User = can_sign_in(session, candidate(session))
    token = open_session(Act(session, None, NOON), user=user, door=door)
    for_ever = STAFF_IDLE * CANDIDATES_IDLE
    last = NOON + CANDIDATES_IDLE
    assert living_session(session, token=token, now=last, idle=for_ever) is None
    assert living_session(session, token=token, now=last.replace(minute=last.minute - 1), idle=for_ever) is not None


def test_what_is_sent_after_the_end_is_there_after_sign_in(
    browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    user = counsellor(session)
    browser.sign_in(user).get("/konto")
    clock.forward(minutes=STAFF_IDLE)
    browser.submit({"name": "Vera Lang"}, button="Lagre")
    assert "tar vi vare på i 24 timer" in browser.text
    browser.sign_in(user)
    with browser.client.session_transaction() as cookie:
        cookie["has_drafts"] = True  # as a sign-in by mail notes
    browser.get("/konto")
    [field] = browser.page.select('[name="name"]')
    assert field["value"] == "Vera Lang"
    session.refresh(user)
    assert user.name == "Vera Lund", "not sent"


def test_who_says_to_be_here_stays(browser: PageClient, session: Session, clock: StoppedClock) -> None:
    browser.sign_in(counsellor(session)).get("/konto")
    for _ in range(3):
        clock.forward(minutes=STAFF_IDLE - 1)
        assert browser.client.get("/konto/her").status_code == 204
    browser.get("/konto")
    assert browser.address == "/konto"
    clock.forward(minutes=STAFF_IDLE)
    assert browser.client.get("/konto/her").status_code == 302
