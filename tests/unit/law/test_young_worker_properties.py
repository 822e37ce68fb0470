"""What must hold for any list of shifts: less work is never worse, and the younger are never allowed more."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ground.findings import anything_blocks
from matching.catalogue.choices import InterestArea, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import NightException, WorkerBand
from matching.law.young_workers import NightGround, Shift, Worker, band_on, check_shifts
from tests.builders.law import MONDAY

BANDS = [WorkerBand.CHILD, WorkerBand.YOUTH, WorkerBand.ADULT]


@st.composite
def nights(draw: st.DrawFn) -> NightGround:
    return NightGround(
        reason=draw(st.sampled_from(["", "åpent om kvelden"])),
        exception=draw(st.none() | st.sampled_from(NightException)),
        kind=draw(st.none() | st.sampled_from(OpeningKind)),
        area=draw(st.none() | st.sampled_from(InterestArea)),
    )


@st.composite
def shifts_on(draw: st.DrawFn, day: date | Weekday) -> Shift:
    start = draw(st.integers(0, 23 * 4 + 3)) * 15
    length = draw(st.integers(2, 48)) * 15
    school_week = draw(st.booleans())
    return Shift(
        day,
        _clock(start),
        _clock(start + length),
        break_minutes=draw(st.integers(0, min(60, length - 1))),
        school_day=school_week and draw(st.booleans()),
        school_week=school_week,
        employer=draw(st.sampled_from(["here", "there"])),
        night=draw(nights()),
    )


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


days = st.integers(0, 13).map(lambda number: MONDAY + timedelta(days=number))
dated = days.flatmap(shifts_on)
weekly = st.sampled_from(Weekday).flatmap(shifts_on)
some_shifts = st.lists(dated, max_size=6) | st.lists(weekly, max_size=5)


@given(some_shifts, st.sampled_from(BANDS), st.data())
def test_dropping_a_shift_never_makes_a_lawful_list_unlawful(
    shifts: list[Shift], band: WorkerBand, data: st.DataObject
) -> None:
    if shifts and not anything_blocks(check_shifts(shifts, band)):
        dropped = data.draw(st.integers(0, len(shifts) - 1))
        fewer = shifts[:dropped] + shifts[dropped + 1 :]
        assert not anything_blocks(check_shifts(fewer, band))


@given(some_shifts, st.sampled_from(BANDS), st.data())
def test_ending_a_shift_earlier_never_makes_a_lawful_list_unlawful(
    shifts: list[Shift], band: WorkerBand, data: st.DataObject
) -> None:
    if not shifts or anything_blocks(check_shifts(shifts, band)):
        return
    which = data.draw(st.integers(0, len(shifts) - 1))
    one = shifts[which]
    less = data.draw(st.integers(0, one.worked - 1))
    start = one.start.hour * 60 + one.start.minute
    shorter = replace(one, end=_clock(start + one.length - less))
    assert not anything_blocks(check_shifts([*shifts[:which], shorter, *shifts[which + 1 :]], band))


@given(some_shifts)
def test_a_child_is_never_allowed_more_than_a_youth_and_a_youth_never_more_than_an_adult(
    shifts: list[Shift],
) -> None:
    child, youth, adult = (anything_blocks(check_shifts(shifts, band)) for band in BANDS)
    assert child or not youth
    assert youth or not adult


@given(some_shifts, st.sampled_from(BANDS), st.randoms())
def test_the_order_of_the_list_does_not_matter(shifts: list[Shift], band: WorkerBand, random: object) -> None:
    mixed = list(shifts)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis hands over a random.Random
    assert sorted(map(repr, check_shifts(shifts, band))) == sorted(map(repr, check_shifts(mixed, band)))


@given(st.dates(date(1995, 1, 1), date(2015, 12, 31)), st.none() | st.booleans(), days, st.integers(0, 4000))
def test_nobody_falls_back_into_a_stricter_band_with_time(
    born: date, finished: bool | None, first: date, later: int
) -> None:
    order = [WorkerBand.UNDER_13, *BANDS]
    worker = Worker(born, finished)
    assert order.index(band_on(worker, first)) <= order.index(band_on(worker, first + timedelta(days=later)))
