"""Small sums with dates."""

from datetime import date

from ground.dates import add_months, last_closed_month, last_day_within


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
