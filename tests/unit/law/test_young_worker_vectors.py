"""The fifteen cases of section 1.6 of law and facts, word for word."""

from datetime import date

from matching.catalogue.choices import InterestArea
from matching.catalogue.kinds import OpeningKind
from matching.law.types import NightException
from matching.law.young_workers import NightGround, Shift, Worker, check_shifts_for
from tests.builders.law import MONDAY, shift

SATURDAY = date(2026, 11, 28)

FOURTEEN = Worker(date(2012, 6, 1))
FIFTEEN_IN_YEAR_10 = Worker(date(2011, 3, 1))
SIXTEEN = Worker(date(2010, 3, 1), finished_year_10=True)
SEVENTEEN = Worker(date(2009, 3, 1), finished_year_10=True)
EIGHTEEN = Worker(date(2008, 3, 1))
TWELVE = Worker(date(2014, 6, 1))


def findings(worker: Worker, *shifts: Shift) -> list[str]:
    return [f"{found.severity.value} {found.code.value}" for found in check_shifts_for(worker, shifts, MONDAY)]


def test_14_on_a_school_day_may_work_two_hours() -> None:
    assert findings(FOURTEEN, shift("16:00", "18:00", school=True)) == []


def test_14_on_a_school_day_may_not_work_two_and_a_half_hours() -> None:
    found = check_shifts_for(FOURTEEN, [shift("16:00", "18:30", school=True)], MONDAY)
    assert [(one.code.value, one.params["minutes"], one.params["limit"]) for one in found] == [("day_limit", 150, 120)]
    assert found[0].blocks


def test_15_in_year_10_may_work_seven_hours_on_a_saturday() -> None:
    assert findings(FIFTEEN_IN_YEAR_10, shift("10:00", "17:30", day=SATURDAY, pause=30)) == []


def test_15_in_year_10_may_not_do_so_after_six_hours_earlier_that_school_week() -> None:
    earlier = [shift("16:00", "18:00", day=date(2026, 11, day), school=True) for day in (23, 24, 25)]
    found = check_shifts_for(FIFTEEN_IN_YEAR_10, [*earlier, shift("10:00", "17:30", day=SATURDAY, pause=30)], MONDAY)
    assert [(one.code.value, one.params["minutes"], one.params["limit"]) for one in found] == [("week_limit", 780, 720)]


def test_15_in_year_10_may_not_work_after_eight_in_the_evening() -> None:
    assert findings(FIFTEEN_IN_YEAR_10, shift("18:30", "20:30", school=True)) == ["block forbidden_clock"]


def test_16_who_has_finished_year_10_may_work_an_ordinary_day() -> None:
    assert findings(SIXTEEN, shift("08:00", "16:00", pause=30)) == []


def test_16_may_not_work_eight_and_a_half_hours() -> None:
    found = check_shifts_for(SIXTEEN, [shift("08:00", "17:00", pause=30)], MONDAY)
    assert [(one.code.value, one.params["minutes"], one.params["limit"]) for one in found] == [("day_limit", 510, 480)]


def test_17_in_the_evening_needs_a_reason() -> None:
    found = check_shifts_for(SEVENTEEN, [shift("16:00", "22:00", pause=30)], MONDAY)
    assert [(one.code.value, one.blocks) for one in found] == [("night_reason_missing", False)]
    assert found[0].params == {"day": "2026-11-23", "start": "21:00", "until": "23:00"}


def test_17_in_the_evening_with_a_reason_is_fine() -> None:
    night = NightGround(reason="Kinoen er åpen om kvelden")
    assert findings(SEVENTEEN, shift("16:00", "22:00", pause=30, night=night)) == []


def test_17_may_not_work_after_eleven() -> None:
    night = NightGround(reason="Mye å gjøre")
    assert findings(SEVENTEEN, shift("18:00", "23:30", pause=30, night=night)) == ["block forbidden_clock"]


def test_17_apprentice_waiter_may_work_to_midnight_under_letter_b() -> None:
    night = NightGround(exception=NightException.B, kind=OpeningKind.APPRENTICE, area=InterestArea.FOOD_AND_SERVING)
    assert findings(SEVENTEEN, shift("16:30", "24:00", pause=30, night=night)) == []


def test_17_must_have_a_break_in_five_hours() -> None:
    assert findings(SEVENTEEN, shift("10:00", "15:00")) == ["block break_missing"]


def test_17_may_not_work_nine_hours_for_two_employers_together() -> None:
    shifts = [shift("08:00", "12:00"), shift("13:00", "18:30", pause=30, employer="other")]
    assert findings(SEVENTEEN, *shifts) == ["block day_limit"]


def test_18_may_work_an_ordinary_day() -> None:
    assert findings(EIGHTEEN, shift("08:00", "16:30", pause=30)) == []


def test_12_may_not_work() -> None:
    assert findings(TWELVE, shift("12:00", "13:00")) == ["block too_young"]
