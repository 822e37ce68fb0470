"""The list of what is missing: what stops a case from being submitted, and what it takes to be approved."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.cases.rules.answers import AnswerFacts
from certification.cases.rules.codes import GapCode, GapSeverity
from certification.cases.rules.gaps import Gap, GapFacts, gaps, may_be_signed
from certification.criteria.rules.applicable import applicable_criteria
from certification.criteria.rules.figures import Figure
from certification.criteria.rules.profile import Profile
from certification.criteria.types import AnswerValue, LevelId, Round
from tests.builders.cases import good_answer
from tests.builders.criteria import edition, profile

MET, PARTLY, NOT_MET = AnswerValue.MET, AnswerValue.PARTLY, AnswerValue.NOT_MET
NOT_APPLICABLE = AnswerValue.NOT_APPLICABLE
INKLUDERENDE, PADRIVER = LevelId.INKLUDERENDE, LevelId.PADRIVER


def facts(level: LevelId = INKLUDERENDE, **changes: Any) -> GapFacts:
    """A case in which nothing is missing; `answers` replace single answers, None takes one away."""
    who = changes.pop("profile", profile())
    round_ = changes.pop("round", Round.FIRST)
    answers = {
        item.criterion.id: good_answer(item.criterion) for item in applicable_criteria(edition(), who, level, round_)
    }
    answers |= changes.pop("answers", {})
    known: dict[str, Any] = {"complete_actions": 3, "signed": True}
    return GapFacts(edition=edition(), level=level, profile=who, round=round_, answers=answers, **known | changes)


def answered(criterion_id: str, **changes: Any) -> dict[str, AnswerFacts]:
    return {criterion_id: good_answer(edition().criterion(criterion_id), **changes)}


def found(level: LevelId = INKLUDERENDE, **changes: Any) -> list[tuple[GapCode, str | None]]:
    return [(gap.code, gap.criterion_id or gap.area_id) for gap in gaps(facts(level, **changes))]


@pytest.mark.parametrize("level", LevelId)
def test_nothing_is_missing_when_everything_is_in_order(level: LevelId) -> None:
    assert gaps(facts(level)) == ()


def test_a_new_case_lacks_answers_and_a_signature_and_may_not_be_signed() -> None:
    new = facts(answers={item.id: AnswerFacts() for item in edition().criteria}, signed=False, profile=profile())
    missing = gaps(new)
    asked = applicable_criteria(edition(), profile(), INKLUDERENDE, Round.FIRST)
    assert [gap.criterion_id for gap in missing if gap.code is GapCode.UNANSWERED] == [
        item.criterion.id for item in asked
    ]
    assert missing[-1] == Gap(GapCode.SIGNATURE_MISSING)
    assert not may_be_signed(missing)


def test_a_profile_question_without_an_answer_stops_the_case() -> None:
    missing = gaps(facts(profile=profile(takes_training=None, employees=None)))
    assert [gap.params["question"] for gap in missing if gap.code is GapCode.PROFILE_UNANSWERED] == [
        "size",
        "takes_training",
    ]
    assert not may_be_signed(missing)


def test_only_the_leaders_signature_is_left_when_all_is_answered() -> None:
    missing = gaps(facts(signed=False))
    assert missing == (Gap(GapCode.SIGNATURE_MISSING),)
    assert may_be_signed(missing)


def test_a_case_may_be_signed_though_it_could_not_be_approved_yet() -> None:
    missing = gaps(facts(answers=answered("REK-1", value=NOT_MET), complete_actions=0))
    assert {gap.code for gap in missing} == {GapCode.MUST_NOT_MET, GapCode.ACTION_PLAN_TOO_SHORT}
    assert {gap.severity for gap in missing} == {GapSeverity.ADVISORY}
    assert may_be_signed(missing)


@pytest.mark.parametrize("value", [NOT_MET, PARTLY])
def test_a_must_has_to_be_met_fully_and_cannot_be_explained_away(value: AnswerValue) -> None:
    [gap] = gaps(facts(answers=answered("REK-1", value=value, note="Fordi.")))
    assert gap == Gap(GapCode.MUST_NOT_MET, "REK-1", "REK", {"answer": value.value})


def test_a_should_is_met_or_explained() -> None:
    [gap] = gaps(facts(answers=answered("REK-3", value=NOT_MET, note="")))
    assert gap == Gap(GapCode.SHOULD_NOT_MET_OR_EXPLAINED, "REK-3", "REK", {"answer": "not_met"})
    assert found(answers=answered("REK-3", value=NOT_MET, note="Vi ansetter nesten aldri.")) == []
    assert found(PADRIVER, answers=answered("REK-3", value=NOT_MET, note="Vi ansetter nesten aldri.")) == [
        (GapCode.MUST_NOT_MET, "REK-3")
    ]


def test_in_an_area_with_several_choices_one_must_be_met() -> None:
    nothing = answered("TIL-4", value=NOT_MET) | answered("TIL-5", value=PARTLY)
    [gap] = gaps(facts(answers=nothing))
    assert (gap.code, gap.area_id, gap.criterion_id) == (GapCode.CHOICE_POOL_EMPTY, "TIL", None)
    assert gap.params == {"required": 1, "met": 0, "criteria": ("TIL-4", "TIL-5")}
    assert found(answers=answered("TIL-4", value=NOT_MET)) == []


def test_the_only_choice_of_an_area_is_free() -> None:
    assert found(answers=answered("MOT-4", value=NOT_MET)) == []


def test_paadriver_must_also_fill_the_pools_of_inkluderende() -> None:
    explained = answered("TIL-4", value=NOT_MET) | answered("TIL-5", value=NOT_MET)
    assert found(PADRIVER, answers=explained) == [(GapCode.CHOICE_POOL_EMPTY, "TIL")]


def test_a_claim_without_evidence_is_told_with_the_kinds_that_would_do() -> None:
    [gap] = gaps(facts(answers=answered("GRU-4", evidence=frozenset())))
    assert (gap.code, gap.criterion_id) == (GapCode.EVIDENCE_MISSING, "GRU-4")
    assert gap.params == {"kinds": ("file",)}


def test_the_smallest_may_describe_where_others_add_evidence() -> None:
    described = answered("ARB-2", evidence=frozenset())
    assert found(answers=described, profile=profile(employees=20)) == [(GapCode.EVIDENCE_MISSING, "ARB-2")]
    assert found(answers=described, profile=profile(employees=4)) == []


def test_not_applicable_is_for_the_criteria_that_allow_it_and_with_a_reason() -> None:
    assert found(answers=answered("LAR-1", value=NOT_APPLICABLE)) == []
    assert found(answers=answered("LAR-1", value=NOT_APPLICABLE, note=" ")) == [
        (GapCode.NOT_APPLICABLE_REASON_MISSING, "LAR-1")
    ]
    missing = gaps(facts(answers=answered("OPP-1", value=NOT_APPLICABLE)))
    assert [gap.code for gap in missing] == [GapCode.NOT_APPLICABLE_NOT_ALLOWED]
    assert not may_be_signed(missing)


def test_the_action_plan_needs_three_actions_with_a_person_and_a_date() -> None:
    [gap] = gaps(facts(complete_actions=2))
    assert (gap.code, gap.criterion_id) == (GapCode.ACTION_PLAN_TOO_SHORT, "FOR-3")
    assert gap.params == {"actions": 2, "required": 3}


def test_a_result_needs_its_figure_but_the_first_time_a_plan_will_do() -> None:
    no_figure = answered("RES-2", value=NOT_MET, figure=None, note="")
    plan = answered("RES-2", value=NOT_MET, figure=None, note="To sommerjobber i 2027.")
    assert found(answers=no_figure) == [(GapCode.FIGURE_MISSING, "RES-2")]
    assert found(answers=plan) == []
    assert found(answers=plan, round=Round.RECERTIFICATION) == [(GapCode.FIGURE_MISSING, "RES-2")]


def test_a_missing_figure_is_told_once() -> None:
    claimed: dict[str, Any] = {"figure": None, "note": "", "evidence": frozenset()}
    assert found(answers=answered("FOR-4", **claimed)) == [(GapCode.FIGURE_MISSING, "FOR-4")]
    assert found(answers=answered("RES-3", **claimed)) == [(GapCode.EVIDENCE_MISSING, "RES-3")]


def test_a_figure_below_the_threshold_tells_what_is_required() -> None:
    low = answered("RES-2", figure=Figure(Decimal(2)), note="")
    [gap] = gaps(facts(answers=low))
    assert (gap.code, gap.params) == (GapCode.BELOW_THRESHOLD, {"required": "2.4", "reached": "2"})


def test_a_share_of_too_few_must_be_met_or_explained() -> None:
    few = Figure(Decimal(1), 3)
    assert found(PADRIVER, answers=answered("RES-3", value=MET, figure=few, note="")) == []
    assert found(PADRIVER, answers=answered("RES-3", value=NOT_MET, figure=few)) == []
    [gap] = gaps(facts(PADRIVER, answers=answered("RES-3", value=NOT_MET, figure=few, note="")))
    assert gap == Gap(GapCode.RESULT_NOT_MET_OR_EXPLAINED, "RES-3", "RES", {"answer": "not_met"})


def test_an_employer_without_leaders_of_young_people_yet_lacks_no_course() -> None:
    assert found(answers=answered("FOR-4", figure=Figure(Decimal(0), 0))) == []


def test_underveis_asks_for_the_goal_and_the_person_alone() -> None:
    assert found(LevelId.UNDERVEIS, answers={"FOR-1": AnswerFacts()}, complete_actions=0) == [
        (GapCode.UNANSWERED, "FOR-1")
    ]


def test_every_criterion_that_is_not_answered_blocks() -> None:
    for item in applicable_criteria(edition(), profile(), PADRIVER, Round.RECERTIFICATION):
        changed = facts(PADRIVER, round=Round.RECERTIFICATION, answers={item.criterion.id: AnswerFacts()})
        assert not may_be_signed(gaps(changed)), item.criterion.id


answers_of_all = st.fixed_dictionaries(
    {
        c.id: st.builds(
            AnswerFacts, st.none() | st.sampled_from(AnswerValue), st.sampled_from(["", "fordi"]), st.just(frozenset())
        )
        for c in edition().criteria
    }
)


@given(answers_of_all, st.sampled_from(LevelId), st.booleans())
def test_a_gap_is_told_once_and_in_the_order_of_the_edition(
    answers: dict[str, AnswerFacts], level: LevelId, signed: bool
) -> None:
    missing = gaps(facts(level, answers=answers, signed=signed))
    assert len({(gap.code, gap.criterion_id, gap.area_id) for gap in missing}) == len(missing)
    areas = [area.id for area in edition().areas]
    order = [areas.index(gap.area_id) for gap in missing if gap.area_id]
    assert order == sorted(order)
    assert (Gap(GapCode.SIGNATURE_MISSING) in missing) is not signed


def test_an_empty_profile_lacks_all_six_answers() -> None:
    codes = [gap.code for gap in gaps(facts(profile=Profile()))]
    assert codes.count(GapCode.PROFILE_UNANSWERED) == 6
