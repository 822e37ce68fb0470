"""Norwegian time, and small sums with dates that several rules share."""

from calendar import monthrange
from datetime import date, timedelta
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")
ONE_DAY = timedelta(days=1)
MINUTES_IN_DAY = 24 * 60


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_within(start: date, *, months: int | None = None, weeks: int | None = None) -> date:
    """The last day of something that may last so long from `start`: start + length − 1 day."""
    end = add_months(start, months) if months is not None else start + timedelta(weeks=weeks or 0)
    return end - ONE_DAY


def last_closed_month(today: date) -> date:
    """The last day of the month before this one."""
    return today.replace(day=1) - ONE_DAY
