"""A decision as pages show it, and the verdict of the rule as lines."""

from dataclasses import dataclass
from datetime import date

from app.cases.lines import Line, Said, lines_of
from app.cases.sentences import condition_said, reason_said
from certification.cases.case import Case
from certification.cases.history import APPROVALS
from certification.cases.rules.codes import ConditionCode, ReasonCode
from certification.cases.rules.decision_facts import ApprovalCondition, DecisionVerdict
from certification.cases.tables.decision import Decision
from certification.cases.types import DecisionOutcome
from ground.words import known


@dataclass(frozen=True)
class DecisionView:
    """A decision of a case with the conditions that were frozen with it; only an approval has any."""

    decision: Decision
    case: Case

    @property
    def is_approval(self) -> bool:
        """Whether the level was reached."""
        return self.decision.outcome in APPROVALS

    @property
    def conditions(self) -> list[Line]:
        """What the approval brings with it."""
        kept = self.decision.verdict["conditions"] if self.is_approval else []
        return lines_of(self.case, (_frozen_condition(**one) for one in kept))


@dataclass(frozen=True)
class VerdictView:
    """What the rule says now: why the case may not be approved, line by line, and what an approval would bring."""

    verdict: DecisionVerdict
    case: Case

    @property
    def may_postpone(self) -> bool:
        """Whether the case may be postponed."""
        return self.verdict.may(DecisionOutcome.POSTPONED)

    @property
    def lines(self) -> list[Line]:
        """The reasons against approval; what nobody has looked at comes last."""
        reasons = sorted(self.verdict.reasons, key=lambda reason: reason.code is ReasonCode.FINDING_MISSING)
        return lines_of(self.case, (reason_said(reason, self.case.edition) for reason in reasons))

    @property
    def conditions(self) -> list[Line]:
        """What an approval would bring with it."""
        return lines_of(self.case, (condition_said(condition) for condition in self.verdict.conditions))


def _frozen_condition(code: str, criterion: str, due: str | None) -> Said:
    """A condition as a sentence; one of a sort that this version does not know, as it stands."""
    sort = known(ConditionCode, code)
    if not isinstance(sort, ConditionCode):
        return Said(code, (criterion,))
    return condition_said(ApprovalCondition(sort, criterion, date.fromisoformat(due) if due else None))
