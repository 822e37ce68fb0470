"""Scores that show progress; they never decide (certification.md 7.4, and the traps in 6.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from certification.criteria.editions.schema import Edition
from certification.criteria.rules.applicable import Applicable
from certification.criteria.types import AnswerValue


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How far an area has come. `value` is 0 to 1, or None when nothing in it is answered.

    `to_answer` counts the criteria that give points and are not «not applicable», `answered` those of them
    that have an answer. Without anything to answer the area is left out of the total.
    """

    area_id: str
    value: Fraction | None
    answered: int
    to_answer: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each area and of the whole; `total` is None when nothing is answered."""

    areas: tuple[AreaScore, ...]
    total: Fraction | None


def scores(edition: Edition, applicable: Iterable[Applicable], answers: Mapping[str, AnswerValue | None]) -> Scores:
    """The scores of these answers (by criterion id) over the criteria that apply.

    Area: sum(weight * points) / sum(weight). A criterion that is not answered gives no points but counts in
    the sum below, so that 100 % is reached only when all is done; «not applicable» is taken out on both
    sides; an answer to a criterion that does not apply is not looked at. Total: the mean of the areas, so
    that a large area cannot dominate.
    """
    by_area: dict[str, list[Applicable]] = {}
    for item in applicable:
        by_area.setdefault(item.area.id, []).append(item)
    areas = tuple(_area_score(edition, area_id, items, answers) for area_id, items in by_area.items())
    counted = [area.value for area in areas if area.to_answer]
    if all(value is None for value in counted):
        return Scores(areas, None)
    return Scores(areas, sum((value or Fraction(0) for value in counted), Fraction(0)) / len(counted))


def percent(score: Fraction | None) -> int | None:
    """The score as whole per cent, rounded down: 100 is shown only when everything is done."""
    return None if score is None else int(score * 100)


def _area_score(
    edition: Edition, area_id: str, items: list[Applicable], answers: Mapping[str, AnswerValue | None]
) -> AreaScore:
    counted = [
        item.criterion
        for item in items
        if item.criterion.counts_in_score and answers.get(item.criterion.id) is not AnswerValue.NOT_APPLICABLE
    ]
    given = [(criterion.weight, answers.get(criterion.id)) for criterion in counted]
    points = {value: Fraction(given) for value, given in edition.points.items()}
    reached = sum((weight * points[value] for weight, value in given if value is not None), Fraction(0))
    answered = sum(value is not None for _, value in given)
    ceiling = sum(weight for weight, _ in given)
    return AreaScore(area_id, reached / ceiling if answered else None, answered, len(counted))
