"""A line over the first year at work, with the talks in their weeks.

The talks stand closest in the beginning, so the beginning has more room: a week's place is by its square root, and each
mark has its number beneath it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

WEEKS = 52


class TalkMark(StrEnum):
    """How a talk stands; each has a shape of its own, so that colour is never alone."""

    HELD = "held"
    NEXT = "next"
    AHEAD = "ahead"
    LATE = "late"
    NOT_HELD = "not_held"


@dataclass(frozen=True)
class WeekMark:
    """One talk on the line; `x` in percent of its length."""

    week: int
    x: float
    mark: TalkMark


@dataclass(frozen=True)
class WeekLine:
    """The talks in order, and how far the time has come, in percent; None where no time runs."""

    marks: tuple[WeekMark, ...]
    now: float | None


def week_line(talks: Iterable[tuple[int, str]], now: float | None = None) -> WeekLine:
    """The line of some talks, given as week and mark, `now` in weeks since the start."""
    marks = tuple(WeekMark(week, _x(week), TalkMark(mark)) for week, mark in sorted(talks))
    return WeekLine(marks, None if now is None else _x(now))


def _x(week: float) -> float:
    return round(100 * sqrt(min(max(week, 0), WEEKS) / WEEKS), 2)
