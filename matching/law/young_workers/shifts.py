"""Shifts as the rules see them, and their unfolding on a line of minutes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from ground.dates import MINUTES_IN_DAY
from matching.catalogue.choices import InterestArea, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.errors import ImpossibleShift
from matching.law.types import NightException, WorkerBand

ANY_MONDAY = date(2024, 1, 1)
"""Where a weekly pattern is laid out; only differences between days matter."""


@dataclass(frozen=True)
class NightGround:
    """Why there is work at night: a reason in words, or a letter of § 12-9 with the facts it depends on."""

    reason: str = ""
    exception: NightException | None = None
    kind: OpeningKind | None = None
    area: InterestArea | None = None


@dataclass(frozen=True)
class Shift:
    """One shift in local time, on a date or on a weekday of every week; before `start`, `end` is the next day's.

    `school_day`: there is school that day. `school_week`: there is school some day of that week; only a week
    free from Monday to Friday is not. Both matter only for children under the law; in doubt, leave them True.
    """

    day: date | Weekday
    start: time
    end: time
    break_minutes: int = 0
    school_day: bool = True
    school_week: bool = True
    employer: str = ""
    night: NightGround = NightGround()

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise ImpossibleShift("no_length")
        if not 0 <= self.break_minutes < self.length:
            raise ImpossibleShift("break_too_long")

    @property
    def length(self) -> int:
        """Minutes from start to end, break included."""
        return (minutes_of(self.end) - minutes_of(self.start)) % MINUTES_IN_DAY

    @property
    def worked(self) -> int:
        """Minutes of work, break not included."""
        return self.length - self.break_minutes

    @property
    def label(self) -> str:
        """The day as a value for findings: an ISO date or a weekday."""
        return self.day.value if isinstance(self.day, Weekday) else self.day.isoformat()


@dataclass(frozen=True)
class Occurrence:
    """A shift that happens on a day, as minutes on one line, with the band of the person that day."""

    shift: Shift
    on: date
    band: WorkerBand
    start: int
    end: int

    @property
    def monday(self) -> date:
        """The Monday of the week in which it starts."""
        return self.on - timedelta(days=self.on.weekday())


def minutes_of(clock: time) -> int:
    """Minutes after midnight."""
    return clock.hour * 60 + clock.minute


def clock_of(minutes: int) -> str:
    """Minutes after midnight as "HH:MM"; the end of the day is "24:00"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def unfold(shifts: Iterable[Shift], band_on_day: Callable[[Shift, date], WorkerBand]) -> list[Occurrence]:
    """Every shift on its day, in order of time.

    A weekday shift happens in each week that has a dated shift and in the week after; without dated shifts
    in two weeks running, so that the night between Sunday and Monday is seen as well.
    """
    shifts = list(shifts)
    dated = [_monday_of(shift.day) for shift in shifts if not isinstance(shift.day, Weekday)]
    first_weeks = set(dated) or {ANY_MONDAY}
    weeks = sorted(first_weeks | {monday + timedelta(days=7) for monday in first_weeks})
    occurrences = [_occurrence(shift, on, band_on_day(shift, on)) for shift in shifts for on in _days_of(shift, weeks)]
    # Equal times are put in order by the rest of the shift, so that the order of the list never matters.
    return sorted(occurrences, key=lambda one: (one.start, one.end, repr(one.shift)))


def _days_of(shift: Shift, weeks: list[date]) -> list[date]:
    if isinstance(shift.day, Weekday):
        return [monday + timedelta(days=shift.day.number) for monday in weeks]
    return [shift.day]


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _occurrence(shift: Shift, on: date, band: WorkerBand) -> Occurrence:
    start = (on - ANY_MONDAY).days * MINUTES_IN_DAY + minutes_of(shift.start)
    return Occurrence(shift, on, band, start, start + shift.length)
