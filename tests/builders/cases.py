"""Cases in which everything is in order, and what is said of single criteria in them."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from certification.cases.rules.answers import AnswerFacts
from certification.cases.rules.decision_facts import CriterionFacts, Decider, DecisionFacts, FindingFacts
from certification.criteria.editions.criterion import Criterion
from certification.criteria.rules.applicable import applicable_criteria
from certification.criteria.rules.figures import Figure
from certification.criteria.types import AnswerValue, FindingValue, IndicatorKind, LevelId, Round
from tests.builders.criteria import edition, profile

TODAY = date(2026, 11, 22)
CERTIFIER, FIRST, SECOND, CONTACT = (UUID(int=number) for number in range(1, 5))


def good_answer(item: Criterion, **changes: Any) -> AnswerFacts:
    """An answer that meets the criterion, with all its evidence and a figure above every threshold."""
    fields: dict[str, Any] = {
        "value": AnswerValue.MET,
        "note": "Slik gjør vi det.",
        "evidence": frozenset(item.evidence),
        "figure": good_figure(item),
    }
    return AnswerFacts(**fields | changes)


def good_figure(item: Criterion) -> Figure | None:
    """A figure that is enough at every level."""
    if item.indicator is None:
        return None
    return Figure(Decimal(20), 20 if item.indicator.kind is IndicatorKind.SHARE else None)


def case(level: LevelId = LevelId.INKLUDERENDE, **changes: Any) -> DecisionFacts:
    """A case that may be approved; `changes` replace facts, `criteria` those of single criteria."""
    used = changes.pop("edition", edition())
    who = changes.pop("profile", profile())
    round_ = changes.pop("round", Round.FIRST)
    criteria = {
        item.criterion.id: CriterionFacts(good_answer(item.criterion), FindingFacts(FindingValue.APPROVED))
        for item in applicable_criteria(used, who, level, round_)
    }
    facts: dict[str, Any] = {
        "answers_hash": "a" * 64,
        "signed_answers_hash": "a" * 64,
        "certifier": CERTIFIER,
        "earlier_certifiers": frozenset(),
        "organisation_verified": True,
        "impartiality_declared": True,
        "deciders": (Decider(FIRST, outside_county=False), Decider(SECOND, outside_county=False)),
        "organisation_people": frozenset({CONTACT}),
        "county_unit": False,
        "held_level_before": False,
        "today": TODAY,
    }
    criteria |= changes.pop("criteria", {})
    return DecisionFacts(edition=used, level=level, profile=who, round=round_, criteria=criteria, **facts | changes)


def claim(
    item: str,
    value: AnswerValue = AnswerValue.MET,
    finding: FindingValue = FindingValue.APPROVED,
    *,
    accepted: bool = False,
    milestone: date | None = None,
    **answer: Any,
) -> dict[str, CriterionFacts]:
    """The facts of one criterion, to put into a case."""
    stated = good_answer(edition().criterion(item), value=value, **answer)
    return {item: CriterionFacts(stated, FindingFacts(finding, accepted, milestone))}
