"""The states of cases, places, proposals, placements, talks and requests, and the only steps between them."""

from enum import StrEnum
from typing import Any

import pytest

from certification.cases.rules.transitions import TRANSITIONS
from certification.cases.types import AssessmentState
from ground.states import MoveNotAllowed, Transitions
from matching.records.transitions import FOLLOW_UP, OPENING, PLACEMENT, PROPOSAL
from matching.records.types import FollowUpState, OpeningState, PlacementState, ProposalState
from register.roles.transitions import AUTHORITY
from register.roles.types import AuthorityState

TABLES = [
    (OPENING, OpeningState, OpeningState.DRAFT),
    (PROPOSAL, ProposalState, ProposalState.PROPOSED),
    (PLACEMENT, PlacementState, PlacementState.DRAFT),
    (FOLLOW_UP, FollowUpState, FollowUpState.PLANNED),
    (TRANSITIONS, AssessmentState, AssessmentState.DRAFT),
    (AUTHORITY, AuthorityState, AuthorityState.OPEN),
]


@pytest.mark.parametrize(("table", "states", "first"), TABLES)
def test_every_state_is_in_its_table_and_can_be_reached(
    table: Transitions[Any], states: type[StrEnum], first: StrEnum
) -> None:
    assert set(table.ways) == set(states)
    reached, waiting = {first}, [first]
    while waiting:
        for state in table.ways[waiting.pop()] - reached:
            reached.add(state)
            waiting.append(state)
    assert reached == set(states)


def test_a_closed_place_never_opens_again() -> None:
    with pytest.raises(MoveNotAllowed) as caught:
        OPENING.check(OpeningState.CLOSED, OpeningState.PUBLISHED)
    assert (caught.value.current, caught.value.wanted) == (OpeningState.CLOSED, OpeningState.PUBLISHED)


def test_an_employer_sees_a_name_only_after_the_candidates_yes() -> None:
    named = {state for state in ProposalState if state.discloses_name}
    before_yes = {ProposalState.PROPOSED, ProposalState.CANDIDATE_NO}
    assert not named & before_yes
    assert not ProposalState.EMPLOYER_NO.discloses_name
    assert not ProposalState.WITHDRAWN.discloses_name
    into_named = {state for state in ProposalState if PROPOSAL.ways[state] & named}
    assert into_named == {ProposalState.PROPOSED, ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES}
    assert PROPOSAL.ways[ProposalState.PROPOSED] & named == {ProposalState.CANDIDATE_YES}


def test_a_candidate_can_take_back_a_yes_until_a_placement_is_made() -> None:
    for state in (ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES):
        PROPOSAL.check(state, ProposalState.WITHDRAWN)
    with pytest.raises(MoveNotAllowed):
        PROPOSAL.check(ProposalState.PLACED, ProposalState.WITHDRAWN)


def test_a_placement_does_not_start_before_it_is_agreed() -> None:
    with pytest.raises(MoveNotAllowed):
        PLACEMENT.check(PlacementState.DRAFT, PlacementState.STARTED)
