"""The days of the week have the numbers that Python gives them."""

from datetime import date

import pytest

from matching.catalogue.choices import Weekday


@pytest.mark.parametrize(("day", "weekday"), list(zip(range(23, 30), Weekday, strict=True)))
def test_a_weekday_is_found_by_the_number_of_a_date_and_gives_it_back(day: int, weekday: Weekday) -> None:
    on = date(2026, 11, day)  # the 23rd is a Monday
    assert Weekday.of(on.weekday()) is weekday
    assert weekday.number == on.weekday()
