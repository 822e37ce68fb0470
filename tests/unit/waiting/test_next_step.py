"""What a counsellor does next for a candidate."""

import pytest

from matching.records.types import PlacementState as L
from matching.records.types import ProposalState as P
from matching.waiting.next_step import CandidateStanding, NextStep, next_step


@pytest.mark.parametrize(
    ("proposals", "placements", "paused", "missing", "expected"),
    [
        ((), (), False, 0, NextStep.FIND_PLACES),
        ((), (), False, 3, NextStep.FILL_PROFILE),
        ((), (), True, 3, NextStep.PAUSED),
        ((P.PROPOSED,), (), False, 5, NextStep.WAIT_FOR_CANDIDATE),
        ((P.PROPOSED, P.CANDIDATE_YES), (), False, 0, NextStep.WAIT_FOR_EMPLOYER),
        ((P.CANDIDATE_YES,), (), True, 0, NextStep.WAIT_FOR_EMPLOYER),
        ((P.CANDIDATE_YES, P.EMPLOYER_YES), (), False, 0, NextStep.MAKE_AGREEMENT),
        ((P.EMPLOYER_YES,), (L.DRAFT,), False, 0, NextStep.MAKE_AGREEMENT),
        ((P.PLACED, P.PROPOSED), (L.AGREED,), False, 0, NextStep.FOLLOW_UP),
        ((), (L.ENDED, L.CANCELLED), False, 0, NextStep.FIND_PLACES),
    ],
)
def test_the_next_step_follows_from_where_things_stand(
    proposals: tuple[P, ...], placements: tuple[L, ...], paused: bool, missing: int, expected: NextStep
) -> None:
    standing = CandidateStanding(paused, missing, frozenset(proposals), frozenset(placements))
    assert next_step(standing) is expected
