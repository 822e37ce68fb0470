"""How many jobs must begin each month for the goal to be reached in time, beside how many have begun lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ground.dates import months_between

LATELY = 3
"""The pace until now is that of so many closed months."""


@dataclass(frozen=True)
class Pace:
    """What is left of the way, in whole jobs and months. `lately` is of one month, over the last few."""

    left: int
    months: int
    needed: int
    lately: float


def pace(by_month: Sequence[tuple[date, int]], *, goal: int, by: date) -> Pace | None:
    """The pace from the last closed month on; None where the goal is reached, the time is out, or nothing has begun.

    `by_month` has what had begun in all at the end of months that follow each other. A month that has begun when the
    programme ends counts as a whole one.
    """
    if not by_month:
        return None
    last_day, begun = by_month[-1]
    months = months_between(last_day, by)
    if begun >= goal or months <= 0:
        return None
    counted = [value for _, value in by_month[-1 - LATELY :]]
    before = counted[0] if len(by_month) > LATELY else 0
    return Pace(
        left=goal - begun,
        months=months,
        needed=-(-(goal - begun) // months),
        lately=(begun - before) / min(LATELY, len(by_month)),
    )
