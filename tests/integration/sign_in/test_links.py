"""The one-time link: the same answer for all, once, for a quarter of an hour, in the browser that asked."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.addresses import safe_path
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.texts import Locale
from register.people.models import User
from register.roles.closing import close_user
from register.roles.queries import is_staff
from register.roles.types import Role
from register.sign_in.browsers import note_browser
from register.sign_in.links import MOST_LINKS, link_token, send_link
from register.sign_in.mails import SignInMail
from tests.factories.register import leader_of, person, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import SECRET, StoppedClock

OpenBrowser = Callable[[], PageClient]


def ask_for_link(browser: PageClient, email: str, address: str = "/logg-inn") -> str:
    browser.get(address)
    browser.submit({"email": email})
    return browser.text


def link_in_mail(session: Session, email: str) -> str:
    session.expire_all()
    messages = session.scalars(select(OutboxMessage).where(OutboxMessage.recipient == email)).all()
    newest = max(messages, key=lambda message: message.created_at)
    return f"/logg-inn/{link_token(newest.params['link_id'], key=SECRET)}"


def test_the_answer_is_the_same_for_a_known_an_unknown_and_a_closed_address(
    browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    known, closed = person(session, "Kjent"), person(session, "Stengt")
    close_user(Act(session, known.id, clock.now()), user_id=closed.id)
    answers = [ask_for_link(browser, email) for email in (str(known.email), "helt-ny@plass.test", str(closed.email))]
    assert len(set(answers)) == 1
    told = select(OutboxMessage.recipient).where(OutboxMessage.kind == SignInMail.SIGN_IN)
    assert set(session.scalars(told)) == {known.email, "helt-ny@plass.test"}


def test_an_address_is_not_flooded_and_who_asks_from_another_browser_is_not_kept_out(
    session: Session, clock: StoppedClock
) -> None:
    user = person(session)
    user.email = "offer@plass.test"
    note_browser(Act(session, user.id, clock.now()), user=user, token="known", kind="firefox-windows")

    def sent_after_asking(browser: str, known_by: str = "") -> int:
        send_link(
            Act(session, None, clock.now()),
            email="offer@plass.test",
            browser=browser,
            known_by=known_by,
            next_path="",
            locale=Locale.BOKMAAL,
            key=SECRET,
            asked_from="firefox-windows",
            link_only=is_staff,
        )
        return session.scalar(select(func.count()).where(OutboxMessage.recipient == "offer@plass.test")) or 0

    assert [sent_after_asking("a stranger's") for _ in range(6)] == [1, 2, 3, 3, 3, 3]
    assert sent_after_asking("their own") == 4
    assert [sent_after_asking(f"stranger {n}") for n in range(MOST_LINKS)][-1] == MOST_LINKS
    assert sent_after_asking("somebody new", "of another user") == MOST_LINKS
    assert [sent_after_asking("who has been here", "known") - MOST_LINKS for _ in range(4)] == [1, 2, 3, 3]
    clock.forward(minutes=15)
    assert sent_after_asking("their own") == MOST_LINKS + 4


def test_a_link_signs_in_once(browser: PageClient, session: Session) -> None:
    ask_for_link(browser, "Ny.Person@Plass.test")
    link = link_in_mail(session, "ny.person@plass.test")
    browser.get(link)
    assert "ny.person@plass.test" in browser.text
    browser.submit(button="Logg inn")
    assert session.scalar(select(User).where(User.email == "ny.person@plass.test")) is not None
    browser.get("/konto")
    browser.sign_out()
    browser.get(link, status=410)
    browser.post(link, status=410)


def test_looking_at_a_link_does_not_use_it_up(browser: PageClient, session: Session) -> None:
    ask_for_link(browser, "skanner@plass.test")
    link = link_in_mail(session, "skanner@plass.test")
    browser.get(link)
    browser.get(link)
    browser.submit(button="Logg inn")
    browser.get("/konto")


def test_a_link_lives_for_fifteen_minutes(browser: PageClient, session: Session, clock: StoppedClock) -> None:
    ask_for_link(browser, "sen@plass.test")
    link = link_in_mail(session, "sen@plass.test")
    clock.forward(minutes=14, seconds=59)
    browser.get(link)
    clock.forward(seconds=1)
    browser.get(link, status=410)
    assert "Be om en ny lenke" in browser.text


def test_a_link_works_only_in_the_browser_that_asked(
    browser: PageClient, open_browser: OpenBrowser, session: Session
) -> None:
    ask_for_link(browser, "stjaalet@plass.test")
    link = link_in_mail(session, "stjaalet@plass.test")
    thief = open_browser()
    thief.get(link, status=410)
    thief.post(link, status=410)
    thief.get("/konto")
    assert "Logg inn" in thief.text
    browser.get(link)
    browser.submit(button="Logg inn")
    browser.get("/konto")
    assert "Kontoen din" in browser.text


def test_a_made_up_link_is_refused(browser: PageClient) -> None:
    browser.get("/logg-inn/finnes-ikke", status=410)


def test_a_link_to_a_user_closed_in_the_meantime_is_refused(
    browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    user = person(session)
    ask_for_link(browser, str(user.email))
    link = link_in_mail(session, str(user.email))
    close_user(Act(session, user.id, clock.now()), user_id=user.id)
    browser.post(link, status=410)


def test_closing_a_user_ends_the_session_at_once(browser: PageClient, session: Session, clock: StoppedClock) -> None:
    user = person(session)
    browser.sign_in(user)
    browser.get("/konto")
    close_user(Act(session, user.id, clock.now()), user_id=user.id)
    browser.get("/konto")
    assert "Logg inn" in browser.text


def test_a_session_ends_after_a_working_day(browser: PageClient, session: Session, clock: StoppedClock) -> None:
    browser.sign_in(person(session))
    clock.forward(hours=12)
    browser.get("/konto")
    assert "Logg inn" in browser.text


def test_after_signing_in_a_person_comes_where_they_were_going(browser: PageClient, session: Session) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/kolleger?a=1")
    browser.submit({"email": leader.email})
    browser.get(link_in_mail(session, str(leader.email)))
    browser.submit(button="Logg inn")
    assert browser.address == f"/arbeidsgiver/{organisation.orgnr}/kolleger?a=1"


def test_a_sign_in_never_leads_out_of_plass(browser: PageClient, session: Session) -> None:
    administrator = person_with_role(session, Role.ADMINISTRATOR)
    ask_for_link(browser, str(administrator.email), "/logg-inn?neste=//ond.test/fylket")
    browser.get(link_in_mail(session, str(administrator.email)))
    browser.submit(button="Logg inn")
    assert browser.address == "/fylket/"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://ond.test/",
        "//ond.test",
        "/\\ond.test",
        "/\t/ond.test",
        "\\\\ond.test",
        "/fylket\\..\\ond",
        "javascript:alert(1)",
        "fylket",
        "/" + "a" * 300,
        "",
        None,
    ],
)
def test_only_a_path_of_our_own_is_safe(wanted: str | None) -> None:
    assert safe_path(wanted) == ""


def test_a_path_of_our_own_is_kept_with_its_question() -> None:
    assert safe_path("/stillinger?kommune=3205&side=2") == "/stillinger?kommune=3205&side=2"
