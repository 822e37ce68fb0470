"""Coming in: what is held and the PIN open a session, which knows how it was opened."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import update

from ground.act import Act
from ground.locks import hold
from ground.rows import rows_met
from matching.doors import codes, devices, links, pins
from matching.doors.errors import BirthDateWrong, DoorTooNew, NoPinYet, PinNotRight, PinWrong
from matching.doors.events import note
from matching.doors.held import MOST_WRONG_PINS, Held, forgive
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.sign_in.links import SignedIn
from register.sign_in.models import UserSession
from register.sign_in.sessions import SESSION_LIFE, open_session
from register.sign_in.types import Door

ELSEWHERE_LIFE = timedelta(hours=2)
"""How long a candidate is signed in on a machine that is not their own, however busy."""
OLD_ENOUGH = timedelta(hours=24)
"""A door that somebody else made is old enough for what cannot be undone: its owner has had time to see it."""


def enter(act: Act, held: Sequence[Held], *, pin: str, tries_left: int, key: str, browser: str) -> SignedIn:
    """Open a session for who holds something and knows the PIN; count the try at the first thing before.

    Raises NoPinYet, PinWrong, DoorClosed.
    """
    person = held[0].candidate
    if not pins.has_pin(act.session, person):
        raise NoPinYet
    if not pins.is_right(act.session, person, pin=pin, key=key):
        raise PinWrong(tries_left)
    return open_door(act, held, browser=browser)


def enter_first(
    act: Act, code: Held, *, birth_date: date | None, pin: str, tries_left: int, key: str, browser: str
) -> SignedIn:
    """Choose the first PIN, with a code and the birth date, and come in.

    The birth date guards a lost slip; the counsellor knows it. Raises NoPinYet for anything but a code and for one who
    has a PIN, BirthDateWrong, PinTooEasy, DoorClosed.
    """
    person = code.candidate
    hold(act.session, person)
    if code.door is not Door.CODE or pins.has_pin(act.session, person):
        raise NoPinYet
    if birth_date != person.birth_date:
        raise BirthDateWrong(tries_left)
    pins.choose(act, person, pin=pin, key=key)
    note(act.by(person.user_id), person, DoorEventKind.PIN_CHOSEN, browser=browser)
    return open_door(act, [code], browser=browser)


def is_own_telephone(act: Act, candidate: Candidate, entered: UserSession, *, browser: str) -> str:
    """The candidate says so: it is known from now on, and this session lasts as there. Returns the cookie's secret."""
    act.session.execute(
        update(UserSession).where(UserSession.id == entered.id).values(expires_at=entered.created_at + SESSION_LIFE)
    )
    return devices.know(act, candidate, browser=browser)


def count_proof(act: Act, session_id: uuid.UUID) -> bool:
    """Count one try at the PIN in a session, in a transaction of its own; whether it may be judged.

    After five wrong ones it may not: the session ends.
    """
    one_more = (
        update(UserSession)
        .where(UserSession.id == session_id, UserSession.wrong_pins < MOST_WRONG_PINS)
        .values(wrong_pins=UserSession.wrong_pins + 1)
    )
    may_be_judged = rows_met(act.session, one_more) == 1
    if not may_be_judged:
        act.session.execute(update(UserSession).where(UserSession.id == session_id).values(ended_at=act.now))
    return may_be_judged


def forgive_proof(act: Act, session_id: uuid.UUID) -> None:
    """The PIN was right, whatever else was refused."""
    act.session.execute(update(UserSession).where(UserSession.id == session_id).values(wrong_pins=0))


def must_be_old_enough(act: Act, entered: UserSession) -> None:
    """For what cannot be undone: a door that is a day old, asked before the PIN. Raises DoorTooNew."""
    if entered.door is not Door.DEMO and entered.held_since > act.now - OLD_ENOUGH:
        raise DoorTooNew


def must_know_pin(act: Act, candidate: Candidate, entered: UserSession, *, pin: str, key: str) -> None:
    """The PIN once more, behind the door; count the try before. In the demo anything is right. Raises PinNotRight."""
    if entered.door is not Door.DEMO and not pins.is_right(act.session, candidate, pin=pin, key=key):
        raise PinNotRight
    forgive_proof(act, entered.id)


def open_door(act: Act, held: Sequence[Held], *, browser: str) -> SignedIn:
    """Open a session for who has proved to be the candidate. Raises DoorClosed when a code was used meanwhile."""
    first, person = held[0], held[0].candidate
    user = person.user
    assert user is not None  # a thing that is held is of somebody with a user
    forgive(act, first)
    if first.door is Door.CODE:
        codes.use_up(act, first)
        note(act.by(user.id), person, DoorEventKind.CODE_USED, browser=browser)
    known = [one for one in held if one.door is Door.DEVICE]
    for device in known:
        devices.used(act, device)
    links.forgive_links(act, person)
    life = SESSION_LIFE if known else ELSEWHERE_LIFE
    token = open_session(act, user=user, door=first.door, held_since=first.since, life=life, browser=browser)
    return SignedIn(user, token, "")
