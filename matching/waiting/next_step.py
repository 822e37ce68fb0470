"""What a counsellor does next for a candidate, from where proposals and placements stand."""

from dataclasses import dataclass
from enum import StrEnum

from matching.records.types import HOLDS_A_POSITION, PlacementState, ProposalState


class NextStep(StrEnum):
    """In order of urgency: somebody who waits for the counsellor comes first."""

    MAKE_AGREEMENT = "make_agreement"
    FIND_PLACES = "find_places"
    FILL_PROFILE = "fill_profile"
    WAIT_FOR_EMPLOYER = "wait_for_employer"
    WAIT_FOR_CANDIDATE = "wait_for_candidate"
    FOLLOW_UP = "follow_up"
    PAUSED = "paused"


@dataclass(frozen=True)
class CandidateStanding:
    """Where one candidate stands."""

    paused: bool
    missing_answers: int
    proposals: frozenset[ProposalState]
    placements: frozenset[PlacementState]


MANY_MISSING = 3
"""With so many unanswered questions the lists of places say little."""


def next_step(standing: CandidateStanding) -> NextStep:
    """The one thing to do now."""
    if standing.placements & HOLDS_A_POSITION:
        return NextStep.FOLLOW_UP
    if PlacementState.DRAFT in standing.placements or ProposalState.EMPLOYER_YES in standing.proposals:
        return NextStep.MAKE_AGREEMENT
    if ProposalState.CANDIDATE_YES in standing.proposals:
        return NextStep.WAIT_FOR_EMPLOYER
    if standing.paused:
        return NextStep.PAUSED
    if ProposalState.PROPOSED in standing.proposals:
        return NextStep.WAIT_FOR_CANDIDATE
    if standing.missing_answers >= MANY_MISSING:
        return NextStep.FILL_PROFILE
    return NextStep.FIND_PLACES
