"""The pace that the goal needs, beside that of the last months."""

from datetime import date

import pytest

from matching.progress.rules.pace import Pace, pace

MONTHS = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def begun(*values: int) -> list[tuple[date, int]]:
    return list(zip(MONTHS, values, strict=False))


def test_what_is_left_is_spread_over_the_months_that_are_left_and_rounded_up() -> None:
    assert pace(begun(2, 5, 9, 14, 20), goal=100, by=date(2026, 12, 31)) == Pace(left=80, months=7, needed=12, lately=5)


def test_the_month_in_which_it_ends_counts_whole() -> None:
    found = pace(begun(2, 5), goal=25, by=date(2026, 4, 1))
    assert found is not None
    assert (found.months, found.needed) == (2, 10)


def test_lately_is_of_the_months_that_there_are() -> None:
    found = pace(begun(4, 10), goal=25, by=date(2026, 12, 31))
    assert found is not None
    assert found.lately == 5


@pytest.mark.parametrize(
    ("values", "goal", "by"),
    [
        ((), 100, date(2026, 12, 31)),
        ((2, 100), 100, date(2026, 12, 31)),
        ((2, 5), 100, date(2026, 2, 28)),
        ((2, 5), 100, date(2025, 12, 31)),
    ],
)
def test_there_is_no_pace_where_nothing_has_begun_the_goal_is_reached_or_the_time_is_out(
    values: tuple[int, ...], goal: int, by: date
) -> None:
    assert pace(begun(*values), goal=goal, by=by) is None
