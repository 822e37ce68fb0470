"""How long a person is known of whom nothing is heard: warned first, forgotten after."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import and_, exists, func, select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.audit import AuditEvent
from ground.dates import NORWAY, ONE_DAY, add_months
from ground.locks import held
from matching.candidates.mails import CandidateMail
from matching.candidates.models import RightsRequest
from matching.candidates.telling import tell_person, tell_who_follows
from matching.candidates.types import RightsState
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import UNFINISHED

WARNED_AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class Periods:
    """How many months a person is kept after the last that happened, and after the last placement ended."""

    inactive: int
    placement: int


@dataclass(frozen=True)
class Kept:
    """A candidate by key, until when they are kept as things stand, and when they were warned."""

    candidate_id: uuid.UUID
    until: date
    warned_at: datetime | None

    def is_due(self, now: datetime, today: date) -> bool:
        """May they be forgotten? Only those who were warned in time."""
        return self.until <= today and self.warned_at is not None and self.warned_at <= now - WARNED_AHEAD


def kept_until(last_heard: date, last_ended: date | None, periods: Periods) -> date:
    """The day from which a person is forgotten: both times must have passed."""
    after_silence = add_months(last_heard, periods.inactive)
    return after_silence if last_ended is None else max(after_silence, add_months(last_ended, periods.placement))


def near_their_end(session: Session, periods: Periods, *, today: date) -> list[Kept]:
    """Everyone whose last day is no further away than they are warned ahead, the first day first.

    Nobody with an unfinished placement, with a request that waits, or who is deleted anyway is among them.
    """
    near = today + WARNED_AHEAD
    own, by_person = AuditEvent.subject_id == Candidate.id, AuditEvent.actor_id == Candidate.user_id
    heard = (
        Candidate.changed_at,
        select(func.max(AuditEvent.occurred_at)).where(own).scalar_subquery(),
        select(func.max(AuditEvent.occurred_at)).where(by_person).scalar_subquery(),
        select(func.max(Proposal.proposed_at)).where(Proposal.candidate_id == Candidate.id).scalar_subquery(),
    )
    ended = select(func.max(Placement.ended_on)).where(Placement.candidate_id == Candidate.id).scalar_subquery()
    unfinished = exists().where(Placement.candidate_id == Candidate.id, Placement.state.in_(UNFINISHED))
    asks = exists().where(and_(RightsRequest.candidate_id == Candidate.id, RightsRequest.state == RightsState.WAITING))
    longest_ago = datetime.combine(add_months(near, -periods.inactive) + ONE_DAY, time(), NORWAY)
    rows = session.execute(
        select(Candidate.id, Candidate.warned_at, ended, *heard).where(
            Candidate.changed_at < longest_ago,
            Candidate.forgotten_at.is_(None),
            Candidate.deletion_asked_at.is_(None),
            ~unfinished,
            ~asks,
        )
    )
    found = [
        Kept(key, kept_until(max(one for one in times if one).astimezone(NORWAY).date(), last_ended, periods), warned)
        for key, warned, last_ended, *times in rows
    ]
    return sorted((one for one in found if one.until <= near), key=lambda one: (one.until, one.candidate_id))


def warn(act: Act, candidate_id: uuid.UUID) -> int:
    """Tell the person, and who follows them up, that all is forgotten soon. Once; returns 1 if it was new."""
    candidate = held(act.session, Candidate, candidate_id)
    if candidate.warned_at is not None:
        return 0
    candidate.warned_at = act.now
    act.session.flush()
    tell_person(act, candidate, CandidateMail.FORGOTTEN_SOON)
    if candidate.takes_part:
        tell_who_follows(act, candidate, CandidateMail.CANDIDATE_FORGOTTEN_SOON, candidate_id=str(candidate.id))
    return 1


def call_off_warnings(act: Act, *, still_near: set[uuid.UUID]) -> int:
    """Something has happened since to those who are no longer near their end: they are warned anew another time."""
    warned = select(Candidate).where(Candidate.warned_at.is_not(None), Candidate.forgotten_at.is_(None))
    others = [one for one in act.session.scalars(warned) if one.id not in still_near]
    for candidate in others:
        candidate.warned_at = None
    act.session.flush()
    return len(others)


def stay(act: Act, *, candidate: Candidate) -> None:
    """The person wants to be kept: that is something that has happened, and the time begins anew."""
    candidate.warned_at = None
    act.session.flush()
    audit.record(act, action="candidate.stays", subject=candidate)
