"""A forgotten PIN: two things held make a new one at once, a code alone a day later, if no other door says no."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.locks import hold
from matching.doors import codes, links, pins
from matching.doors.entering import open_door
from matching.doors.errors import BirthDateWrong, NoPinYet, ResetWaits, TwoDoorsNeeded
from matching.doors.events import note
from matching.doors.held import Held, are_two_doors
from matching.doors.mails import DoorMail
from matching.doors.models import PinReset, SignInCode
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.sign_in.links import SignedIn
from register.sign_in.sessions import end_all_sessions
from register.sign_in.types import Door

RESET_WAITS = timedelta(hours=24)
TO_CHOOSE = timedelta(hours=24)
"""So long a code works still when its day of waiting is over."""


def open_reset(session: Session, candidate: Candidate, *, now: datetime) -> PinReset | None:
    """The new PIN that somebody has asked for and that is not made yet, while their code lives."""
    of_code = _open(candidate).join(SignInCode, SignInCode.id == PinReset.code_id)
    return session.scalar(of_code.where(*codes.lives(now)))


def ask_for_reset(act: Act, held: Held, *, browser: str) -> PinReset:
    """Ask for a new PIN with a code alone. The other doors are told; asking again changes nothing.

    Raises TwoDoorsNeeded for anything but a code, NoPinYet when there is none to forget.
    """
    if held.door is not Door.CODE:
        raise TwoDoorsNeeded
    person = held.candidate
    hold(act.session, person)
    if not pins.has_pin(act.session, person):
        raise NoPinYet
    asked = act.session.scalar(_open(person))
    if asked is not None and asked.code_id == held.id:
        return asked
    if asked is not None:
        asked.stopped_at = act.now
        act.session.flush()
    asked = PinReset(
        candidate_id=person.id, code_id=held.id, asked_at=act.now, browser=browser, ready_at=act.now + RESET_WAITS
    )
    act.session.add(asked)
    code = act.session.get_one(SignInCode, held.id)
    code.expires_at = max(code.expires_at, asked.ready_at + TO_CHOOSE)
    act.session.flush()
    audit.record(act.by(person.user_id), action="pin.reset_asked", subject=person)
    note(act.by(person.user_id), person, DoorEventKind.PIN_RESET_ASKED, browser=browser)
    links.tell_all_addresses(act, person, kind=DoorMail.PIN_RESET_ASKED)
    return asked


def stop_reset(act: Act, candidate: Candidate) -> bool:
    """Say no at another door: the PIN stays as it is, and the code opens nothing any more, so that nobody asks again.

    Returns whether there was anything to stop.
    """
    hold(act.session, candidate)
    asked = open_reset(act.session, candidate, now=act.now)
    if asked is None:
        return False
    asked.stopped_at = act.now
    act.session.get_one(SignInCode, asked.code_id).replaced_at = act.now
    act.session.flush()
    audit.record(act.by(candidate.user_id), action="pin.reset_stopped", subject=candidate)
    note(act.by(candidate.user_id), candidate, DoorEventKind.PIN_RESET_STOPPED)
    return True


def choose_new(
    act: Act, held: Sequence[Held], *, birth_date: date | None, pin: str, tries_left: int, key: str, browser: str
) -> SignedIn:
    """Choose a new PIN and come in: with a code and another thing held, or with a code whose day has passed.

    A code alone may be a lost slip: then the birth date is asked for, and the try counted before. Other sessions end.
    Raises ResetWaits, TwoDoorsNeeded, BirthDateWrong, PinTooEasy, DoorClosed.
    """
    person = held[0].candidate
    hold(act.session, person)
    asked = open_reset(act.session, person, now=act.now)
    if not are_two_doors(held):
        if asked is None or asked.code_id != held[0].id:
            raise TwoDoorsNeeded
        if asked.ready_at > act.now:
            raise ResetWaits(asked.ready_at)
        if birth_date != person.birth_date:
            raise BirthDateWrong(tries_left)
    pins.choose(act, person, pin=pin, key=key)
    if asked is not None:
        asked.done_at = act.now
        act.session.flush()
    if person.user_id is not None:
        end_all_sessions(act, user_id=person.user_id)
    note(act.by(person.user_id), person, DoorEventKind.PIN_RESET, browser=browser)
    links.tell_all_addresses(act, person, kind=DoorMail.PIN_CHANGED)
    return open_door(act, held, browser=browser)


def forget_codes(act: Act) -> None:
    """Remove codes that ran out a month ago, and the new PINs that were asked for with them (a scheduled job)."""
    old = select(SignInCode.id).where(SignInCode.expires_at < act.now - timedelta(days=30))
    act.session.execute(delete(PinReset).where(PinReset.code_id.in_(old)))
    act.session.execute(delete(SignInCode).where(SignInCode.id.in_(old)))


def _open(candidate: Candidate) -> Select[PinReset]:
    return select(PinReset).where(
        PinReset.candidate_id == candidate.id, PinReset.stopped_at.is_(None), PinReset.done_at.is_(None)
    )
