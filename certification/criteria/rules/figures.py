"""Measured thresholds: opportunities per size, shares and counts (certification.md 7.5, catalogue)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from certification.criteria.editions.criterion import Criterion, Indicator
from certification.criteria.types import IndicatorKind, LevelId

EMPLOYEES_PER_UNIT = 50


class FigureStatus(StrEnum):
    """How a figure stands against the threshold of a level."""

    NO_THRESHOLD = "no_threshold"
    MISSING = "missing"
    TOO_FEW = "too_few"
    REACHED = "reached"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the employer states: so many, and for a share out of how many. Counts only, no people.

    `count` may have decimals, since the fagråd gives each kind of opportunity its own weight.
    """

    count: Decimal
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """The outcome, with what was required and what was reached where that can be said."""

    status: FigureStatus
    required: Decimal | None = None
    reached: Decimal | None = None


def check_figure(criterion: Criterion, level: LevelId, figure: Figure | None, employees: int | None) -> FigureCheck:
    """Holds a figure against the threshold of the level.

    A share of nobody, or of fewer than the criterion's `minimum_group`, is `TOO_FEW`: it may not be shown,
    and the certifier judges instead (catalogue: resultat_under_min_n). A figure that cannot be true, such as
    more than all, counts as missing; so does one per employee when the number of employees is unknown.
    """
    threshold = criterion.threshold(level)
    if criterion.indicator is None or threshold is None:
        return FigureCheck(FigureStatus.NO_THRESHOLD)
    if figure is None or not figure.count.is_finite() or figure.count < 0:
        return FigureCheck(FigureStatus.MISSING)
    if criterion.indicator.kind is IndicatorKind.SHARE:
        return _check_share(threshold, figure, criterion.minimum_group or 1)
    if criterion.indicator.kind is IndicatorKind.COUNT:
        return _compared(figure.count, threshold)
    if employees is None:
        return FigureCheck(FigureStatus.MISSING)
    return _compared(figure.count, required_for_size(criterion.indicator, level, employees))


def required_for_size(indicator: Indicator, level: LevelId, employees: int) -> Decimal:
    """How many a level asks of so many employees: its rate per 50 of them, never less than its minimum."""
    by_size = indicator.thresholds[level] * employees / EMPLOYEES_PER_UNIT
    return max(by_size, Decimal(indicator.minimum.get(level, 0)))


def _check_share(threshold: Decimal, figure: Figure, minimum_group: int) -> FigureCheck:
    if figure.out_of is None or figure.out_of < 0 or figure.count > figure.out_of:
        return FigureCheck(FigureStatus.MISSING)
    if figure.out_of < minimum_group:
        return FigureCheck(FigureStatus.TOO_FEW, threshold)
    reached = figure.count >= threshold * figure.out_of
    share = figure.count / figure.out_of
    return FigureCheck(FigureStatus.REACHED if reached else FigureStatus.BELOW, threshold, share)


def _compared(count: Decimal, required: Decimal) -> FigureCheck:
    status = FigureStatus.REACHED if count >= required else FigureStatus.BELOW
    return FigureCheck(status, required, count)
