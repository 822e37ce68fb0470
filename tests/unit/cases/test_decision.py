"""The decision: who may decide, what a whole case allows, and that doubt never leads to approval."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.cases.rules.codes import ReasonCode, ReasonKind
from certification.cases.rules.decision import RULE_VERSION, decide
from certification.cases.rules.decision_facts import CriterionFacts, Decider, DecisionFacts, FindingFacts, Reason
from certification.cases.types import DecisionOutcome
from certification.criteria.rules.applicable import applicable_criteria
from certification.criteria.types import AnswerValue, FindingValue, LevelId, RequirementType, Round
from tests.builders.cases import CERTIFIER, CONTACT, FIRST, SECOND, TODAY, case, claim, good_answer
from tests.builders.criteria import area, criterion, edition, edition_with, profile

APPROVED, WITH_MILESTONES = DecisionOutcome.APPROVED, DecisionOutcome.APPROVED_WITH_MILESTONES
POSTPONED, NOT_APPROVED = DecisionOutcome.POSTPONED, DecisionOutcome.NOT_APPROVED
APPROVALS = {APPROVED, WITH_MILESTONES}
INKLUDERENDE, PADRIVER = LevelId.INKLUDERENDE, LevelId.PADRIVER


def codes(facts: DecisionFacts) -> list[ReasonCode]:
    return [reason.code for reason in decide(facts).reasons]


def about(code: ReasonCode, person: UUID) -> Reason:
    return Reason(code, params={"person": str(person)})


TWO_NEEDED = Reason(ReasonCode.TWO_DECIDERS_NEEDED, params={"required": 2})


@pytest.mark.parametrize("level", LevelId)
@pytest.mark.parametrize("round_", Round)
def test_a_case_in_order_may_be_approved_and_nothing_else(level: LevelId, round_: Round) -> None:
    verdict = decide(case(level, round=round_))
    assert verdict.reasons == ()
    assert verdict.conditions == ()
    assert verdict.allowed == {APPROVED}
    assert verdict.rule_version == RULE_VERSION


@pytest.mark.parametrize(
    ("deciders", "reason"),
    [
        ((), TWO_NEEDED),
        ((Decider(FIRST, True),), TWO_NEEDED),
        ((Decider(FIRST, True), Decider(FIRST, True)), TWO_NEEDED),
        ((Decider(FIRST, True), Decider(SECOND, True), Decider(UUID(int=9), True)), TWO_NEEDED),
        ((Decider(FIRST, True), Decider(CERTIFIER, True)), about(ReasonCode.DECIDER_IS_CERTIFIER, CERTIFIER)),
        ((Decider(CONTACT, True), Decider(SECOND, True)), about(ReasonCode.DECIDER_BELONGS_TO_ORGANISATION, CONTACT)),
    ],
)
def test_the_wrong_people_may_decide_nothing_at_all(deciders: tuple[Decider, ...], reason: Reason) -> None:
    verdict = decide(case(deciders=deciders))
    assert verdict.reasons == (reason,)
    assert verdict.allowed == frozenset()


def test_whoever_had_the_case_before_may_not_decide_it_either() -> None:
    stepped_down = case(earlier_certifiers=frozenset({FIRST}), deciders=(Decider(FIRST, True), Decider(SECOND, True)))
    assert codes(stepped_down) == [ReasonCode.DECIDER_IS_CERTIFIER]
    assert decide(stepped_down).allowed == frozenset()


def test_the_countys_own_units_are_decided_by_two_from_outside_the_county() -> None:
    inside, outside = Decider(FIRST, outside_county=False), Decider(FIRST, outside_county=True)
    other = Decider(SECOND, outside_county=True)
    refused = decide(case(county_unit=True, deciders=(inside, other)))
    assert refused.reasons == (about(ReasonCode.DECIDER_BELONGS_TO_COUNTY, FIRST),)
    assert refused.allowed == frozenset()
    assert decide(case(county_unit=True, deciders=(outside, other))).allowed == {APPROVED}
    assert decide(case(county_unit=False, deciders=(inside, other))).allowed == {APPROVED}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"signed_answers_hash": None}, ReasonCode.SIGNATURE_MISSING),
        ({"signed_answers_hash": "", "answers_hash": ""}, ReasonCode.SIGNATURE_MISSING),
        ({"signed_answers_hash": "b" * 64}, ReasonCode.SIGNATURE_OUTDATED),
        ({"profile": profile(has_under_18=None)}, ReasonCode.PROFILE_INCOMPLETE),
        ({"profile": profile(employees=None)}, ReasonCode.PROFILE_INCOMPLETE),
        ({"organisation_verified": False}, ReasonCode.ORGANISATION_NOT_VERIFIED),
        ({"certifier": None}, ReasonCode.CERTIFIER_MISSING),
        ({"certifier": CONTACT}, ReasonCode.CERTIFIER_NOT_IMPARTIAL),
        ({"impartiality_declared": False}, ReasonCode.CERTIFIER_NOT_IMPARTIAL),
    ],
)
def test_a_case_that_is_not_ready_may_only_be_postponed(changes: dict[str, Any], code: ReasonCode) -> None:
    facts = case(**changes)
    assert code in codes(facts)
    assert decide(facts).allowed == {POSTPONED}


def test_nothing_to_assess_is_never_an_approval() -> None:
    only_public = area("GRU", criterion("GRU-1", requirements={PADRIVER: RequirementType.MUST}), gate=True)
    facts = case(INKLUDERENDE, edition=edition_with(only_public))
    assert codes(facts) == [ReasonCode.NOTHING_TO_ASSESS]
    assert decide(facts).allowed == {POSTPONED}


def test_underveis_is_given_once() -> None:
    again = case(LevelId.UNDERVEIS, held_level_before=True)
    assert codes(again) == [ReasonCode.LEVEL_NOT_RENEWABLE]
    assert decide(again).allowed == {POSTPONED, NOT_APPROVED}
    assert decide(case(INKLUDERENDE, held_level_before=True)).allowed == {APPROVED}


def test_a_refusal_rests_on_the_substance_and_an_unfinished_review_is_no_substance() -> None:
    unfinished = case(criteria=claim("REK-1", finding=FindingValue.NOT_SEEN))
    assert decide(unfinished).allowed == {POSTPONED}
    major = claim("GRU-5", finding=FindingValue.MAJOR)
    stopped_at_the_gate = case(criteria=claim("REK-1", finding=FindingValue.NOT_SEEN) | major)
    assert decide(stopped_at_the_gate).allowed == {POSTPONED, NOT_APPROVED}


@pytest.mark.parametrize("level", LevelId)
def test_whatever_is_left_out_stands_against_approval(level: LevelId) -> None:
    whole = case(level, round=Round.RECERTIFICATION)
    for item in applicable_criteria(edition(), profile(), level, Round.RECERTIFICATION):
        less = {id_: facts for id_, facts in whole.criteria.items() if id_ != item.criterion.id}
        reasons = decide(replace(whole, criteria=less)).reasons
        assert [reason.criterion_id for reason in reasons] == [item.criterion.id]


@pytest.mark.parametrize("level", LevelId)
def test_one_major_nonconformity_anywhere_stops_the_case(level: LevelId) -> None:
    for item in applicable_criteria(edition(), profile(), level, Round.FIRST):
        verdict = decide(case(level, criteria=claim(item.criterion.id, finding=FindingValue.MAJOR)))
        assert verdict.reasons[0].code is ReasonCode.MAJOR_NONCONFORMITY
        assert not verdict.allowed & APPROVALS, item.criterion.id


def test_the_choice_pool_must_be_filled_by_what_the_certifier_approves() -> None:
    one_left = claim("TIL-4", AnswerValue.NOT_MET)
    unseen = one_left | claim("TIL-5", finding=FindingValue.NOT_SEEN)
    assert decide(case(criteria=one_left)).allowed == {APPROVED}
    [reason] = decide(case(criteria=unseen)).reasons
    assert (reason.code, reason.area_id) == (ReasonCode.CHOICE_POOL_EMPTY, "TIL")


def test_paadriver_must_fill_the_pools_of_inkluderende_too() -> None:
    explained = claim("TIL-4", AnswerValue.NOT_MET, accepted=True) | claim("TIL-5", AnswerValue.NOT_MET, accepted=True)
    assert codes(case(PADRIVER, criteria=explained)) == [ReasonCode.CHOICE_POOL_EMPTY]


def test_every_reason_that_is_not_of_the_substance_says_what_it_is_about() -> None:
    verdict = decide(case(certifier=None, deciders=(), signed_answers_hash=None))
    kinds = {reason.code: reason.kind for reason in verdict.reasons}
    assert kinds[ReasonCode.TWO_DECIDERS_NEEDED] is ReasonKind.DECIDERS
    assert kinds[ReasonCode.SIGNATURE_MISSING] is ReasonKind.CASE


anything = st.builds(
    CriterionFacts,
    st.builds(
        good_answer,
        st.sampled_from(edition().criteria),
        value=st.none() | st.sampled_from(AnswerValue),
        note=st.sampled_from(["", "fordi"]),
    ),
    st.builds(
        FindingFacts, st.sampled_from(FindingValue), st.booleans(), st.none() | st.just(TODAY.replace(year=2027))
    ),
)
some_changed = st.dictionaries(st.sampled_from([c.id for c in edition().criteria]), anything, max_size=4)


@given(some_changed, st.sampled_from(Round))
def test_who_may_be_paadriver_may_be_inkluderende(changed: dict[str, CriterionFacts], round_: Round) -> None:
    if decide(case(PADRIVER, criteria=changed, round=round_)).allowed & APPROVALS:
        assert decide(case(INKLUDERENDE, criteria=changed, round=round_)).allowed & APPROVALS


@given(some_changed, st.sampled_from(LevelId))
def test_an_approval_has_no_reason_against_it_and_anything_else_has(
    changed: dict[str, CriterionFacts], level: LevelId
) -> None:
    verdict = decide(case(level, criteria=changed))
    assert bool(verdict.allowed & APPROVALS) == (not verdict.reasons)
    assert len(verdict.allowed & APPROVALS) <= 1
    assert not (NOT_APPROVED in verdict.allowed and not verdict.reasons)


@given(some_changed)
def test_what_nobody_has_looked_at_allows_no_more_than_what_is_approved(changed: dict[str, CriterionFacts]) -> None:
    for id_, facts in changed.items():
        unseen = case(criteria=changed | {id_: CriterionFacts(facts.answer, FindingFacts())})
        seen = case(criteria=changed | {id_: CriterionFacts(facts.answer, FindingFacts(FindingValue.APPROVED))})
        assert decide(unseen).allowed & APPROVALS <= decide(seen).allowed & APPROVALS
