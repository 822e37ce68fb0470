"""What a counsellor does next for a candidate."""

import pytest

from matching.rules.next_step import CandidateStanding, NextStep, next_step
from matching.types import PlacementState as L
from matching.types import ProposalState as P


@pytest.mark.parametrize(
    ("proposals", "placements", "paused", "missing", "expected"),
    [
        ((), (), False, 0, NextStep.find_places),
        ((), (), False, 3, NextStep.fill_profile),
        ((), (), True, 3, NextStep.paused),
        ((P.proposed,), (), False, 5, NextStep.wait_for_candidate),
        ((P.proposed, P.candidate_yes), (), False, 0, NextStep.wait_for_employer),
        ((P.candidate_yes,), (), True, 0, NextStep.wait_for_employer),
        ((P.candidate_yes, P.employer_yes), (), False, 0, NextStep.make_agreement),
        ((P.employer_yes,), (L.draft,), False, 0, NextStep.make_agreement),
        ((P.placed, P.proposed), (L.agreed,), False, 0, NextStep.follow_up),
        ((), (L.ended, L.cancelled), False, 0, NextStep.find_places),
    ],
)
def test_the_next_step_follows_from_where_things_stand(
    proposals: tuple[P, ...], placements: tuple[L, ...], paused: bool, missing: int, expected: NextStep
) -> None:
    standing = CandidateStanding(paused, missing, frozenset(proposals), frozenset(placements))
    assert next_step(standing) is expected
