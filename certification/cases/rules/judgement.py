"""Judges one criterion: claim and finding against what the level asks.

Source: certification.md 7.3 and the catalogue (avvik, beslutning). How a finding is read: a passing finding
approves what the employer claims to meet, fully or partly. It cannot make met what the employer itself says
is not met; then the case goes back, or the finding is a nonconformity. A minor nonconformity passes with a
milestone, except in the gate. A measured threshold binds wherever a level has one: only an explanation
(«should»), a milestone (a minor nonconformity on a «must») or the plan of a first round (result) can stand in
for it.
"""

from dataclasses import dataclass

from certification.cases.rules.codes import ConditionCode, ReasonCode
from certification.cases.rules.decision_facts import ApprovalCondition, CriterionFacts, DecisionFacts, Reason
from certification.criteria.rules.applicable import Applicable
from certification.criteria.rules.figures import FigureCheck, FigureStatus, check_figure
from certification.criteria.types import AnswerValue, FindingValue, NotApplicableRule, RequirementType, Round
from ground.params import Params

Shortfall = tuple[ReasonCode, Params]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome for one criterion: `met` counts for the choice pool; a reason stands against approval."""

    met: bool
    reason: Reason | None = None
    conditions: tuple[ApprovalCondition, ...] = ()


def judge(facts: DecisionFacts, item: Applicable) -> Judgement:
    """The judgement of one criterion that applies; whatever is not known stands against approval."""
    given = facts.criteria.get(item.criterion.id, CriterionFacts())
    meanings, finding = facts.edition.findings, given.finding.value
    if finding in meanings.stops:
        return _against(item, ReasonCode.MAJOR_NONCONFORMITY)
    if given.answer.value is None:
        return _against(item, ReasonCode.UNANSWERED)
    if given.answer.value is AnswerValue.NOT_APPLICABLE:
        return _not_applicable(item, given, accepted=finding in meanings.passes)
    if finding is FindingValue.NOT_SEEN:
        # A choice criterion that nobody has looked at only does not count for the pool.
        if item.requirement is RequirementType.CHOICE:
            return Judgement(met=False)
        return _against(item, ReasonCode.FINDING_MISSING)
    if finding in meanings.passes:
        return _fulfilled(facts, item, given, has_milestone=False)
    if (blocked := _without_milestone(facts, item, given)) is not None:
        return _against(item, blocked)
    return _fulfilled(facts, item, given, has_milestone=True)


def _against(item: Applicable, code: ReasonCode, params: Params | None = None) -> Judgement:
    return Judgement(met=False, reason=Reason(code, item.criterion.id, item.area.id, params or {}))


def _not_applicable(item: Applicable, given: CriterionFacts, accepted: bool) -> Judgement:
    if item.criterion.not_applicable is NotApplicableRule.NO:
        return _against(item, ReasonCode.NOT_APPLICABLE_NOT_ALLOWED)
    if item.criterion.not_applicable is NotApplicableRule.WITH_REASON and not given.answer.explained:
        return _against(item, ReasonCode.NOT_APPLICABLE_REASON_MISSING)
    if given.finding.value is FindingValue.NOT_SEEN:
        return _against(item, ReasonCode.FINDING_MISSING)
    if not accepted:
        return _against(item, ReasonCode.NOT_APPLICABLE_NOT_ACCEPTED)
    return Judgement(met=False)


def _without_milestone(facts: DecisionFacts, item: Applicable, given: CriterionFacts) -> ReasonCode | None:
    """Why a minor nonconformity does not pass here, or None when it does."""
    if item.area.gate:
        return ReasonCode.GATE_NOT_IN_ORDER
    if given.finding.milestone is None:
        return ReasonCode.MILESTONE_MISSING
    if given.finding.milestone <= facts.today:
        return ReasonCode.MILESTONE_PASSED
    return None


def _fulfilled(facts: DecisionFacts, item: Applicable, given: CriterionFacts, *, has_milestone: bool) -> Judgement:
    check = check_figure(item.criterion, facts.level, given.answer.figure, facts.profile.employees)
    planned = _plan_stands_in(facts, item, given, check)
    shortfall = None if planned else _shortfall(item, given, check, has_milestone=has_milestone)
    if shortfall is not None and not _forgiven(item, given):
        code, params = shortfall
        if item.requirement is RequirementType.SHOULD:
            code = ReasonCode.SHOULD_NOT_MET_OR_EXPLAINED
        return _against(item, code, params)
    conditions = []
    if has_milestone:
        conditions.append(ApprovalCondition(ConditionCode.MILESTONE, item.criterion.id, given.finding.milestone))
    if planned:
        conditions.append(ApprovalCondition(ConditionCode.FIGURE_IN_FIRST_ANNUAL_REPORT, item.criterion.id))
    met = shortfall is None and given.answer.value is not AnswerValue.NOT_MET
    return Judgement(met=met, conditions=tuple(conditions))


def _forgiven(item: Applicable, given: CriterionFacts) -> bool:
    """Whether it may be unmet: a choice always, a «should» with an explanation that is accepted."""
    if item.requirement is RequirementType.SHOULD:
        return _explanation_accepted(given)
    return item.requirement is RequirementType.CHOICE


def _explanation_accepted(given: CriterionFacts) -> bool:
    return given.answer.explained and given.finding.explanation_accepted


def _plan_stands_in(facts: DecisionFacts, item: Applicable, given: CriterionFacts, check: FigureCheck) -> bool:
    """In the first round an accepted plan stands in for a result (catalogue: ny_virksomhet)."""
    return (
        item.requirement is RequirementType.RESULT
        and check.status is not FigureStatus.REACHED
        and facts.round is Round.FIRST
        and item.criterion.first_time_plan is not None
        and _explanation_accepted(given)
    )


def _shortfall(item: Applicable, given: CriterionFacts, check: FigureCheck, *, has_milestone: bool) -> Shortfall | None:
    """What the criterion lacks, or None when it is met. A result is what is measured, whatever is claimed."""
    says_not_met = given.answer.value is AnswerValue.NOT_MET
    is_result = item.requirement is RequirementType.RESULT
    if is_result and check.status is FigureStatus.TOO_FEW and says_not_met:
        unexplained = not _explanation_accepted(given)
        return (ReasonCode.RESULT_NOT_MET_OR_EXPLAINED, {}) if unexplained else None
    if has_milestone and not is_result:
        return None
    if says_not_met and not is_result:
        return ReasonCode.EMPLOYER_SAYS_NOT_MET, {}
    if check.status is FigureStatus.BELOW:
        return ReasonCode.BELOW_THRESHOLD, {"required": str(check.required), "reached": str(check.reached)}
    return (ReasonCode.FIGURE_MISSING, {}) if check.status is FigureStatus.MISSING else None
