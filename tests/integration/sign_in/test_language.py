"""The language is one choice: kept with the account, followed by pages and mails, and by nobody else's account."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo.people import PEOPLE
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.texts import Locale
from register.joining.colleagues import invite_colleague
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.types import Role
from register.sign_in.links import link_token
from register.sign_in.mails import SignInMail
from tests.factories.candidates import can_sign_in, candidate
from tests.factories.register import leader_of, person, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, SECRET

OpenBrowser = Callable[[], PageClient]


def language_of_page(browser: PageClient) -> str:
    browser.get("/tilgjengelighet")
    assert browser.page.html is not None
    return str(browser.page.html["lang"])


def sign_in_by_link(browser: PageClient, session: Session, user: User) -> OutboxMessage:
    """Sign in as a person does, and return the mail that it was done by."""
    browser.get("/logg-inn")
    browser.submit({"email": user.email})
    session.expire_all()
    mail = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == SignInMail.SIGN_IN)).one()
    browser.get(f"/logg-inn/{link_token(mail.params['link_id'], key=SECRET)}")
    browser.post(f"/logg-inn/{link_token(mail.params['link_id'], key=SECRET)}")
    return mail


def test_a_choice_by_who_is_signed_in_follows_the_account_to_every_browser(
    browser: PageClient, open_browser: OpenBrowser, session: Session
) -> None:
    user, other = person(session), open_browser()
    other.sign_in(user)
    browser.sign_in(user).get("/sprak/nn")
    session.expire_all()
    assert user.locale is Locale.NYNORSK
    assert (language_of_page(browser), language_of_page(other)) == ("nn", "nn")


def test_a_candidate_chooses_for_pages_and_mails_alike(browser: PageClient, session: Session) -> None:
    user = can_sign_in(session, candidate(session))
    browser.sign_in(user).get("/sprak/en")
    session.expire_all()
    assert user.locale is Locale.ENGLISH


def test_what_somebody_unknown_chooses_becomes_the_accounts_when_they_sign_in(
    browser: PageClient, session: Session
) -> None:
    user = person(session)
    browser.get("/sprak/en")
    sign_in_by_link(browser, session, user)
    session.expire_all()
    assert user.locale is Locale.ENGLISH
    assert language_of_page(browser) == "en"


def test_the_next_who_signs_in_here_reads_in_their_own_language(browser: PageClient, session: Session) -> None:
    before, after = person(session, "Fredrik Før"), person(session, "Eli Etter")
    sign_in_by_link(browser, session, before)
    browser.get("/sprak/en")
    browser.client.post("/logg-ut", data={"csrf_token": browser.csrf_token()})
    assert language_of_page(browser) == "en", "nobody has chosen another"
    session.query(OutboxMessage).delete()
    session.commit()
    sign_in_by_link(browser, session, after)
    session.expire_all()
    assert (before.locale, after.locale) == (Locale.ENGLISH, Locale.BOKMAAL)
    assert language_of_page(browser) == "nb"


@pytest.mark.parametrize("chosen", list(Locale))
def test_the_mail_with_the_link_is_in_the_language_of_the_account_whatever_the_browser_asks_for(
    browser: PageClient, session: Session, chosen: Locale
) -> None:
    user = person(session)
    user.locale = chosen
    session.commit()
    browser.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    assert sign_in_by_link(browser, session, user).locale is chosen


def test_who_has_no_account_is_written_to_in_the_language_of_whoever_lets_them_in(session: Session) -> None:
    organisation = verified_organisation(session)
    leader = leader_of(session, organisation)
    leader.locale = Locale.NYNORSK
    act = Act(session, leader.id, NOON)
    invite_colleague(act, organisation=organisation, email="ny@plass.test", name="Ny", role=Role.EMPLOYEE)
    assert session.scalars(select(OutboxMessage.locale).where(OutboxMessage.recipient == "ny@plass.test")).all() == [
        Locale.NYNORSK
    ]
    assert find_or_create_user(act, email="to@plass.test").locale is Locale.NYNORSK
    assert find_or_create_user(act.by(None), email="tre@plass.test").locale is Locale.BOKMAAL


def test_the_demo_keeps_what_its_visitor_chose_whoever_they_are(browser: PageClient, session: Session) -> None:
    first, second = PEOPLE[:2]
    for one in (first, second):
        find_or_create_user(Act(session, None, NOON), email=one.email, name=one.name)
    session.commit()
    browser.get("/demo/")
    browser.post(f"/demo/logg-inn/{first.key}")
    browser.get("/sprak/en")
    browser.get("/demo/")
    browser.post(f"/demo/logg-inn/{second.key}")
    assert language_of_page(browser) == "en"
