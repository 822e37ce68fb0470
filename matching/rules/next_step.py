"""What a counsellor does next for a candidate, from where proposals and placements stand."""

from dataclasses import dataclass
from enum import StrEnum

from matching.types import PlacementState, ProposalState


class NextStep(StrEnum):
    """In order of urgency: somebody who waits for the counsellor comes first."""

    make_agreement = "make_agreement"
    find_places = "find_places"
    fill_profile = "fill_profile"
    wait_for_employer = "wait_for_employer"
    wait_for_candidate = "wait_for_candidate"
    follow_up = "follow_up"
    paused = "paused"


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
    if standing.placements & {PlacementState.agreed, PlacementState.started}:
        return NextStep.follow_up
    if PlacementState.draft in standing.placements or ProposalState.employer_yes in standing.proposals:
        return NextStep.make_agreement
    if ProposalState.candidate_yes in standing.proposals:
        return NextStep.wait_for_employer
    if standing.paused:
        return NextStep.paused
    if ProposalState.proposed in standing.proposals:
        return NextStep.wait_for_candidate
    if standing.missing_answers >= MANY_MISSING:
        return NextStep.fill_profile
    return NextStep.find_places
