"""Small sums with dates, and what Norwegian clocks show."""

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from ground.dates import NORWAY, add_months, last_closed_month, last_day_within, moments_of


def test_the_last_closed_month_is_the_one_before() -> None:
    assert last_closed_month(date(2026, 11, 1)) == date(2026, 10, 31)
    assert last_closed_month(date(2026, 3, 31)) == date(2026, 2, 28)
    assert last_closed_month(date(2027, 1, 1)) == date(2026, 12, 31)


def test_what_lasts_some_months_or_weeks_ends_the_day_before() -> None:
    assert last_day_within(date(2026, 12, 1), months=18) == date(2028, 5, 31)
    assert last_day_within(date(2026, 12, 1), weeks=4) == date(2026, 12, 28)
    assert last_day_within(date(2026, 12, 1), months=0) == date(2026, 11, 30)


def test_a_month_is_added_over_the_turn_of_a_year_and_to_a_shorter_month() -> None:
    assert add_months(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert add_months(date(2027, 1, 31), -1) == date(2026, 12, 31)


def test_a_time_is_there_once_but_in_the_nights_when_the_clocks_are_moved() -> None:
    assert moments_of(date(2027, 1, 14), time(9)) == (datetime(2027, 1, 14, 8, tzinfo=UTC),)
    forward, back = date(2027, 3, 28), date(2027, 10, 31)
    assert [len(moments_of(forward, clock)) for clock in (time(1, 59), time(2), time(2, 59), time(3))] == [1, 0, 0, 1]
    assert [len(moments_of(back, clock)) for clock in (time(1, 59), time(2), time(2, 59), time(3))] == [1, 2, 2, 1]
    assert moments_of(back, time(2, 30)) == (
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
    )


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1900 < moment.year < 2200))
def test_every_moment_is_among_those_of_the_time_it_is_shown_at(moment: datetime) -> None:
    shown = moment.astimezone(NORWAY)
    assert moment in moments_of(shown.date(), shown.time())
