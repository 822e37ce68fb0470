"""The line of jobs by month as coordinates."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.progress.line_chart import HEIGHT, LEFT, WIDTH, LineChart, line_chart

MONTHS = [date(2025 + number // 12, number % 12 + 1, 28) for number in range(36)]


def chart(*values: int) -> LineChart:
    made = line_chart(list(zip(MONTHS, values, strict=False)))
    assert made is not None
    return made


def test_one_month_makes_no_line() -> None:
    assert line_chart([]) is None
    assert line_chart([(MONTHS[0], 3)]) is None


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
