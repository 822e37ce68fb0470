"""The states of places, proposals, placements and follow-ups, and the only steps between them."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from matching.records.errors import MoveNotAllowed
from matching.records.transitions import FOLLOW_UP, OPENING, PLACEMENT, PROPOSAL, check_move
from matching.records.types import FollowUpState, OpeningState, PlacementState, ProposalState

TABLES = [
    (OPENING, OpeningState, OpeningState.DRAFT),
    (PROPOSAL, ProposalState, ProposalState.PROPOSED),
    (PLACEMENT, PlacementState, PlacementState.DRAFT),
    (FOLLOW_UP, FollowUpState, FollowUpState.PLANNED),
]


@pytest.mark.parametrize(("table", "states", "first"), TABLES)
def test_every_state_is_in_its_table_and_can_be_reached(
    table: Mapping[StrEnum, frozenset[StrEnum]], states: type[StrEnum], first: StrEnum
) -> None:
    assert set(table) == set(states)
    reached, waiting = {first}, [first]
    while waiting:
        for state in table[waiting.pop()] - reached:
            reached.add(state)
            waiting.append(state)
    assert reached == set(states)


def test_a_closed_place_never_opens_again() -> None:
    with pytest.raises(MoveNotAllowed) as caught:
        check_move(OPENING, OpeningState.CLOSED, OpeningState.PUBLISHED)
    assert (caught.value.current, caught.value.wanted) == (OpeningState.CLOSED, OpeningState.PUBLISHED)


def test_an_employer_sees_a_name_only_after_the_candidates_yes() -> None:
    named = {state for state in ProposalState if state.discloses_name}
    before_yes = {ProposalState.PROPOSED, ProposalState.CANDIDATE_NO}
    assert not named & before_yes
    assert not ProposalState.EMPLOYER_NO.discloses_name
    assert not ProposalState.WITHDRAWN.discloses_name
    into_named = {state for state in ProposalState if PROPOSAL[state] & named}
    assert into_named == {ProposalState.PROPOSED, ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES}
    assert PROPOSAL[ProposalState.PROPOSED] & named == {ProposalState.CANDIDATE_YES}


def test_a_candidate_can_take_back_a_yes_until_a_placement_is_made() -> None:
    for state in (ProposalState.CANDIDATE_YES, ProposalState.EMPLOYER_YES):
        check_move(PROPOSAL, state, ProposalState.WITHDRAWN)
    with pytest.raises(MoveNotAllowed):
        check_move(PROPOSAL, ProposalState.PLACED, ProposalState.WITHDRAWN)


def test_a_placement_does_not_start_before_it_is_agreed() -> None:
    with pytest.raises(MoveNotAllowed):
        check_move(PLACEMENT, PlacementState.DRAFT, PlacementState.STARTED)
