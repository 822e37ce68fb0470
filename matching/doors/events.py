"""What has happened at a candidate's doors: written down, shown until it is read, and kept for «Hvem har sett»."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, or_, select, true, update
from sqlalchemy.orm import Session, joinedload

from ground.act import Act
from matching.doors.models import DoorEvent
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate

DONE_IN_COMING_IN = (DoorEventKind.CODE_USED, DoorEventKind.PIN_CHOSEN, DoorEventKind.PIN_RESET)


def note(act: Act, candidate: Candidate, kind: DoorEventKind, *, browser: str = "") -> None:
    """Write it down for the candidate. Who did it is told when it was somebody else."""
    by_id = act.actor_id if act.actor_id != candidate.user_id else None
    act.session.add(DoorEvent(candidate_id=candidate.id, kind=kind, at=act.now, by_id=by_id, browser=browser))
    act.session.flush()


def unread_events(session: Session, candidate_id: uuid.UUID, *, since: datetime | None) -> Sequence[DoorEvent]:
    """What the candidate has not read yet, the oldest first.

    What was done in coming in (`since`, when the session began) is for the next one: whoever has just come in knows it,
    and must not read it away.
    """
    unread = _of(candidate_id).where(DoorEvent.read_at.is_(None), _not_of_this_session(since))
    return session.scalars(unread.order_by(DoorEvent.at, DoorEvent.id)).all()


def events_of(session: Session, candidate_id: uuid.UUID) -> Sequence[DoorEvent]:
    """All that has happened, the newest first."""
    return session.scalars(_of(candidate_id).order_by(DoorEvent.at.desc(), DoorEvent.id)).all()


def read_events(act: Act, *, candidate: Candidate, until: uuid.UUID, since: datetime | None) -> None:
    """The candidate has read what they were shown: all that had happened up to an event. Twice does nothing."""
    shown = select(DoorEvent.at).where(DoorEvent.id == until, DoorEvent.candidate_id == candidate.id).scalar_subquery()
    act.session.execute(
        update(DoorEvent)
        .where(
            DoorEvent.candidate_id == candidate.id,
            DoorEvent.read_at.is_(None),
            DoorEvent.at <= shown,
            _not_of_this_session(since),
        )
        .values(read_at=act.now)
        .execution_options(synchronize_session=False)
    )


def _not_of_this_session(since: datetime | None) -> ColumnElement[bool]:
    return true() if since is None else or_(DoorEvent.at != since, DoorEvent.kind.not_in(DONE_IN_COMING_IN))


def _of(candidate_id: uuid.UUID) -> Select[DoorEvent]:
    return select(DoorEvent).where(DoorEvent.candidate_id == candidate_id).options(joinedload(DoorEvent.by))
