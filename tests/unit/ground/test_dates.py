"""Small sums with dates."""

from datetime import date

from ground.dates import last_closed_month


def test_the_last_closed_month_is_the_one_before() -> None:
    assert last_closed_month(date(2026, 11, 1)) == date(2026, 10, 31)
    assert last_closed_month(date(2026, 3, 31)) == date(2026, 2, 28)
