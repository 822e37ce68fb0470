"""When a placement is followed up: at 1, 4, 13, 26 and 52 weeks (product, D)."""

from dataclasses import dataclass
from datetime import date, timedelta

FOLLOW_UP_WEEKS = (1, 4, 13, 26, 52)


@dataclass(frozen=True)
class PlannedFollowUp:
    """One talk: so many weeks after the start, and the day by which it is due."""

    week: int
    due_on: date


def plan_follow_ups(starts_on: date, ends_on: date | None = None) -> tuple[PlannedFollowUp, ...]:
    """The talks from the start to the planned end, that day included.

    Whoever starts is followed up at least once: a placement of less than a week has its talk on the last day.
    """
    planned = (PlannedFollowUp(week, starts_on + timedelta(weeks=week)) for week in FOLLOW_UP_WEEKS)
    if ends_on is None:
        return tuple(planned)
    within = tuple(one for one in planned if one.due_on <= ends_on)
    return within or (PlannedFollowUp(FOLLOW_UP_WEEKS[0], ends_on),)


def planned_weeks(starts_on: date, ends_on: date | None) -> int | None:
    """How many whole weeks a placement is planned to last; None when it has no planned end."""
    return None if ends_on is None else ((ends_on - starts_on).days + 1) // 7
