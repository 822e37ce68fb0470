"""Between: the free time that every day and night, and every seven days, must hold."""

from ground.dates import MINUTES_IN_DAY
from ground.findings import Finding, block
from matching.law.young_workers.codes import ShiftCode
from matching.law.young_workers.rules import YoungWorkerRules
from matching.law.young_workers.shifts import Occurrence


def check_daily_rest(group: list[Occurrence], rules: YoungWorkerRules) -> list[Finding]:
    """From the start of any shift, the next 24 hours hold one unbroken rest (aml § 11-5, § 10-8)."""
    return [
        block(ShiftCode.DAILY_REST, day=one.shift.label, minutes=rest, at_least=at_least)
        for one in group
        if (rest := longest_rest(group, one.start, MINUTES_IN_DAY)) < (at_least := rules.bands[one.band].daily_rest)
    ]


def check_weekly_rest(group: list[Occurrence], rules: YoungWorkerRules) -> list[Finding]:
    """From the start of any shift, the next seven days hold one unbroken rest of 48 hours, for adults 35."""
    for one in group:
        at_least = rules.bands[one.band].weekly_rest
        rest = longest_rest(group, one.start, 7 * MINUTES_IN_DAY)
        if rest < at_least:
            # Once is enough: the following days of the same stretch say the same again.
            label = one.shift.label
            return [block(ShiftCode.WEEKLY_REST, day=label, minutes=rest, at_least=at_least)]
    return []


def longest_rest(group: list[Occurrence], start: int, length: int) -> int:
    """The longest unbroken free time, in minutes, in the window of this length that begins at `start`."""
    end, free_from, longest = start + length, start, 0
    for one in sorted(group, key=lambda occurrence: occurrence.start):
        if one.end <= start or one.start >= end:
            continue
        longest = max(longest, one.start - free_from)
        free_from = max(free_from, one.end)
    return max(longest, end - free_from)
