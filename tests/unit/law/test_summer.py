"""The weeks of summer in which no child has school."""

from datetime import date

import pytest

from matching.law.summer import within_summer


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "free"),
    [
        (date(2027, 6, 25), date(2027, 8, 12), True),
        (date(2027, 7, 1), date(2027, 7, 1), True),
        (date(2027, 6, 24), date(2027, 8, 12), False),
        (date(2027, 6, 25), date(2027, 8, 13), False),
        (date(2026, 7, 1), date(2027, 7, 1), False),  # a whole year with school between
        (None, date(2027, 8, 1), False),
        (date(2027, 7, 1), None, False),
        (None, None, False),
    ],
)
def test_only_work_that_lies_in_the_holiday_from_its_first_to_its_last_day_is_free_from_school(
    starts_on: date | None, ends_on: date | None, free: bool
) -> None:
    assert within_summer(starts_on, ends_on) is free
