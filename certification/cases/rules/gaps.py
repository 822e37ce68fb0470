"""What the employer still lacks, line by line, before the case is submitted and before it can be approved.

Source: certification.md 7.3 and the catalogue (beslutning, valgpott). Whatever blocks must be done before the
case can be submitted: every profile question and criterion answered, and the leader's signature. The advisory
gaps may stay open when it is submitted, but stand in the way of the level that is applied for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from certification.cases.rules.answers import AnswerFacts, missing_evidence
from certification.cases.rules.codes import GapCode, GapSeverity
from certification.criteria.editions.criterion import Criterion
from certification.criteria.editions.schema import Edition
from certification.criteria.rules.applicable import Applicable, applicable_criteria
from certification.criteria.rules.choice_pool import empty_pools
from certification.criteria.rules.figures import FigureStatus, check_figure
from certification.criteria.rules.profile import Profile
from certification.criteria.types import AnswerValue, EvidenceKind, LevelId, NotApplicableRule, RequirementType, Round
from ground.params import Params

Shortfall = tuple[GapCode, Params]
BLOCKING = frozenset(
    {
        GapCode.PROFILE_UNANSWERED,
        GapCode.UNANSWERED,
        GapCode.NOT_APPLICABLE_NOT_ALLOWED,
        GapCode.NOT_APPLICABLE_REASON_MISSING,
        GapCode.SIGNATURE_MISSING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFacts:
    """What is known of a case. `complete_actions` counts the actions that have a person and a deadline."""

    edition: Edition
    level: LevelId
    profile: Profile
    round: Round
    answers: Mapping[str, AnswerFacts]
    complete_actions: int
    signed: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: what (`code`), where, and the values a sentence about it needs."""

    code: GapCode
    criterion_id: str | None = None
    area_id: str | None = None
    params: Params = field(default_factory=dict)

    @property
    def severity(self) -> GapSeverity:
        """Whether it stops the case from being submitted."""
        return GapSeverity.BLOCKING if self.code in BLOCKING else GapSeverity.ADVISORY


def gaps(facts: GapFacts) -> tuple[Gap, ...]:
    """All gaps: the profile first, then area by area in the edition's order, the signature last."""
    return (
        *(Gap(GapCode.PROFILE_UNANSWERED, params={"question": q}) for q in facts.profile.unanswered()),
        *_in_areas(facts),
        *(() if facts.signed else (Gap(GapCode.SIGNATURE_MISSING),)),
    )


def may_be_signed(found: tuple[Gap, ...]) -> bool:
    """Whether nothing but the leader's signature stops the case from being submitted."""
    return all(g.severity is GapSeverity.ADVISORY or g.code is GapCode.SIGNATURE_MISSING for g in found)


def _in_areas(facts: GapFacts) -> Iterator[Gap]:
    applicable = applicable_criteria(facts.edition, facts.profile, facts.level, facts.round)
    pools = {
        pool.area_id: Gap(GapCode.CHOICE_POOL_EMPTY, area_id=pool.area_id, params=pool.params())
        for pool in empty_pools(facts.edition, facts.profile, facts.level, facts.round, _claimed(facts))
    }
    for area in facts.edition.areas:
        for item in applicable:
            if item.area.id == area.id:
                answer = facts.answers.get(item.criterion.id, AnswerFacts())
                yield from _of_criterion(facts, item, answer)
        if area.id in pools:
            yield pools[area.id]


def _claimed(facts: GapFacts) -> frozenset[str]:
    return frozenset(id_ for id_, answer in facts.answers.items() if answer.value is AnswerValue.MET)


def _of_criterion(facts: GapFacts, item: Applicable, answer: AnswerFacts) -> Iterator[Gap]:
    criterion = item.criterion

    def gap(code: GapCode, params: Params | None = None) -> Gap:
        return Gap(code, criterion.id, item.area.id, params or {})

    if answer.value is None:
        yield gap(GapCode.UNANSWERED)
    elif answer.value is AnswerValue.NOT_APPLICABLE:
        if criterion.not_applicable is NotApplicableRule.NO:
            yield gap(GapCode.NOT_APPLICABLE_NOT_ALLOWED)
        elif criterion.not_applicable is NotApplicableRule.WITH_REASON and not answer.explained:
            yield gap(GapCode.NOT_APPLICABLE_REASON_MISSING)
    elif not (item.requirement is RequirementType.SHOULD and _explains(answer)):
        yield from (gap(code, params) for code, params in _not_fulfilled(facts, item, answer))
        kinds = missing_evidence(criterion, answer, facts.profile.size)
        # Where the level has a threshold, the missing figure is told already.
        if kinds and not (kinds == (EvidenceKind.FIGURES,) and criterion.threshold(facts.level) is not None):
            yield gap(GapCode.EVIDENCE_MISSING, {"kinds": tuple(kinds)})


def _explains(answer: AnswerFacts) -> bool:
    """Whether the answer is an explanation of why a «should» is not met."""
    return answer.value is not AnswerValue.MET and answer.explained


def _not_fulfilled(facts: GapFacts, item: Applicable, answer: AnswerFacts) -> Iterator[Shortfall]:
    if answer.value is not AnswerValue.MET and item.requirement is RequirementType.MUST:
        yield GapCode.MUST_NOT_MET, {"answer": str(answer.value)}
    if answer.value is not AnswerValue.MET and item.requirement is RequirementType.SHOULD:
        yield GapCode.SHOULD_NOT_MET_OR_EXPLAINED, {"answer": str(answer.value)}
    if item.criterion.minimum_actions and facts.complete_actions < item.criterion.minimum_actions:
        yield (
            GapCode.ACTION_PLAN_TOO_SHORT,
            {"actions": facts.complete_actions, "required": item.criterion.minimum_actions},
        )
    if item.requirement is not RequirementType.CHOICE:
        yield from _figure(facts, item.criterion, item.requirement, answer)


def _figure(
    facts: GapFacts, criterion: Criterion, requirement: RequirementType, answer: AnswerFacts
) -> Iterator[Shortfall]:
    check = check_figure(criterion, facts.level, answer.figure, facts.profile.employees)
    plan_will_do = facts.round is Round.FIRST and criterion.first_time_plan is not None and answer.explained
    if plan_will_do or check.status in (FigureStatus.NO_THRESHOLD, FigureStatus.REACHED):
        return
    if check.status is FigureStatus.TOO_FEW:
        unexplained = answer.value is not AnswerValue.MET and not answer.explained
        if requirement is RequirementType.RESULT and unexplained:
            yield GapCode.RESULT_NOT_MET_OR_EXPLAINED, {"answer": str(answer.value)}
    elif check.status is FigureStatus.MISSING:
        yield GapCode.FIGURE_MISSING, {}
    else:
        yield GapCode.BELOW_THRESHOLD, {"required": str(check.required), "reached": str(check.reached)}
