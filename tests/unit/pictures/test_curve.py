"""The curve of jobs by month as coordinates, and the path to the goal."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.pictures.curve import HEIGHT, LEFT, WIDTH, Curve, Goal, curve

MONTHS = [date(2025 + number // 12, number % 12 + 1, 28) for number in range(36)]


def chart(*values: int, goal: Goal | None = None) -> Curve:
    made = curve(list(zip(MONTHS, values, strict=False)), goal)
    assert made is not None
    return made


def test_one_month_makes_no_line() -> None:
    assert curve([]) is None
    assert curve([(MONTHS[0], 3)]) is None


def test_nothing_yet_is_a_flat_line_at_the_bottom() -> None:
    made = chart(0, 0)
    assert made.points[0].y == made.points[1].y == made.grid[0].y


def test_the_grid_has_whole_even_steps_that_reach_over_the_highest_value() -> None:
    assert [line.value for line in chart(3, 65).grid] == [0, 20, 40, 60, 80]
    assert [line.value for line in chart(1, 7).grid] == [0, 2, 4, 6, 8]


@given(st.lists(st.integers(0, 3000), min_size=2, max_size=36))
def test_every_point_lies_inside_and_higher_values_stand_higher(values: list[int]) -> None:
    made = chart(*values)
    assert all(LEFT <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in made.points)
    by_value = sorted(made.points, key=lambda point: point.value)
    assert [point.y for point in by_value] == sorted((point.y for point in by_value), reverse=True)
    assert made.named_months[-1] is made.last
    assert len(made.named_months) <= 4


def test_the_path_leads_from_the_last_month_to_the_goal() -> None:
    made = chart(2, 8, 20, goal=Goal(1000, date(2027, 12, 31)))
    assert made.goal is not None
    assert (made.goal.x, made.goal.value) == (made.right, 1000)
    assert made.goal.y == min(line.y for line in made.grid)
    assert made.last.x == LEFT + (made.goal.x - LEFT) * 2 / 35
    assert made.named_months == (made.points[0], made.goal)


def test_where_the_path_begins_is_named_when_there_is_room() -> None:
    made = chart(*range(18), goal=Goal(1000, date(2027, 12, 31)))
    assert made.goal is not None
    assert made.named_months == (made.points[0], made.last, made.goal)


@pytest.mark.parametrize("goal", [Goal(20, date(2027, 12, 31)), Goal(1000, date(2025, 3, 31)), None])
def test_no_path_is_drawn_to_what_is_reached_or_past(goal: Goal | None) -> None:
    assert chart(2, 8, 20, goal=goal) == chart(2, 8, 20)
