"""Something held: it opens nothing alone, and five wrong PINs kill it; the candidate's other doors stay."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from ground import locks
from ground.act import Act
from ground.rows import rows_met
from matching.doors.errors import DoorClosed
from matching.doors.events import note
from matching.doors.models import KnownDevice, OwnLink, SignInCode
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.sign_in.types import Door

MOST_WRONG_PINS = 5
MOST_WRONG_OF_ALL = 10
"""Wrong PINs at all links of a candidate together."""
TABLES: dict[Door, Any] = {Door.CODE: SignInCode, Door.DEVICE: KnownDevice, Door.OWN_LINK: OwnLink}
"""Where each kind of thing is kept. A new one, as a passkey, is one more line."""


@dataclass(frozen=True)
class Held:
    """What somebody at the door has shown to hold: a living thing of a candidate."""

    door: Door
    id: uuid.UUID
    candidate_id: uuid.UUID
    candidate: Candidate
    """In the session that it was found in; a try is counted in another, by the ids."""
    since: datetime
    """When it was made, or when its address was confirmed."""
    is_proved: bool = True
    """False for a link to an address that anybody may have typed."""


def are_two_doors(held: Sequence[Held]) -> bool:
    """Whether two things of different kinds are held. A link counts once its address is confirmed."""
    return len({one.door for one in held if one.is_proved}) > 1


def may_come_in(person: Candidate) -> bool:
    """Whether there is somebody to sign in: a user, made with the first code, who is not closed."""
    return person.user is not None and person.user.closed_at is None


def is_alive(table: Any) -> ColumnElement[bool]:
    """For the database: not killed by wrong PINs."""
    alive: ColumnElement[bool] = table.wrong_pins < MOST_WRONG_PINS
    return alive


def are_links_closed(session: Session, candidate_id: uuid.UUID, *, now: datetime) -> bool:
    """Whether so many wrong PINs were typed at the living links of a candidate that none opens any more.

    Who reads a mailbox can ask for one link after another: they count over all of them, until a right one.
    """
    of_theirs = OwnLink.candidate_id == candidate_id, OwnLink.expires_at > now
    wrong = session.scalar(select(func.sum(OwnLink.wrong_pins)).where(*of_theirs)) or 0
    return int(wrong) >= MOST_WRONG_OF_ALL


def count_try(act: Act, held: Held) -> int:
    """Count one try as a wrong one, in a transaction of its own; a right one is forgiven. Returns how many are left.

    So no number of tries at one moment gets further than five, or ten at all links of a candidate, who is held while
    those are added up. The last one kills the thing, of which the candidate is told. Raises DoorClosed when there are
    none left.
    """
    if held.door is Door.OWN_LINK:
        locks.held(act.session, Candidate, held.candidate_id)
        if are_links_closed(act.session, held.candidate_id, now=act.now):
            raise DoorClosed
    table = TABLES[held.door]
    one_more = update(table).where(table.id == held.id, is_alive(table)).values(wrong_pins=table.wrong_pins + 1)
    if rows_met(act.session, one_more) != 1:
        raise DoorClosed
    row = act.session.get_one(table, held.id)
    return MOST_WRONG_PINS - int(row.wrong_pins)


def forgive(act: Act, held: Held) -> None:
    """It was right: tries are counted from nought again."""
    table = TABLES[held.door]
    act.session.execute(update(table).where(table.id == held.id).values(wrong_pins=0))


def tell_of_death(act: Act, held: Held) -> None:
    """The last try was wrong as well: the candidate is told at the next door."""
    note(act, act.session.get_one(Candidate, held.candidate_id), DoorEventKind.TOO_MANY_PINS)
