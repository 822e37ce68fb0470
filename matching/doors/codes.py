"""The code from the counsellor: the first thing that a candidate holds. It opens once, with the PIN.

The code is shown to whoever made it, for ten minutes, and stands nowhere: not in the database, in an address, in a log
or in a cookie. Its secret part is derived from the row, its maker and the key of the server, so the page that shows it
can work it out again; to anybody else, and afterwards, the row tells only whether a typed code is right.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import NotFound
from ground.locks import hold
from ground.rows import rows_met
from ground.secrets import SHOWN_FOR, derived_code, keyed_fingerprint, new_code, normalise_code, same
from ground.texts import Locale
from matching.doors.errors import CodeUnusable, DoorClosed
from matching.doors.events import note
from matching.doors.held import Held, is_alive, may_come_in
from matching.doors.models import SignInCode
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.people.models import User
from register.roles.grants import give_role
from register.roles.types import Role
from register.sign_in.types import Door

CODE_LIFE = timedelta(days=7)
MOST_ATTEMPTS = 5
FINDER_LETTERS, SECRET_LETTERS = 4, 8
UNUSED = (SignInCode.used_at.is_(None), SignInCode.replaced_at.is_(None))
"""For the database: it has not opened, and there is no newer one."""


def make_code(act: Act, *, candidate: Candidate, key: str) -> str:
    """Make a new code, which `code_to_show` shows for a while. Earlier codes stop working; open sessions go on.

    Who has left, or wants to be deleted, may sign in too: to see, take along, delete or regret. Raises NotFound for one
    who has been forgotten meanwhile.
    """
    hold(act.session, candidate)
    if candidate.forgotten_at is not None:
        raise NotFound
    if candidate.user is None:  # then there is no earlier code either
        make_user(act, candidate, act.person_id)
    else:
        act.session.execute(
            update(SignInCode).where(SignInCode.candidate_id == candidate.id, *UNUSED).values(replaced_at=act.now)
        )
    row = SignInCode(
        candidate_id=candidate.id,
        finder=_new_finder(act.session),
        created_at=act.now,
        created_by_id=act.person_id,
        expires_at=act.now + CODE_LIFE,
    )
    code = _code_of(row, key)
    row.code_hash = keyed_fingerprint(code, key)
    act.session.add(row)
    act.session.flush()
    audit.record(act, action="sign_in_code.made", subject=candidate)
    note(act, candidate, DoorEventKind.CODE_MADE)
    return code


@dataclass(frozen=True)
class ShownCode:
    """A code that its maker is shown, until when it is shown and until when it works."""

    code: str
    shown_until: datetime
    expires_at: datetime


def code_to_show(
    session: Session, candidate_id: uuid.UUID, *, maker_id: uuid.UUID, key: str, now: datetime
) -> ShownCode | None:
    """The code that this person has made and still may see; None for anybody else, and once it is used or replaced."""
    row = living_code(session, candidate_id, now=now)
    if row is None or row.created_by_id != maker_id or row.created_at + SHOWN_FOR <= now:
        return None
    code = _code_of(row, key)
    if not same(row.code_hash, keyed_fingerprint(code, key)):  # made with an earlier key
        return None
    return ShownCode(code, row.created_at + SHOWN_FOR, row.expires_at)


def count_attempt(act: Act, *, typed: str) -> None:
    """Count one try at a code, in a transaction of its own so that a wrong try is not forgotten.

    Raises CodeUnusable when there is no such living code or it has been tried too often.
    """
    one_more = (
        update(SignInCode)
        .where(
            SignInCode.finder == normalise_code(typed)[:FINDER_LETTERS],
            SignInCode.attempts < MOST_ATTEMPTS,
            SignInCode.expires_at > act.now,
            *UNUSED,
        )
        .values(attempts=SignInCode.attempts + 1)
    )
    if rows_met(act.session, one_more) != 1:
        raise CodeUnusable


def code_typed(session: Session, *, typed: str, key: str, now: datetime) -> SignInCode:
    """The living code that was typed; call `count_attempt` first. Raises CodeUnusable, never why."""
    code = normalise_code(typed)
    row = session.scalar(select(SignInCode).where(SignInCode.finder == code[:FINDER_LETTERS]))
    if row is None or not same(row.code_hash, keyed_fingerprint(code, key)) or held_code(session, row.id, now) is None:
        raise CodeUnusable
    row.attempts = 0  # it may be typed again a day later, for a new PIN
    session.flush()
    return row


def held_code(session: Session, code_id: uuid.UUID, now: datetime) -> Held | None:
    """A code that was typed rightly a while ago, if it lives still."""
    row = session.scalar(select(SignInCode).where(SignInCode.id == code_id, *lives(now)))
    if row is None or not may_come_in(row.candidate):
        return None
    return Held(Door.CODE, row.id, row.candidate_id, row.candidate, row.created_at)


def use_up(act: Act, held: Held) -> None:
    """The code has opened. Raises DoorClosed when it was used at the same moment elsewhere."""
    take = (
        update(SignInCode)
        .where(SignInCode.id == held.id, *UNUSED)
        .values(used_at=act.now)
        .execution_options(synchronize_session="fetch")
    )
    if rows_met(act.session, take) != 1:
        raise DoorClosed


def living_code(session: Session, candidate_id: uuid.UUID, *, now: datetime) -> SignInCode | None:
    """The code that still works, for showing until when; the code itself is not kept."""
    return session.scalar(
        select(SignInCode).where(
            SignInCode.candidate_id == candidate_id, SignInCode.attempts < MOST_ATTEMPTS, *lives(now)
        )
    )


def lives(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """For the database: whether a code opens still for who knows the PIN."""
    return *UNUSED, SignInCode.expires_at > now, is_alive(SignInCode)


def make_user(act: Act, candidate: Candidate, counsellor_id: uuid.UUID) -> User:
    """A user is made when the candidate first needs to sign in, not before."""
    user = User(email=None, name=candidate.first_name, locale=Locale.BOKMAAL, created_at=act.now)
    act.session.add(user)
    act.session.flush()
    candidate.user = user
    act.session.flush()
    give_role(act.by(counsellor_id), user=user, role=Role.CANDIDATE)
    return user


def _code_of(row: SignInCode, key: str) -> str:
    of = f"{row.id} {row.created_by_id}"
    return row.finder + derived_code(of, SECRET_LETTERS, purpose="a candidate's sign-in code", key=key)


def _new_finder(session: Session) -> str:
    while True:
        finder = new_code(FINDER_LETTERS)
        if session.scalar(select(SignInCode.id).where(SignInCode.finder == finder)) is None:
            return finder
