"""Coming in as a young person does: a code from the counsellor's page, a PIN, a link in a mail."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from matching.doors import pins
from matching.doors.links import token_of
from matching.doors.models import OwnLink
from matching.records.tables.candidate import Candidate
from tests.support.client import PageClient
from tests.support.world import NOON, SECRET

PIN = "270461"


LONG_AGO = NOON - timedelta(days=2)
"""When what somebody came in by was made: long enough ago for what cannot be undone."""


def knows_pin(session: Session, person: Candidate) -> None:
    """The young person has chosen the PIN."""
    pins.choose(Act(session, person.user_id, NOON), person, pin=PIN, key=SECRET)
    session.commit()


def code_from(keeper: PageClient, person: Candidate) -> str:
    """The code that a signed-in counsellor makes and reads from the page."""
    keeper.get(f"/veileder/kandidater/{person.id}/kode")
    keeper.submit(button="Lag kode")
    shown = keeper.page.select_one(".code-shown")
    assert shown is not None
    return shown.get_text(strip=True)


def type_code(young: PageClient, code: str) -> None:
    """Type a code; what follows is asked on the next page."""
    young.get("/min-side/kode")
    young.submit({"code": code}, button="Gå videre")


def choose_first_pin(young: PageClient, person: Candidate, pin: str = PIN) -> None:
    """Choose the PIN, on the page that the first code leads to."""
    young.submit({"birth_date": f"{person.birth_date:%d.%m.%Y}", "pin": pin}, button="Velg PIN-koden")


def say_whose_telephone(young: PageClient, *, own: bool) -> None:
    """Answer whether the telephone is one's own."""
    young.submit({"own": "yes" if own else "no"}, button="Gå videre")


def come_in_first(young: PageClient, code: str, person: Candidate, *, own: bool = False) -> None:
    """The whole first time."""
    type_code(young, code)
    choose_first_pin(young, person)
    say_whose_telephone(young, own=own)


def type_pin(young: PageClient, pin: str = PIN) -> None:
    """Type the PIN on a page that asks for it."""
    young.submit({"pin": pin}, button="Logg inn")


def newest_link(session: Session) -> str:
    """The path in the newest mail to a candidate."""
    newest = session.scalars(select(OwnLink.id).order_by(OwnLink.created_at.desc(), OwnLink.id)).first()
    assert newest is not None
    return f"/min-side/inn/{token_of(newest, key=SECRET)}"
