"""Days, times of day and shifts."""

from datetime import date, time

from matching.catalogue.choices import Weekday
from matching.law.young_workers import NightGround, Shift

MONDAY = date(2026, 11, 23)
TODAY = date(2026, 11, 22)


def clock(text: str) -> time:
    """Midnight at the end of the day is written 24:00."""
    return time.fromisoformat("00:00" if text == "24:00" else text)


def shift(
    start: str,
    end: str,
    *,
    day: date | Weekday = MONDAY,
    pause: int = 0,
    school: bool = False,
    school_week: bool = True,
    employer: str = "here",
    night: NightGround | None = None,
) -> Shift:
    return Shift(
        day,
        clock(start),
        clock(end),
        break_minutes=pause,
        school_day=school,
        school_week=school_week,
        employer=employer,
        night=night or NightGround(),
    )
