"""How much: the limits of a day and a week, and the break that a day's work calls for."""

from itertools import pairwise

from ground.findings import Finding, block
from ground.params import Value
from matching.catalogue.choices import Weekday
from matching.law.young_workers.codes import ShiftCode
from matching.law.young_workers.rules import BandRules, Limit
from matching.law.young_workers.shifts import Occurrence


def check_day(day: list[Occurrence], band: BandRules) -> list[Finding]:
    """The hours of one day, all together (aml § 11-2; adults §§ 10-4 and 10-6)."""
    minutes = sum(one.shift.worked for one in day)
    limit = band.school_day if band.school_day and any(one.shift.school_day for one in day) else band.day
    passed = _passed(minutes, limit, band.day_ceiling)
    if passed is None:
        return []
    values: dict[str, Value] = {"day": day[0].shift.label, "minutes": minutes, "limit": passed.limit}
    return [Finding(passed.severity, ShiftCode.DAY_LIMIT, values)]


def check_week(week: list[Occurrence], band: BandRules) -> list[Finding]:
    """The hours of one week, Monday to Sunday (aml § 11-2); a child's week with school has a lower limit."""
    minutes = sum(one.shift.worked for one in week)
    has_school = any(one.shift.school_week or one.shift.school_day for one in week)
    limit = band.school_week if band.school_week and has_school else band.week
    passed = _passed(minutes, limit, band.week_ceiling)
    if passed is None:
        return []
    every_week = all(isinstance(one.shift.day, Weekday) for one in week)
    values: dict[str, Value] = {
        "week": "every_week" if every_week else week[0].monday.isoformat(),
        "minutes": minutes,
        "limit": passed.limit,
    }
    return [Finding(passed.severity, ShiftCode.WEEK_LIMIT, values)]


def check_breaks(day: list[Occurrence], band: BandRules) -> list[Finding]:
    """The break that a day's work calls for (aml § 11-5, adults § 10-9). Time between two shifts is a break too.

    Every run of shifts after one another must hold the break that its own work calls for: a pause before or after
    five hours does not make up for none during them.
    """
    for first in range(len(day)):
        for last in range(first, len(day)):
            run = day[first : last + 1]
            worked = sum(one.shift.worked for one in run)
            rest = _rest_within(run)
            at_least = max((rule.at_least for rule in band.breaks if rule.applies_to(worked)), default=0)
            if rest < at_least:
                return [block(ShiftCode.BREAK_MISSING, day=day[0].shift.label, minutes=rest, at_least=at_least)]
    return []


def _rest_within(run: list[Occurrence]) -> int:
    """Minutes of break inside the shifts of the run and between them."""
    between = sum(max(0, later.start - earlier.end) for earlier, later in pairwise(run))
    return between + sum(one.shift.break_minutes for one in run)


def _passed(minutes: int, limit: Limit, ceiling: Limit | None) -> Limit | None:
    """The highest limit that the minutes go beyond, if any."""
    if ceiling and minutes > ceiling.limit:
        return ceiling
    return limit if minutes > limit.limit else None
