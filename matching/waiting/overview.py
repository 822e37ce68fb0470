"""A caseload with what there is to do for each candidate."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session

from ground.alphabet import in_alphabet, name_contains
from ground.paging import Order, Page, one_page
from matching.law.young_workers import age_on
from matching.records.profiles import ASKED_FIRST, missing_answers
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import HOLDS_A_POSITION, PlacementState, ProposalState
from matching.waiting.next_step import MANY_MISSING, CandidateStanding, NextStep, next_step
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


def rows_page(
    session: Session,
    candidates: Select[Candidate],
    *,
    today: date,
    name: str = "",
    order: Order = Order.NEXT,
    page: int = 1,
) -> Page[CaseloadRow]:
    """One page of candidates with their next steps, of all or of those of a name: the most urgent first, or by name."""
    if name:
        candidates = candidates.where(name_contains(Candidate.first_name, name))
    names = in_alphabet(Candidate.first_name), Candidate.created_at, Candidate.id
    found = one_page(session, candidates.order_by(*names if order is Order.NAME else (urgency(), *names)), page=page)
    ids = [candidate.id for candidate in found.rows]
    coordinators = queries.coordinators_of(session, ids)
    proposals = _by_candidate(queries.living_proposals_of(session, ids))
    placements = _placement_states(session, ids)
    rows = [_row(one, proposals[one.id], placements[one.id], coordinators, today) for one in found.rows]
    return Page(rows, found.number, found.pages, found.total)


def steps_of(session: Session, candidates: Select[Candidate]) -> dict[NextStep, int]:
    """How many of these candidates stand before each step."""
    step = urgency()
    counted = session.execute(candidates.order_by(None).with_only_columns(step, func.count()).group_by(step))
    steps = list(NextStep)
    return dict.fromkeys(steps, 0) | {steps[row[0]]: row[1] for row in counted}


def urgency() -> ColumnElement[int]:
    """The place of a candidate's next step in their order, for the database; a test holds it to `next_step`."""
    missing = sum((case((getattr(Candidate, name).is_(None), 1), else_=0) for name in ASKED_FIRST), literal(0))
    place = {step: number for number, step in enumerate(NextStep)}
    return case(
        (_has_placement(*HOLDS_A_POSITION), place[NextStep.FOLLOW_UP]),
        (
            or_(_has_placement(PlacementState.DRAFT), _has_proposal(ProposalState.EMPLOYER_YES)),
            place[NextStep.MAKE_AGREEMENT],
        ),
        (_has_proposal(ProposalState.CANDIDATE_YES), place[NextStep.WAIT_FOR_EMPLOYER]),
        (Candidate.paused_at.is_not(None), place[NextStep.PAUSED]),
        (_has_proposal(ProposalState.PROPOSED), place[NextStep.WAIT_FOR_CANDIDATE]),
        (missing >= MANY_MISSING, place[NextStep.FILL_PROFILE]),
        else_=place[NextStep.FIND_PLACES],
    )


def _has_placement(*states: PlacementState) -> ColumnElement[bool]:
    return exists().where(Placement.candidate_id == Candidate.id, Placement.state.in_(states))


def _has_proposal(state: ProposalState) -> ColumnElement[bool]:
    return exists().where(Proposal.candidate_id == Candidate.id, Proposal.state == state)


def _row(
    candidate: Candidate,
    living: list[Proposal],
    placements: set[PlacementState],
    coordinators: dict[uuid.UUID, CaseloadEntry],
    today: date,
) -> CaseloadRow:
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
