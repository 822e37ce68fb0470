"""When: the hours of the night in which someone may not work, or only for a reason."""

from ground.dates import MINUTES_IN_DAY
from ground.findings import Finding, block, warn
from matching.law.types import WorkerBand
from matching.law.young_workers.codes import ShiftCode
from matching.law.young_workers.rules import BandRules, ClockWindow, NightExceptionRule, YoungWorkerRules
from matching.law.young_workers.shifts import NightGround, Occurrence, clock_of, minutes_of

Span = tuple[int, int]
"""Minutes after the midnight before the shift, from and until."""


def check_clock(one: Occurrence, band: BandRules, rules: YoungWorkerRules) -> list[Finding]:
    """Night work of one shift (aml §§ 11-3 and 10-11; for 15–17 also § 12-9 of the regulation)."""
    night, label = one.shift.night, one.shift.label
    start = minutes_of(one.shift.start)
    work = (start, start + one.shift.length)
    opened, misfit = _opened_by(night, one.band, rules)
    findings: list[Finding] = []
    if _touches(work, band.forbidden_clock, opened):
        findings.append(_about(ShiftCode.FORBIDDEN_CLOCK, label, band.forbidden_clock, stops=True))
    if not night.reason.strip() and _touches(work, band.conditional_clock, opened):
        findings.append(_about(ShiftCode.NIGHT_REASON_MISSING, label, band.conditional_clock, stops=False))
    if findings and misfit and night.exception:
        letter = night.exception.value
        findings.append(block(ShiftCode.NIGHT_EXCEPTION_DOES_NOT_FIT, day=label, letter=letter))
    return findings


def _opened_by(night: NightGround, band: WorkerBand, rules: YoungWorkerRules) -> tuple[list[Span], bool]:
    """The parts of the night that the stated letter opens, and whether the stated letter does not fit."""
    if night.exception is None or band is not WorkerBand.YOUTH:
        return [], False
    exception = rules.night_exceptions[night.exception]
    if not _fits(exception, night):
        return [], True
    return _every_night(exception.allows), False


def _fits(rule: NightExceptionRule, night: NightGround) -> bool:
    """Does the letter apply here? A kind of place that it requires must be known; an area may be unknown."""
    if rule.kinds is not None and night.kind not in rule.kinds:
        return False
    if night.area is None:
        return True
    return night.area not in rule.not_areas and (rule.areas is None or night.area in rule.areas)


def _touches(work: Span, window: ClockWindow | None, opened: list[Span]) -> bool:
    """Is any minute of the work inside the window and not opened by an exception?"""
    if window is None:
        return False
    closed = [part for span in _every_night(window) for part in _minus(span, opened)]
    return any(max(work[0], start) < min(work[1], end) for start, end in closed)


def _every_night(window: ClockWindow) -> list[Span]:
    """The window in the nights that a shift can touch: the one before, its own and the next."""
    end = window.until if window.until > window.start else window.until + MINUTES_IN_DAY
    return [(window.start + shift, end + shift) for shift in (-MINUTES_IN_DAY, 0, MINUTES_IN_DAY)]


def _minus(span: Span, holes: list[Span]) -> list[Span]:
    """What is left of the span when the holes are cut out."""
    parts = [span]
    for hole_start, hole_end in holes:
        cut: list[Span] = []
        for start, end in parts:
            cut.append((start, min(end, hole_start)))
            cut.append((max(start, hole_end), end))
        parts = [(start, end) for start, end in cut if start < end]
    return parts


def _about(code: ShiftCode, day: str, window: ClockWindow | None, *, stops: bool) -> Finding:
    start, until = (clock_of(window.start), clock_of(window.until)) if window else ("", "")
    make = block if stops else warn
    return make(code, day=day, start=start, until=until)
