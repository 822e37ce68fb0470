"""When a placement is followed up (product, D): early, and on each day that tells whether the job lasted."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ground.dates import ONE_DAY
from matching.progress.rules.jobs import LASTED

FOLLOW_UP_WEEKS = (1, 4, *LASTED)


@dataclass(frozen=True)
class PlannedFollowUp:
    """One talk: so many weeks after the start, and the day by which it is due."""

    week: int
    due_on: date


def plan_follow_ups(
    starts_on: date, ends_on: date | None = None, *, job_since: date | None = None
) -> tuple[PlannedFollowUp, ...]:
    """The talks from the start to the planned end, that day included.

    A job of exactly so many weeks ends the day before they have passed: its talk is on the last day. Whoever starts is
    followed up at least once, also in less than a week. `job_since` is the first day of a job that goes on with this
    start (a renewal): whether it lasts is counted from there.
    """
    planned = sorted((_talk(week, starts_on, job_since) for week in FOLLOW_UP_WEEKS), key=lambda one: one.due_on)
    ahead = [one for one in planned if one.due_on > starts_on]
    if ends_on is None:
        return tuple(ahead)
    within = tuple(replace(one, due_on=min(one.due_on, ends_on)) for one in ahead if one.due_on <= ends_on + ONE_DAY)
    return within or (PlannedFollowUp(FOLLOW_UP_WEEKS[0], ends_on),)


def _talk(week: int, starts_on: date, job_since: date | None) -> PlannedFollowUp:
    first_day = job_since if job_since is not None and week in LASTED else starts_on
    return PlannedFollowUp(week, first_day + timedelta(weeks=week))


def planned_weeks(starts_on: date, ends_on: date | None) -> int | None:
    """How many whole weeks a placement is planned to last; None when it has no planned end."""
    return None if ends_on is None else ((ends_on - starts_on).days + 1) // 7
