"""One criterion: what the claim, the finding and the threshold together mean for the decision."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from certification.cases.rules.codes import ConditionCode, ReasonCode
from certification.cases.rules.decision import decide
from certification.cases.rules.decision_facts import DecisionVerdict
from certification.cases.types import DecisionOutcome
from certification.criteria.rules.figures import Figure
from certification.criteria.types import AnswerValue, FindingValue, LevelId, Round
from tests.builders.cases import TODAY, case, claim

MET, PARTLY, NOT_MET = AnswerValue.MET, AnswerValue.PARTLY, AnswerValue.NOT_MET
NOT_APPLICABLE = AnswerValue.NOT_APPLICABLE
FINE, MINOR = FindingValue.APPROVED, FindingValue.MINOR
INKLUDERENDE, PADRIVER = LevelId.INKLUDERENDE, LevelId.PADRIVER
LATER = date(2027, 3, 1)


def verdict(
    id_: str,
    value: AnswerValue = MET,
    finding: FindingValue = FINE,
    *,
    level: LevelId = INKLUDERENDE,
    round_: Round = Round.FIRST,
    **changes: Any,
) -> DecisionVerdict:
    return decide(case(level, round=round_, criteria=claim(id_, value, finding, **changes)))


def reasons(*args: Any, **changes: Any) -> list[ReasonCode]:
    return [reason.code for reason in verdict(*args, **changes).reasons]


@pytest.mark.parametrize(
    "finding", [FINE, FindingValue.OBSERVATION, FindingValue.IMPROVEMENT, FindingValue.GOOD_PRACTICE]
)
def test_these_findings_approve_what_is_claimed_fully_or_partly(finding: FindingValue) -> None:
    assert reasons("REK-1", MET, finding) == []
    assert reasons("REK-1", PARTLY, finding) == []
    assert reasons("REK-1", NOT_MET, finding) == [ReasonCode.EMPLOYER_SAYS_NOT_MET]


def test_a_minor_nonconformity_passes_with_a_date_ahead() -> None:
    found = verdict("REK-1", MET, MINOR, milestone=LATER)
    assert found.allowed == {DecisionOutcome.APPROVED_WITH_MILESTONES}
    [condition] = found.conditions
    assert (condition.code, condition.criterion_id, condition.due) == (ConditionCode.MILESTONE, "REK-1", LATER)
    assert reasons("REK-1", MET, MINOR) == [ReasonCode.MILESTONE_MISSING]
    assert reasons("REK-1", MET, MINOR, milestone=TODAY) == [ReasonCode.MILESTONE_PASSED]
    assert reasons("REK-1", MET, MINOR, milestone=TODAY + timedelta(days=1)) == []


def test_the_gate_has_no_milestones() -> None:
    assert reasons("GRU-3", MET, MINOR, milestone=LATER) == [ReasonCode.GATE_NOT_IN_ORDER]


def test_a_should_may_be_explained_when_the_certifier_accepts_it() -> None:
    why = {"note": "Vi ansetter én i året."}
    assert reasons("REK-3", NOT_MET, **why) == [ReasonCode.SHOULD_NOT_MET_OR_EXPLAINED]
    assert reasons("REK-3", NOT_MET, accepted=True, **why) == []
    assert reasons("REK-3", NOT_MET, accepted=True, note=" ") == [ReasonCode.SHOULD_NOT_MET_OR_EXPLAINED]
    assert reasons("REK-3", NOT_MET, accepted=True, level=PADRIVER, **why) == [ReasonCode.EMPLOYER_SAYS_NOT_MET]


def test_not_applicable_needs_leave_a_reason_and_the_certifiers_yes() -> None:
    assert reasons("LAR-1", NOT_APPLICABLE) == []
    assert reasons("LAR-1", NOT_APPLICABLE, note="") == [ReasonCode.NOT_APPLICABLE_REASON_MISSING]
    assert reasons("LAR-1", NOT_APPLICABLE, MINOR, milestone=LATER) == [ReasonCode.NOT_APPLICABLE_NOT_ACCEPTED]
    assert reasons("LAR-1", NOT_APPLICABLE, FindingValue.NOT_SEEN) == [ReasonCode.FINDING_MISSING]
    assert reasons("REK-1", NOT_APPLICABLE) == [ReasonCode.NOT_APPLICABLE_NOT_ALLOWED]
    # Not even a choice that nobody has looked at.
    assert reasons("MOT-4", NOT_APPLICABLE, FindingValue.NOT_SEEN) == [ReasonCode.NOT_APPLICABLE_NOT_ALLOWED]


def test_the_threshold_of_a_must_binds_though_the_certifier_approves() -> None:
    nine_of_ten = Figure(Decimal(9), 10)
    [reason] = verdict("FOR-4", figure=nine_of_ten).reasons
    assert (reason.code, reason.params) == (ReasonCode.BELOW_THRESHOLD, {"required": "1.0", "reached": "0.9"})
    assert reasons("FOR-4", figure=None) == [ReasonCode.FIGURE_MISSING]
    assert reasons("FOR-4", finding=MINOR, milestone=LATER, figure=nine_of_ten) == []


def test_the_threshold_of_a_should_may_be_explained() -> None:
    few = {"figure": Figure(Decimal(1), 10)}
    assert reasons("OPP-3", **few) == [ReasonCode.SHOULD_NOT_MET_OR_EXPLAINED]
    assert reasons("OPP-3", accepted=True, **few) == []


def test_a_result_is_what_is_measured_whatever_is_claimed() -> None:
    later = {"round_": Round.RECERTIFICATION}
    assert reasons("RES-2", NOT_MET, figure=Figure(Decimal(3)), **later) == []
    assert reasons("RES-2", MET, figure=Figure(Decimal(2)), **later) == [ReasonCode.BELOW_THRESHOLD]
    assert reasons("RES-2", MET, figure=None, **later) == [ReasonCode.FIGURE_MISSING]
    below = {"figure": Figure(Decimal(2)), "milestone": LATER}
    assert reasons("RES-2", MET, MINOR, **below, **later) == [ReasonCode.BELOW_THRESHOLD]


def test_the_first_time_an_accepted_plan_stands_in_for_the_result() -> None:
    plan: dict[str, Any] = {"figure": None, "note": "To sommerjobber i 2027."}
    found = verdict("RES-2", NOT_MET, accepted=True, **plan)
    assert found.allowed == {DecisionOutcome.APPROVED}
    [condition] = found.conditions
    assert (condition.code, condition.criterion_id) == (ConditionCode.FIGURE_IN_FIRST_ANNUAL_REPORT, "RES-2")
    assert reasons("RES-2", NOT_MET, **plan) == [ReasonCode.FIGURE_MISSING]
    assert reasons("RES-2", NOT_MET, accepted=True, figure=None, note="") == [ReasonCode.FIGURE_MISSING]
    assert reasons("RES-2", NOT_MET, accepted=True, round_=Round.RECERTIFICATION, **plan) == [ReasonCode.FIGURE_MISSING]


def test_a_result_of_too_few_to_show_is_met_or_explained() -> None:
    few = {"figure": Figure(Decimal(0), 4), "level": PADRIVER}
    assert reasons("RES-3", MET, **few) == []
    assert reasons("RES-3", NOT_MET, **few) == [ReasonCode.RESULT_NOT_MET_OR_EXPLAINED]
    assert reasons("RES-3", NOT_MET, accepted=True, **few) == []
    assert reasons("RES-3", MET, figure=Figure(Decimal(2), 5), level=PADRIVER) == [ReasonCode.BELOW_THRESHOLD]


def test_a_choice_that_is_not_met_is_nobodys_business() -> None:
    assert reasons("MOT-4", NOT_MET) == []
    assert reasons("MOT-4", NOT_MET, FindingValue.NOT_SEEN) == []


def test_a_milestone_does_not_turn_an_unmet_choice_into_a_met_one() -> None:
    unmet = claim("TIL-4", NOT_MET) | claim("TIL-5", NOT_MET, MINOR, milestone=LATER)
    assert [reason.code for reason in decide(case(criteria=unmet)).reasons] == [ReasonCode.CHOICE_POOL_EMPTY]
    begun = claim("TIL-4", NOT_MET) | claim("TIL-5", PARTLY, MINOR, milestone=LATER)
    assert decide(case(criteria=begun)).allowed == {DecisionOutcome.APPROVED_WITH_MILESTONES}


def test_a_plan_and_a_milestone_can_stand_side_by_side() -> None:
    plan: dict[str, Any] = {"figure": None, "note": "To sommerjobber i 2027."}
    found = verdict("RES-2", PARTLY, MINOR, accepted=True, milestone=LATER, **plan)
    assert found.allowed == {DecisionOutcome.APPROVED_WITH_MILESTONES}
    assert {c.code for c in found.conditions} == set(ConditionCode)
