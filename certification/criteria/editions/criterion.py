"""A criterion of an edition, what it is measured by and when it applies."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from certification.criteria.types import (
    AskedFrom,
    AutoSource,
    EvidenceKind,
    IndicatorKind,
    LevelId,
    NotApplicableRule,
    ProfileQuestionId,
    RequirementType,
    SizeClass,
    Visibility,
)
from ground.texts import Translated
from ground.values import Frozen
from register.organisations.types import Sector

CriterionId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[1-9][0-9]?$")]
Condition = Mapping[ProfileQuestionId, bool | Sector | SizeClass]


def _amount(value: object) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError("this is no number") from error


Amount = Annotated[Decimal, BeforeValidator(_amount)]
"""An exact number; text too, as an edition is stored. 1.0 keeps its decimal, since the fingerprint rests on it."""


class Indicator(Frozen):
    """A measured threshold: what is counted, of what, and how much a level asks for.

    `thresholds` are a share (0 to 1), a number per 50 employees, or a plain number; `minimum` is the least
    number that holds however small the organisation is; `period_months` says over which period is counted.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]+$")
    kind: IndicatorKind
    count_label: Translated
    base_label: Translated | None
    thresholds: Mapping[LevelId, Amount]
    minimum: Mapping[LevelId, int]
    period_months: int | None = Field(gt=0)


class Criterion(Frozen):
    """One thing an employer is measured on. The fields follow certification.md 7.1.

    `minimum_group` is the least number of people behind a share or a survey before it may be shown;
    `minimum_actions` is how many actions the plan must have; `first_time_plan` says that a plan stands in for
    the figure in the first round. What only a few criteria have may be left out of the file.

    `name` is what people call it by, some words, where the sentence is too long and the id says nothing. Every
    criterion in the files has one; an edition that was stored before criteria had names has none.
    """

    id: CriterionId
    name: Translated | None = None
    text: Translated
    why: Translated
    how: Translated
    requirements: Mapping[LevelId, RequirementType]
    weight: int = Field(ge=0, le=3)
    evidence: tuple[EvidenceKind, ...] = Field(min_length=1)
    counts_in_score: bool = True
    applies_when: Condition = {}
    asked_from: AskedFrom = AskedFrom.START
    not_applicable: NotApplicableRule = NotApplicableRule.NO
    visibility: Visibility = Visibility.OPEN
    legal_basis: Translated | None = None
    indicator: Indicator | None = None
    minimum_group: int | None = Field(default=None, ge=2)
    first_time_plan: Translated | None = None
    auto: AutoSource | None = None
    minimum_actions: int | None = Field(default=None, ge=1)
    adaptations: Mapping[SizeClass, Translated] = {}
    guidance_by_size: Mapping[SizeClass, Translated] = {}

    @property
    def called(self) -> Translated:
        """What pages call it: its name, or the sentence where an edition of before has no names."""
        return self.name or self.text

    def requirement(self, level: LevelId) -> RequirementType:
        """What the level asks of this criterion; a level that is not named asks nothing."""
        return self.requirements.get(level, RequirementType.NONE)

    def threshold(self, level: LevelId) -> Decimal | None:
        """The measured threshold of the level, if it has one."""
        return self.indicator.thresholds.get(level) if self.indicator else None
