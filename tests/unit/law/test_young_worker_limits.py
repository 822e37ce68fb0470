"""The edges of the working-time rules: exactly on the limit, across midnight, between shifts, over employers."""

from datetime import date, time

import pytest

from ground.findings import Finding, block, warn
from matching.catalogue.choices import InterestArea, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.errors import ImpossibleShift
from matching.law.types import NightException, WorkerBand
from matching.law.young_workers import NightGround, Shift, ShiftCode, Worker, band_on, check_shifts, check_shifts_for
from tests.builders.law import MONDAY, shift

CHILD, YOUTH, ADULT = WorkerBand.CHILD, WorkerBand.YOUTH, WorkerBand.ADULT
WORKING_DAYS = list(Weekday)[:5]


def codes(band: WorkerBand, *shifts: Shift) -> list[str]:
    return [found.code.value for found in check_shifts(shifts, band)]


def week_of(start: str, end: str, days: list[Weekday], **facts: object) -> list[Shift]:
    return [shift(start, end, day=day, **facts) for day in days]  # type: ignore[arg-type]  # facts of a shift


def test_a_child_may_work_until_exactly_eight_and_not_a_minute_more() -> None:
    assert codes(CHILD, shift("18:00", "20:00")) == []
    assert codes(CHILD, shift("18:01", "20:01")) == ["forbidden_clock"]


def test_a_child_and_a_youth_may_begin_at_exactly_six() -> None:
    for band in (CHILD, YOUTH):
        assert codes(band, shift("06:00", "08:00")) == []
        assert codes(band, shift("05:59", "07:59")) == ["forbidden_clock"]


def test_a_youth_with_a_reason_may_work_until_exactly_eleven() -> None:
    night = NightGround(reason="Forestillingen slutter da")
    assert codes(YOUTH, shift("19:00", "23:00", night=night)) == []
    assert codes(YOUTH, shift("19:01", "23:01", night=night)) == ["forbidden_clock"]


def test_a_youth_needs_no_reason_until_exactly_nine() -> None:
    assert codes(YOUTH, shift("17:00", "21:00")) == []
    assert codes(YOUTH, shift("17:01", "21:01")) == ["night_reason_missing"]


def test_work_across_midnight_is_seen_as_night_work() -> None:
    assert codes(YOUTH, shift("22:00", "02:00", night=NightGround(reason="x"))) == ["forbidden_clock"]
    assert codes(ADULT, shift("22:00", "02:00")) == ["night_reason_missing"]
    assert codes(ADULT, shift("22:00", "02:00", night=NightGround(reason="Bakeri"))) == []


def test_a_blank_reason_is_no_reason() -> None:
    assert codes(YOUTH, shift("18:00", "22:00", night=NightGround(reason="  "))) == ["night_reason_missing"]


def test_a_letter_that_requires_an_apprentice_does_not_help_others() -> None:
    night = NightGround(exception=NightException.B, kind=OpeningKind.SUMMER_JOB)
    assert codes(YOUTH, shift("20:00", "24:00", night=night)) == [
        "forbidden_clock",
        "night_reason_missing",
        "night_exception_does_not_fit",
    ]


def test_two_shift_work_is_closed_for_building_and_transport() -> None:
    in_shop = NightGround(exception=NightException.D, area=InterestArea.SHOP)
    on_site = NightGround(exception=NightException.D, area=InterestArea.BUILDING)
    assert codes(YOUTH, shift("20:00", "24:00", night=in_shop)) == []
    assert "night_exception_does_not_fit" in codes(YOUTH, shift("20:00", "24:00", night=on_site))


def test_newspapers_open_the_morning_and_not_the_evening() -> None:
    night = NightGround(exception=NightException.C)
    assert codes(YOUTH, shift("04:00", "06:00", night=night)) == []
    assert codes(YOUTH, shift("03:59", "06:00", night=night)) == ["forbidden_clock"]
    assert codes(YOUTH, shift("19:00", "22:00", night=night)) == ["night_reason_missing"]


def test_letters_open_nothing_for_a_child() -> None:
    night = NightGround(exception=NightException.A)
    assert codes(CHILD, shift("20:00", "21:30", night=night)) == ["forbidden_clock"]


def test_a_day_of_exactly_eight_hours_is_the_most_for_a_youth() -> None:
    assert codes(YOUTH, shift("08:00", "16:30", pause=30)) == []
    assert codes(YOUTH, shift("08:00", "16:31", pause=30)) == ["day_limit"]


def test_a_week_of_exactly_forty_hours_is_the_most_for_a_youth() -> None:
    week = week_of("08:00", "16:30", WORKING_DAYS, pause=30)
    assert codes(YOUTH, *week) == []
    assert codes(YOUTH, *week, shift("18:00", "18:01", day=Weekday.FRIDAY)) == ["day_limit", "week_limit"]


def test_a_child_has_twelve_hours_in_a_week_with_school_and_thirty_five_without() -> None:
    days = list(Weekday)[:5]
    school_free = week_of("09:00", "16:30", days, pause=30, school_week=False)
    assert codes(CHILD, *school_free) == []
    assert codes(CHILD, *week_of("09:00", "16:30", days, pause=30)) == ["week_limit"]
    more = shift("17:00", "17:01", day=Weekday.FRIDAY, school_week=False)
    assert "week_limit" in codes(CHILD, *school_free, more)


def test_one_school_day_makes_it_a_school_week() -> None:
    shifts = [
        shift("16:00", "18:00", day=Weekday.MONDAY, school=True, school_week=False),
        *week_of("10:00", "15:30", [Weekday.TUESDAY, Weekday.WEDNESDAY], pause=30, school_week=False),
        shift("10:00", "11:00", day=Weekday.THURSDAY, school_week=False),
    ]
    assert codes(CHILD, *shifts) == ["week_limit"]


def test_weeks_go_from_monday_to_sunday() -> None:
    sunday, next_monday = date(2026, 11, 29), date(2026, 11, 30)
    shifts = [shift("10:00", "17:30", day=day, pause=30) for day in (sunday, next_monday)]
    assert codes(CHILD, *shifts) == []


def test_a_break_is_needed_beyond_four_and_a_half_hours_of_work() -> None:
    assert codes(YOUTH, shift("10:00", "14:30")) == []
    assert codes(YOUTH, shift("10:00", "14:31")) == ["break_missing"]
    assert codes(YOUTH, shift("10:00", "15:00", pause=29)) == ["break_missing"]
    assert codes(YOUTH, shift("10:00", "15:01", pause=30)) == []


def test_time_between_two_shifts_is_a_break() -> None:
    assert codes(YOUTH, shift("08:00", "11:00"), shift("11:30", "14:30")) == []
    assert codes(YOUTH, shift("08:00", "11:00"), shift("11:00", "14:00")) == ["break_missing"]


def test_a_pause_before_or_after_long_work_does_not_make_up_for_none_during_it() -> None:
    assert codes(YOUTH, shift("08:00", "09:00"), shift("10:00", "15:00")) == ["break_missing"]
    assert codes(YOUTH, shift("08:00", "13:00"), shift("14:00", "15:00")) == ["break_missing"]


def test_an_adult_needs_half_an_hour_from_eight_hours() -> None:
    assert codes(ADULT, shift("08:00", "13:30")) == []
    assert codes(ADULT, shift("08:00", "13:31")) == ["break_missing"]
    assert codes(ADULT, shift("08:00", "16:00", pause=20)) == []
    assert codes(ADULT, shift("08:00", "16:20", pause=20)) == ["break_missing"]


def test_rest_between_two_days_is_fourteen_twelve_and_eleven_hours() -> None:
    tuesday = date(2026, 11, 24)
    for band, late, enough, too_early in [
        (CHILD, "20:00", "10:00", "09:59"),
        (YOUTH, "20:00", "08:00", "07:59"),
        (ADULT, "20:00", "07:00", "06:59"),
    ]:
        first = shift("18:00", late)
        assert codes(band, first, shift(enough, "11:00", day=tuesday)) == []
        assert codes(band, first, shift(too_early, "11:00", day=tuesday)) == ["daily_rest"]


def test_the_night_between_sunday_and_monday_counts_in_a_weekly_pattern() -> None:
    pattern = [
        shift("15:00", "20:00", day=Weekday.SUNDAY, pause=30),
        shift("06:00", "10:00", day=Weekday.MONDAY),
    ]
    assert codes(YOUTH, *pattern) == ["daily_rest"]


def test_a_youth_needs_forty_eight_hours_free_in_seven_days() -> None:
    six_days = week_of("08:00", "12:00", list(Weekday)[:6])
    assert codes(YOUTH, *six_days) == ["weekly_rest"]
    until_friday_noon = [shift("08:00", "12:00", day=date(2026, 11, day)) for day in range(23, 28)]
    sunday = date(2026, 11, 29)
    assert codes(YOUTH, *until_friday_noon, shift("12:00", "16:00", day=sunday)) == []
    assert codes(YOUTH, *until_friday_noon, shift("11:59", "16:00", day=sunday)) == ["weekly_rest"]
    assert codes(YOUTH, *six_days[:5]) == []
    assert codes(ADULT, *six_days) == []


def test_the_night_between_a_dated_sunday_and_the_monday_of_a_weekly_pattern_counts_too() -> None:
    sunday = shift("15:00", "20:00", day=date(2026, 11, 29), pause=30)
    assert codes(YOUTH, sunday, shift("06:00", "10:00", day=Weekday.MONDAY)) == ["daily_rest"]


def test_two_shifts_at_the_same_time_are_told_alike_in_either_order() -> None:
    grounds = [
        NightGround(exception=NightException.B, kind=OpeningKind.SUMMER_JOB),
        NightGround(exception=NightException.D, area=InterestArea.BUILDING),
    ]
    both = [shift("20:00", "24:00", night=night) for night in grounds]
    assert check_shifts(both, YOUTH) == check_shifts(both[::-1], YOUTH)


ON_MONDAY = {"day": "2026-11-23"}
A_LETTER_FOR_APPRENTICES = NightGround("Vakt", NightException.B, OpeningKind.SUMMER_JOB)
SIX_DATES = [shift("08:00", "12:00", day=date(2026, 11, day)) for day in range(23, 29)]
CHILDS_DATES = [shift("10:00", "16:00", day=date(2026, 11, day), pause=30) for day in (24, 26, 28)]


@pytest.mark.parametrize(
    ("band", "shifts", "told"),
    [
        (WorkerBand.UNDER_13, [shift("10:00", "11:00")], block(ShiftCode.TOO_YOUNG, lowest=13)),
        (
            YOUTH,
            [shift("08:00", "16:31", pause=30)],
            block(ShiftCode.DAY_LIMIT, **ON_MONDAY, minutes=481, limit=480),
        ),
        (
            YOUTH,
            [shift("08:00", "16:31", day=Weekday.FRIDAY, pause=30)],
            block(ShiftCode.DAY_LIMIT, day="friday", minutes=481, limit=480),
        ),
        (CHILD, CHILDS_DATES, block(ShiftCode.WEEK_LIMIT, week="2026-11-23", minutes=990, limit=720)),
        (
            CHILD,
            week_of("10:00", "16:00", list(Weekday)[:3], pause=30),
            block(ShiftCode.WEEK_LIMIT, week="every_week", minutes=990, limit=720),
        ),
        (
            YOUTH,
            [shift("22:00", "02:00", night=NightGround("Vakt"))],
            block(ShiftCode.FORBIDDEN_CLOCK, **ON_MONDAY, start="23:00", until="06:00"),
        ),
        (
            ADULT,
            [shift("20:00", "22:00")],
            warn(ShiftCode.NIGHT_REASON_MISSING, **ON_MONDAY, start="21:00", until="06:00"),
        ),
        (
            YOUTH,
            [shift("20:00", "24:00", night=A_LETTER_FOR_APPRENTICES)],
            block(ShiftCode.NIGHT_EXCEPTION_DOES_NOT_FIT, **ON_MONDAY, letter="b"),
        ),
        (
            YOUTH,
            [shift("10:00", "15:00", pause=29)],
            block(ShiftCode.BREAK_MISSING, **ON_MONDAY, minutes=29, at_least=30),
        ),
        (
            YOUTH,
            [shift("18:00", "20:00"), shift("07:59", "11:00", day=date(2026, 11, 24))],
            block(ShiftCode.DAILY_REST, **ON_MONDAY, minutes=719, at_least=720),
        ),
        (YOUTH, SIX_DATES, block(ShiftCode.WEEKLY_REST, **ON_MONDAY, minutes=44 * 60, at_least=48 * 60)),
    ],
    ids=lambda value: str(value.code) if isinstance(value, Finding) else "",
)
def test_each_finding_is_told_with_the_day_and_the_numbers_that_its_sentence_needs(
    band: WorkerBand, shifts: list[Shift], told: Finding
) -> None:
    assert told in check_shifts(shifts, band)


def test_hours_are_summed_over_employers_only_under_18() -> None:
    shifts = [shift("08:00", "13:00"), shift("14:00", "18:30", employer="other")]
    assert "day_limit" in codes(YOUTH, *shifts)
    assert codes(ADULT, *shifts) == []


def test_an_adult_is_told_what_is_wrong_at_each_employer() -> None:
    here, there = shift("08:00", "16:00"), shift("08:00", "16:00", day=date(2026, 11, 24), employer="other")
    told = [block(ShiftCode.BREAK_MISSING, day=day, minutes=0, at_least=30) for day in ("2026-11-23", "2026-11-24")]
    assert list(check_shifts([here, there], ADULT)) == told


def test_an_adults_long_day_is_a_warning_and_thirteen_hours_the_end() -> None:
    long = check_shifts([shift("08:00", "18:30", pause=30)], ADULT)
    longer = check_shifts([shift("06:00", "20:00", pause=30)], ADULT)
    assert [(one.code.value, one.blocks) for one in long] == [("day_limit", False)]
    assert ("day_limit", True) in [(one.code.value, one.blocks) for one in longer]


def test_an_adults_week_beyond_forty_hours_is_a_warning_and_forty_eight_the_end() -> None:
    def told(end: str) -> list[tuple[str, bool]]:
        week = week_of("08:00", "17:30", WORKING_DAYS, pause=30)
        found = check_shifts([*week, shift("09:00", end, day=Weekday.SATURDAY)], ADULT)
        return [(one.code.value, one.blocks) for one in found]

    assert told("12:00") == [("week_limit", False)]
    assert told("12:01") == [("week_limit", True)]


def test_on_the_birthday_the_new_rules_apply_to_dated_shifts() -> None:
    worker = Worker(date(2008, 11, 24), finished_year_10=True)
    day_before, birthday = date(2026, 11, 23), date(2026, 11, 24)
    nine_hours = [shift("08:00", "17:30", day=day, pause=30) for day in (day_before, birthday)]
    found = check_shifts_for(worker, nine_hours, MONDAY)
    assert [(one.code.value, one.params["day"]) for one in found] == [("day_limit", "2026-11-23")]


def test_what_is_recorded_about_year_10_decides_the_band() -> None:
    turns_16 = date(2010, 2, 1)
    cases = [
        (None, date(2026, 6, 30), CHILD),
        (None, date(2026, 7, 1), YOUTH),
        (True, date(2026, 3, 1), YOUTH),
        (False, date(2026, 9, 1), CHILD),
        (False, date(2028, 2, 1), ADULT),
        (True, date(2025, 1, 31), CHILD),  # 14: a child whatever is recorded
    ]
    for recorded, on, band in cases:
        assert band_on(Worker(turns_16, recorded), on) is band, (recorded, on)


def test_born_on_leap_day_turns_18_on_the_first_of_march() -> None:
    worker = Worker(date(2008, 2, 29))
    assert band_on(worker, date(2026, 2, 28)) is YOUTH
    assert band_on(worker, date(2026, 3, 1)) is ADULT


def test_a_shift_without_length_or_only_break_is_refused() -> None:
    for end, pause, code in (
        (time(8), 0, "no_length"),
        (time(9), 60, "break_too_long"),
        (time(9), -1, "break_too_long"),
    ):
        with pytest.raises(ImpossibleShift) as refused:
            Shift(MONDAY, time(8), end, break_minutes=pause)
        assert refused.value.code == code
    Shift(MONDAY, time(8), time(9), break_minutes=59)
