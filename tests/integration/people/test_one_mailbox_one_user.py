"""One mailbox is one user whatever its spelling, at every door, and its mails leave as every server takes them."""

import unicodedata
import uuid

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.adapters.mail import compose
from ground.act import Act
from ground.outbox import OutboxMessage
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.types import Role
from register.sign_in.links import link_token
from tests.factories.register import leader_of, person_with_role, verified_organisation
from tests.support.client import PageClient
from tests.support.world import NOON, SECRET

BLUEBERRY = "kari@xn--blbr-roah.no"
SPELLINGS = ("Kari@Blåbær.NO", unicodedata.normalize("NFD", "kari@blåbær.no"), BLUEBERRY.upper())


def test_who_is_invited_by_one_spelling_signs_in_by_another(session: Session, browser: PageClient) -> None:
    employer = verified_organisation(session)
    browser.sign_in(leader_of(session, employer)).get(f"/arbeidsgiver/{employer.orgnr}/kolleger/inviter")
    browser.submit({"email": SPELLINGS[0], "name": "Kari Nordby"})
    browser.get(f"/arbeidsgiver/{employer.orgnr}/kolleger")
    assert "kari@blåbær.no" in browser.text
    browser.sign_out()
    for spelling in SPELLINGS[1:]:
        browser.get("/logg-inn")
        browser.submit({"email": spelling})
    sent = session.scalars(select(OutboxMessage).where(OutboxMessage.recipient == BLUEBERRY)).all()
    link_id = next(one.params["link_id"] for one in sent if "link_id" in one.params)
    browser.get(f"/logg-inn/{link_token(link_id, key=SECRET)}")
    assert "kari@blåbær.no" in browser.text
    browser.submit()
    browser.get("/konto")
    assert "Du logger inn som kari@blåbær.no." in browser.text
    browser.get("/invitasjoner")
    browser.submit(button=f"Si ja til {employer.name}")
    invited = session.scalars(select(User).where(User.email == BLUEBERRY)).one()
    assert find_or_create_user(Act(session, None, NOON), email=SPELLINGS[2]).id == invited.id
    assert session.scalar(select(func.count()).where(User.email == BLUEBERRY)) == 1


def test_the_database_keeps_one_user_of_a_mailbox(session: Session) -> None:
    session.add_all([User(email=spelling, name="Kari", created_at=NOON) for spelling in SPELLINGS[:2]])
    with pytest.raises(IntegrityError):
        session.flush()


@pytest.mark.parametrize(
    ("typed", "said"), [("“kari”@firma.no", "bokstavene a til z"), ("kari", "for eksempel navn@virksomhet.no")]
)
def test_what_no_plain_server_takes_is_refused_at_the_field(browser: PageClient, typed: str, said: str) -> None:
    browser.get("/logg-inn")
    browser.submit({"email": typed})
    assert said in browser.text
    assert typed in browser.response.text.replace("&#34;", '"')


def test_an_administrator_finds_a_user_by_any_spelling(session: Session, browser: PageClient) -> None:
    find_or_create_user(Act(session, None, NOON), email=BLUEBERRY, name="Bjørg Blåbær")
    browser.sign_in(person_with_role(session, Role.ADMINISTRATOR))
    for spelling in SPELLINGS:
        browser.get("/fylket/brukere", query_string={"q": spelling})
        assert "Bjørg Blåbær" in browser.text


def test_a_mail_leaves_for_the_domain_that_every_server_knows() -> None:
    mail = compose(uuid.uuid4(), "Plass på nett <ikke-svar@blåbær.no>", "Kari@Blåbær.no", "Æøå", "Hei.")
    assert mail["To"] == "Kari@xn--blbr-roah.no"
    assert "<ikke-svar@xn--blbr-roah.no>" in mail["From"]
    assert "Plass på nett" in mail["From"]
    assert mail["Message-ID"].endswith("@xn--blbr-roah.no>")
    assert mail.as_bytes().isascii()
