"""Who follows whom up: one coordinator at a time for each candidate."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from matching.candidates.errors import NotACounsellorHere
from matching.placements import life as placements
from matching.records.errors import CandidateNotActive
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from register.roles.grants import living_grants
from register.roles.types import Role


def current_entry(session: Session, candidate_id: uuid.UUID) -> CaseloadEntry | None:
    """The entry that says who is the candidate's coordinator now."""
    return session.scalar(
        select(CaseloadEntry).where(CaseloadEntry.candidate_id == candidate_id, CaseloadEntry.until_at.is_(None))
    )


def assign(
    session: Session, *, candidate: Candidate, counsellor_id: uuid.UUID, actor_id: uuid.UUID, now: datetime
) -> CaseloadEntry:
    """Make a counsellor of the office the coordinator; the one before stops.

    Raises NotACounsellorHere, CandidateNotActive for a candidate who no longer takes part.
    """
    if candidate.closed_at is not None:
        raise CandidateNotActive
    grants = living_grants(session, user_id=counsellor_id)
    if not any(one.role is Role.COUNSELLOR and one.nav_office_id == candidate.nav_office_id for one in grants):
        raise NotACounsellorHere
    entry = current_entry(session, candidate.id)
    if entry is not None and entry.counsellor_id == counsellor_id:
        return entry
    end_coordination(session, candidate_id=candidate.id, now=now)
    entry = CaseloadEntry(candidate_id=candidate.id, counsellor_id=counsellor_id, from_at=now)
    session.add(entry)
    session.flush()
    placements.hand_over(session, candidate_id=candidate.id, coordinator_id=counsellor_id)
    audit.record(
        session,
        action="candidate.assigned",
        subject=candidate,
        actor_id=actor_id,
        now=now,
        counsellor=str(counsellor_id),
    )
    return entry


def end_coordination(session: Session, *, candidate_id: uuid.UUID, now: datetime) -> None:
    """The present coordinator, if there is one, stops."""
    entry = current_entry(session, candidate_id)
    if entry is not None:
        entry.until_at = now
        session.flush()
