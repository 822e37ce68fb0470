"""An index or a constraint says its states in SQL: they are those of the set beside the enum, in every such text."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import CheckConstraint, Table

from app.models import load
from certification.cases.rules.transitions import EMPLOYER_EDITS, OPEN_STATES
from certification.cases.types import AssessmentState
from ground.base import Base
from matching.candidates.types import RightsState
from matching.records.types import HOLDS_A_POSITION, OFFERED, UNFINISHED, WAS_AT_WORK, OpeningState, ProposalState
from register.joining.transitions import ANSWERED
from register.roles.transitions import AUTHORITY, ROLE_PROPOSAL
from register.roles.types import AuthorityState, RoleProposalState

load()
STATES = re.compile(r"\bstate (NOT )?IN \(([^)]*)\)")

MEANT = {
    "one_open_assessment_per_organisation": set(AssessmentState) - OPEN_STATES,
    "assessment_submitted_cases_are_signed": (EMPLOYER_EDITS - {AssessmentState.RETURNED})
    | (set(AssessmentState) - OPEN_STATES - {AssessmentState.DECIDED}),
    "one_living_proposal_per_candidate_and_opening": {state for state in ProposalState if state.is_living},
    "proposal_closed_if_and_only_if_not_living": {state for state in ProposalState if state.is_living},
    "proposal_answered_before_it_goes_on": {state for state in ProposalState if state.is_living}
    - {ProposalState.PROPOSED}
    | {ProposalState.CANDIDATE_NO, ProposalState.EMPLOYER_NO},
    "one_unfinished_placement_per_candidate_and_opening": UNFINISHED,
    "placement_started_on_a_known_day": WAS_AT_WORK,
    "placement_agreed_at_a_known_time": HOLDS_A_POSITION,
    "opening_a_published_place_has_a_last_day": OFFERED | {OpeningState.EXPIRED},
    "rights_request_judged_by_somebody": {RightsState.GRANTED, RightsState.REFUSED},
    "role_proposal_closed_if_and_only_if_over": {state for state, after in ROLE_PROPOSAL.ways.items() if after},
    "role_proposal_the_county_needs_two": {RoleProposalState.OFFERED}
    | (ROLE_PROPOSAL.ways[RoleProposalState.OFFERED] - ROLE_PROPOSAL.ways[RoleProposalState.PROPOSED]),
    "authority_request_closed_if_and_only_if_answered": {state for state, after in AUTHORITY.ways.items() if not after},
    "access_request_closed_if_and_only_if_answered": set(ANSWERED),
    "authority_request_answered_in_a_known_way": {AuthorityState.CONFIRMED, AuthorityState.REJECTED},
}
"""The states that stand between the brackets, also where the text says NOT IN."""


def texts_of(table: Table) -> Iterator[tuple[str, str]]:
    """The name and the SQL of each constraint and, on each engine, of each partial index."""
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            yield str(constraint.name), str(constraint.sqltext)
    for index in table.indexes:
        for engine in ("sqlite", "postgresql"):
            yield str(index.name), str(index.dialect_options[engine]["where"])


NAMED = sorted(
    (name, sorted(re.findall(r"'(\w+)'", found[2])))
    for table in Base.metadata.sorted_tables
    if "state" in table.c
    for name, sql in texts_of(table)
    if not name.endswith("_state_known") and (found := STATES.search(sql))
)
"""Without the constraints that name every state of an enum: those are made from it."""


def test_every_set_of_states_in_sql_has_its_set_in_the_code() -> None:
    assert {name for name, _ in NAMED} == set(MEANT)


@pytest.mark.parametrize(("name", "states"), NAMED)
def test_the_states_in_sql_are_those_that_the_code_goes_by(name: str, states: list[str]) -> None:
    assert states == sorted(MEANT[name])
