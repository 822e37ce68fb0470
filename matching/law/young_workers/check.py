"""Working time against the law: the public face of the working-time rules."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from ground.findings import Finding, block
from matching.catalogue.choices import Weekday
from matching.law.types import WorkerBand
from matching.law.young_workers.amounts import check_breaks, check_day, check_week
from matching.law.young_workers.bands import Worker, band_on
from matching.law.young_workers.clock import check_clock
from matching.law.young_workers.codes import ShiftCode
from matching.law.young_workers.rest import check_daily_rest, check_weekly_rest
from matching.law.young_workers.rules import BandRules, YoungWorkerRules, young_worker_rules
from matching.law.young_workers.shifts import Occurrence, Shift, unfold


def check_shifts(shifts: Iterable[Shift], band: WorkerBand) -> tuple[Finding, ...]:
    """All shifts of one person, of all employers, against the rules of one band. Empty means lawful."""
    return _check(unfold(shifts, lambda _shift, _on: band))


def check_shifts_for(worker: Worker, shifts: Iterable[Shift], on: date) -> tuple[Finding, ...]:
    """All shifts of this person. Dated shifts get the band of their own day, weekly ones that of the day `on`."""

    def band_on_day(shift: Shift, day: date) -> WorkerBand:
        return band_on(worker, on if isinstance(shift.day, Weekday) else day)

    return _check(unfold(shifts, band_on_day))


def _check(occurrences: list[Occurrence]) -> tuple[Finding, ...]:
    rules = young_worker_rules()
    if any(one.band is WorkerBand.UNDER_13 for one in occurrences):
        return (block(ShiftCode.TOO_YOUNG, lowest=rules.ages.lowest),)
    findings: list[Finding] = []
    for group in _groups(occurrences, rules):
        findings += _check_group(group, rules)
    return _without_repeats(findings)


def _groups(occurrences: list[Occurrence], rules: YoungWorkerRules) -> list[list[Occurrence]]:
    """One list where hours are summed over employers (aml § 11-2), else one list per employer."""
    if any(rules.bands[one.band].hours_summed_over_employers for one in occurrences):
        return [occurrences]
    employers = sorted({one.shift.employer for one in occurrences})
    return [[one for one in occurrences if one.shift.employer == employer] for employer in employers]


def _check_group(group: list[Occurrence], rules: YoungWorkerRules) -> list[Finding]:
    findings: list[Finding] = []
    for _, day in groupby(group, key=lambda one: one.on):
        shifts_of_day = list(day)
        band = _rules_of(shifts_of_day, rules)
        findings += check_day(shifts_of_day, band)
        findings += check_breaks(shifts_of_day, band)
    for _, week in groupby(group, key=lambda one: one.monday):
        shifts_of_week = list(week)
        findings += check_week(shifts_of_week, _rules_of(shifts_of_week, rules))
    for one in group:
        findings += check_clock(one, rules.bands[one.band], rules)
    findings += check_daily_rest(group, rules)
    findings += check_weekly_rest(group, rules)
    return findings


def _rules_of(occurrences: list[Occurrence], rules: YoungWorkerRules) -> BandRules:
    """The rules of the first of them: a person only grows older, so that is the strictest band."""
    return rules.bands[occurrences[0].band]


def _without_repeats(findings: list[Finding]) -> tuple[Finding, ...]:
    """A weekly pattern is laid out in two weeks and finds the same thing twice."""
    kept: list[Finding] = []
    for finding in findings:
        if finding not in kept:
            kept.append(finding)
    return tuple(kept)
