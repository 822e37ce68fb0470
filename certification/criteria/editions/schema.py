"""What an edition of the criteria holds, as frozen pydantic models; every text in every language."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from certification.criteria.editions.criterion import Amount, Condition, Criterion
from certification.criteria.errors import UnknownArea, UnknownCriterion, UnknownLevel, UnknownProfileQuestion
from certification.criteria.types import (
    AnswerValue,
    EditionStatus,
    FindingValue,
    LevelId,
    ProfileQuestionId,
    QuestionSource,
)
from ground.texts import Locale, Translated
from ground.values import Frozen

AreaId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Level(Frozen):
    """A level that an employer can reach; `decision` says in words what must be in order."""

    id: LevelId
    name: Translated
    about: Translated
    decision: Translated
    certificate: bool
    duration_months: int = Field(gt=0)
    renewable: bool
    requires: LevelId | None


class ProfileQuestion(Frozen):
    """An introductory question. One without options is answered yes or no."""

    id: ProfileQuestionId
    source: QuestionSource
    question: Translated
    help: Translated | None
    options: Mapping[str, Translated]


class Area(Frozen):
    """A group of criteria. A gate must be in order before the other areas are looked at."""

    id: AreaId
    name: Translated
    about: Translated
    gate: bool
    applies_when: Condition
    criteria: tuple[Criterion, ...] = Field(min_length=1)


class ChoicePool(Frozen):
    """How many choice criteria must be met in each area that has at least so many to choose from."""

    areas_with_at_least: int = Field(ge=1)
    required: int = Field(ge=1)


class FindingMeanings(Frozen):
    """What a certifier's finding means for the decision."""

    passes: frozenset[FindingValue]
    passes_with_milestone: frozenset[FindingValue]
    stops: frozenset[FindingValue]
    result_below_minimum_group: Literal["meet_or_explain"]


class Edition(Frozen):
    """One edition of the criteria. A case is bound to the edition it began with."""

    id: str = Field(pattern=r"^20[0-9]{2}\.[1-9][0-9]?$")
    scheme: str = Field(pattern=r"^[a-z-]+$")
    title: Translated
    status: EditionStatus
    valid_from: date | None
    transition_months: int = Field(ge=0)
    languages: tuple[Locale, ...]
    levels: tuple[Level, ...] = Field(min_length=1)
    profile: tuple[ProfileQuestion, ...] = Field(min_length=1)
    choice_pool: Mapping[LevelId, ChoicePool]
    findings: FindingMeanings
    points: Mapping[AnswerValue, Amount]
    areas: tuple[Area, ...] = Field(min_length=1)

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in the order of the edition."""
        return tuple(criterion for area in self.areas for criterion in area.criteria)

    @cached_property
    def _by_id(self) -> dict[str, tuple[Area, Criterion]]:
        return {criterion.id: (area, criterion) for area in self.areas for criterion in area.criteria}

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id; raises `UnknownCriterion`."""
        if criterion_id not in self._by_id:
            raise UnknownCriterion(criterion_id)
        return self._by_id[criterion_id][1]

    def area_of(self, criterion_id: str) -> Area:
        """The area that the criterion stands in; raises `UnknownCriterion`."""
        if criterion_id not in self._by_id:
            raise UnknownCriterion(criterion_id)
        return self._by_id[criterion_id][0]

    def area(self, area_id: str) -> Area:
        """The area with this id; raises `UnknownArea`."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise UnknownArea(area_id)

    def level(self, level_id: LevelId) -> Level:
        """The level with this id; raises `UnknownLevel`."""
        for level in self.levels:
            if level.id == level_id:
                return level
        raise UnknownLevel(level_id)

    def question(self, question_id: ProfileQuestionId) -> ProfileQuestion:
        """The profile question with this id; raises `UnknownProfileQuestion`."""
        for question in self.profile:
            if question.id == question_id:
                return question
        raise UnknownProfileQuestion(question_id)

    def level_chain(self, level_id: LevelId) -> tuple[LevelId, ...]:
        """The level with the levels it builds upon, lowest first."""
        chain: list[LevelId] = []
        following: LevelId | None = level_id
        while following is not None:
            chain.insert(0, following)
            following = self.level(following).requires
        return tuple(chain)

    def criterion_name(self, criterion_id: str, locale: Locale) -> str:
        """What pages call a criterion, in this language."""
        return self.criterion(criterion_id).called.get(locale)

    def text(self, criterion_id: str, locale: Locale) -> str:
        """The sentence of a criterion in this language."""
        return self.criterion(criterion_id).text.get(locale)

    def why(self, criterion_id: str, locale: Locale) -> str:
        """Why the criterion matters, in this language."""
        return self.criterion(criterion_id).why.get(locale)

    def how(self, criterion_id: str, locale: Locale) -> str:
        """What fulfils the criterion, in this language."""
        return self.criterion(criterion_id).how.get(locale)

    def area_name(self, area_id: str, locale: Locale) -> str:
        """The name of an area in this language."""
        return self.area(area_id).name.get(locale)

    def level_name(self, level_id: LevelId, locale: Locale) -> str:
        """The name of a level in this language."""
        return self.level(level_id).name.get(locale)
