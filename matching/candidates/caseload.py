"""Who follows whom up: one coordinator at a time for each candidate."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.locks import hold
from matching.candidates.errors import NotACounsellorHere
from matching.placements import life as placements
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from register.roles.grants import living_grants
from register.roles.types import Role


def current_entry(session: Session, candidate_id: uuid.UUID) -> CaseloadEntry | None:
    """The entry that says who is the candidate's coordinator now."""
    return session.scalar(
        select(CaseloadEntry).where(CaseloadEntry.candidate_id == candidate_id, CaseloadEntry.until_at.is_(None))
    )


def assign(act: Act, *, candidate: Candidate, counsellor_id: uuid.UUID) -> CaseloadEntry:
    """Make a counsellor of the office the coordinator; the one before stops.

    Raises NotACounsellorHere, CandidateNotActive for a candidate who no longer takes part.
    """
    hold(act.session, candidate)
    candidate.must_take_part()
    grants = living_grants(act.session, user_id=counsellor_id)
    if not any(one.role is Role.COUNSELLOR and one.nav_office_id == candidate.nav_office_id for one in grants):
        raise NotACounsellorHere
    entry = current_entry(act.session, candidate.id)
    if entry is not None and entry.counsellor_id == counsellor_id:
        return entry
    end_coordination(act, candidate_id=candidate.id)
    entry = CaseloadEntry(candidate_id=candidate.id, counsellor_id=counsellor_id, from_at=act.now)
    act.session.add(entry)
    act.session.flush()
    placements.hand_over(act.session, candidate_id=candidate.id, coordinator_id=counsellor_id)
    audit.record(act, action="candidate.assigned", subject=candidate, counsellor=str(counsellor_id))
    return entry


def end_coordination(act: Act, *, candidate_id: uuid.UUID) -> None:
    """The present coordinator, if there is one, stops."""
    entry = current_entry(act.session, candidate_id)
    if entry is not None:
        entry.until_at = act.now
        act.session.flush()
