"""The way of a case: only the steps in the table, and edits only where they belong."""

import itertools

import pytest

from certification.cases.errors import TransitionNotAllowed
from certification.cases.rules.transitions import (
    CERTIFIER_RECORDS,
    EMPLOYER_EDITS,
    OPEN_STATES,
    TRANSITIONS,
    certifier_may_record,
    employer_may_edit,
    is_open,
    state_after,
)
from certification.cases.types import AssessmentState, DecisionOutcome

S = AssessmentState
WAY_TO_A_DECISION = [S.DRAFT, S.ANSWERING, S.SUBMITTED, S.ASSIGNED, S.IN_REVIEW, S.RECOMMENDED, S.DECIDED]


def test_every_state_has_its_place_in_the_table() -> None:
    assert set(TRANSITIONS.ways) == set(S)


def test_a_case_goes_from_draft_to_decision_step_by_step() -> None:
    for from_state, to_state in itertools.pairwise(WAY_TO_A_DECISION):
        TRANSITIONS.check(from_state, to_state)


def test_a_case_sent_back_is_submitted_and_reviewed_again() -> None:
    for from_state, to_state in [(S.IN_REVIEW, S.RETURNED), (S.RETURNED, S.SUBMITTED), (S.SUBMITTED, S.ASSIGNED)]:
        TRANSITIONS.check(from_state, to_state)


@pytest.mark.parametrize(
    ("from_state", "to_state"),
    [
        (S.DRAFT, S.SUBMITTED),
        (S.ANSWERING, S.DECIDED),
        (S.SUBMITTED, S.IN_REVIEW),
        (S.IN_REVIEW, S.DECIDED),
        (S.SUBMITTED, S.ANSWERING),
        (S.DECIDED, S.WITHDRAWN),
        (S.WITHDRAWN, S.ANSWERING),
        (S.ANSWERING, S.ANSWERING),
    ],
)
def test_no_step_may_be_skipped_or_undone(from_state: S, to_state: S) -> None:
    with pytest.raises(TransitionNotAllowed) as refused:
        TRANSITIONS.check(from_state, to_state)
    assert (refused.value.current, refused.value.wanted) == (from_state, to_state)


def test_the_only_way_to_a_decision_is_a_recommendation() -> None:
    assert [state for state, after in TRANSITIONS.ways.items() if S.DECIDED in after] == [S.RECOMMENDED]


def test_a_case_may_be_withdrawn_until_it_is_decided_and_a_lapsed_one_reopened() -> None:
    assert {state for state, after in TRANSITIONS.ways.items() if S.WITHDRAWN in after} == OPEN_STATES
    TRANSITIONS.check(S.LAPSED, S.ANSWERING)
    assert TRANSITIONS.ways[S.DECIDED] == TRANSITIONS.ways[S.WITHDRAWN] == frozenset()


def test_only_a_case_that_waits_for_the_employer_can_lapse() -> None:
    assert {state for state, after in TRANSITIONS.ways.items() if S.LAPSED in after} == EMPLOYER_EDITS


def test_employer_and_certifier_never_write_at_the_same_time() -> None:
    assert not EMPLOYER_EDITS & CERTIFIER_RECORDS
    assert employer_may_edit(S.RETURNED)
    assert not employer_may_edit(S.SUBMITTED)
    assert certifier_may_record(S.IN_REVIEW)
    assert not certifier_may_record(S.RECOMMENDED)


def test_a_postponed_case_goes_back_to_the_employer_and_stays_open() -> None:
    for outcome in DecisionOutcome:
        after = state_after(outcome)
        TRANSITIONS.check(S.RECOMMENDED, after)
        assert is_open(after) == (outcome is DecisionOutcome.POSTPONED)
