"""Which criteria apply to an employer at a level, and what the level asks (certification.md 7, catalogue)."""

from dataclasses import dataclass

from certification.criteria.editions.criterion import Condition, Criterion
from certification.criteria.editions.schema import Area, Edition
from certification.criteria.rules.profile import Profile
from certification.criteria.types import AskedFrom, LevelId, RequirementType, Round


@dataclass(frozen=True, slots=True)
class Applicable:
    """A criterion that applies, with its area and what the level asks of it."""

    area: Area
    criterion: Criterion
    requirement: RequirementType


def applicable_criteria(edition: Edition, profile: Profile, level: LevelId, round_: Round) -> tuple[Applicable, ...]:
    """The criteria that this employer is measured on at this level in this round, in the edition's order.

    A profile question that is not answered selects nothing yet; an incomplete profile can neither be
    submitted nor decided (`rules.gaps`, `rules.decision`), so no criterion is lost that way.
    Raises `UnknownLevel`.
    """
    level_id = edition.level(level).id
    return tuple(
        Applicable(area, criterion, criterion.requirement(level_id))
        for area in edition.areas
        if holds(area.applies_when, profile)
        for criterion in area.criteria
        if criterion.requirement(level_id) is not RequirementType.NONE
        and holds(criterion.applies_when, profile)
        and not _is_deferred(criterion, round_)
    )


def holds(condition: Condition, profile: Profile) -> bool:
    """Whether the profile answers what the condition asks for; an unanswered question does not."""
    answers = profile.answers()
    return all(answers[question] == wanted for question, wanted in condition.items())


def _is_deferred(criterion: Criterion, round_: Round) -> bool:
    return criterion.asked_from is AskedFrom.FIRST_ANNUAL_REPORT and round_ is Round.FIRST
