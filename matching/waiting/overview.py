"""A caseload with what there is to do for each candidate."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.law.young_workers import age_on
from matching.records.profiles import missing_answers
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import PlacementState, ProposalState
from matching.waiting.next_step import CandidateStanding, NextStep, next_step
from register.people.models import User


@dataclass(frozen=True)
class CaseloadRow:
    """One candidate in a list."""

    candidate: Candidate
    age: int
    coordinator: User | None
    step: NextStep
    waiting: tuple[Proposal, ...]
    missing: tuple[str, ...]


def rows_for(session: Session, candidates: Sequence[Candidate], *, today: date) -> list[CaseloadRow]:
    """The candidates with their next steps, the most urgent first, then in the order given."""
    ids = [candidate.id for candidate in candidates]
    coordinators = queries.coordinators_of(session, ids)
    proposals = _by_candidate(queries.proposals_of(session, ids))
    placements = _placement_states(session, ids)
    rows = [
        _row(candidate, proposals[candidate.id], placements[candidate.id], coordinators, today)
        for candidate in candidates
    ]
    order = list(NextStep)
    return sorted(rows, key=lambda row: order.index(row.step))


def _row(
    candidate: Candidate,
    proposals: list[Proposal],
    placements: set[PlacementState],
    coordinators: dict[uuid.UUID, CaseloadEntry],
    today: date,
) -> CaseloadRow:
    living = [one for one in proposals if one.closed_at is None]
    missing = missing_answers(candidate)
    standing = CandidateStanding(
        paused=candidate.paused_at is not None,
        missing_answers=len(missing),
        proposals=frozenset(one.state for one in living),
        placements=frozenset(placements),
    )
    entry = coordinators.get(candidate.id)
    return CaseloadRow(
        candidate=candidate,
        age=age_on(candidate.birth_date, today),
        coordinator=entry.counsellor if entry else None,
        step=next_step(standing),
        waiting=tuple(one for one in living if one.state is not ProposalState.PLACED),
        missing=tuple(missing),
    )


def _by_candidate(proposals: Sequence[Proposal]) -> defaultdict[uuid.UUID, list[Proposal]]:
    grouped: defaultdict[uuid.UUID, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        grouped[proposal.candidate_id].append(proposal)
    return grouped


def _placement_states(
    session: Session, candidate_ids: Sequence[uuid.UUID]
) -> defaultdict[uuid.UUID, set[PlacementState]]:
    states: defaultdict[uuid.UUID, set[PlacementState]] = defaultdict(set)
    for candidate_id, state in session.execute(
        select(Placement.candidate_id, Placement.state).where(Placement.candidate_id.in_(candidate_ids))
    ):
        states[candidate_id].add(state)
    return states
