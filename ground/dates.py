"""Norwegian time, and small sums with dates that several rules share."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")
ONE_DAY = timedelta(days=1)
MINUTES_IN_DAY = 24 * 60


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """How many months later the month of one day is than that of another, whichever days of them."""
    return (last.year - first.year) * 12 + last.month - first.month


def last_day_within(start: date, *, months: int | None = None, weeks: int | None = None) -> date:
    """The last day of something that may last so long from `start`: start + length − 1 day."""
    end = add_months(start, months) if months is not None else start + timedelta(weeks=weeks or 0)
    return end - ONE_DAY


def moments_of(day: date, clock: time) -> tuple[datetime, ...]:
    """When Norwegian clocks show a time on a day: once, but never or twice in the nights when they are moved."""
    shown = (datetime.combine(day, clock.replace(fold=fold), NORWAY) for fold in (0, 1))
    there = (moment for moment in shown if _shown_at(moment) == (day, clock))
    return tuple(sorted({moment.astimezone(UTC) for moment in there}))


def _shown_at(moment: datetime) -> tuple[date, time]:
    there = moment.astimezone(UTC).astimezone(NORWAY)
    return there.date(), there.time()


def last_closed_month(today: date) -> date:
    """The last day of the month before this one."""
    return today.replace(day=1) - ONE_DAY
