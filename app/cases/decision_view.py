"""A decision as pages show it, and the verdict of the rule as lines."""

from dataclasses import dataclass
from datetime import date

from app.cases.overview import MissingLine, by_area
from app.cases.sentences import condition_sentence, place_name, reason_sentence
from app.kernel.translate import ngettext
from certification.cases.history import APPROVALS
from certification.cases.rules.codes import ConditionCode, ReasonCode
from certification.cases.rules.decision_facts import ApprovalCondition, DecisionVerdict
from certification.cases.tables.decision import Decision
from certification.cases.types import DecisionOutcome
from certification.criteria.editions.schema import Edition
from ground.words import known


@dataclass(frozen=True)
class DecisionView:
    """A decision with the conditions that were frozen with it; only an approval has any."""

    decision: Decision

    @property
    def is_approval(self) -> bool:
        """Whether the level was reached."""
        return self.decision.outcome in APPROVALS

    @property
    def conditions(self) -> list[str]:
        """What the approval brings with it, as sentences."""
        if not self.is_approval:
            return []
        return [_frozen_condition(**kept) for kept in self.decision.verdict["conditions"]]


@dataclass(frozen=True)
class VerdictView:
    """What the rule says now: why the case may not be approved, line by line, and what an approval would bring."""

    verdict: DecisionVerdict
    edition: Edition

    @property
    def may_postpone(self) -> bool:
        """Whether the case may be postponed."""
        return self.verdict.may(DecisionOutcome.POSTPONED)

    @property
    def lines(self) -> list[MissingLine]:
        """The reasons against approval."""
        unseen = [r.criterion_id or "" for r in self.verdict.reasons if r.code is ReasonCode.FINDING_MISSING]
        others = [
            MissingLine(
                place_name(reason.criterion_id, reason.area_id, self.edition),
                reason_sentence(reason, self.edition),
                reason.area_id,
                reason.criterion_id or "",
            )
            for reason in self.verdict.reasons
            if reason.code is not ReasonCode.FINDING_MISSING
        ]
        return [*others, *by_area(self.edition, unseen, unseen_sentence)]

    @property
    def conditions(self) -> list[str]:
        """What an approval would bring with it."""
        return [condition_sentence(condition) for condition in self.verdict.conditions]


def _frozen_condition(code: str, criterion: str, due: str | None) -> str:
    """A condition as a sentence; one of a sort that this version does not know, as it stands."""
    sort = known(ConditionCode, code)
    if not isinstance(sort, ConditionCode):
        return f"{criterion}: {code}"
    return condition_sentence(ApprovalCondition(sort, criterion, date.fromisoformat(due) if due else None))


def unseen_sentence(ids: list[str]) -> str:
    """How many criteria of an area lack a finding that holds, and which."""
    return ngettext(
        "%(num)s kriterium mangler funn, eller svaret er endret etter funnet: %(ids)s.",
        "%(num)s kriterier mangler funn, eller svaret er endret etter funnet: %(ids)s.",
        len(ids),
        ids=", ".join(ids),
    )
