"""Bars, the ring and the week line as geometry."""

import re
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.pictures.bars import MOST_CELLS, cells, lengths, share
from app.kernel.pictures.ring import INNER, OUTER, SIZE, ring
from app.kernel.pictures.weeks import TalkMark, week_line

POINT = re.compile(r"[ML](-?[\d.]+) (-?[\d.]+)")


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_bar_is_never_longer_than_its_track(value: int, total: int) -> None:
    assert 0 <= share(value, total) <= 100


def test_a_bar_of_nothing_is_empty_and_one_of_all_is_full() -> None:
    assert share(0, 0) == 0
    assert share(7, 7) == share(9, 7) == 100
    assert share(1, 4) == 25


def test_bars_stand_on_one_scale() -> None:
    assert lengths([10, 5, 0]) == (100, 50, 0)
    assert lengths([250, 500], target=1000) == (25, 50)
    assert lengths([1500, 750], target=1000) == (100, 50)
    assert lengths([]) == ()
    assert lengths([0, 0]) == (0, 0)


def test_few_things_are_cells_and_many_are_one_bar() -> None:
    assert cells(2, 5) == (True, True, False, False, False)
    assert len(cells(0, MOST_CELLS)) == MOST_CELLS
    assert cells(0, MOST_CELLS + 1) == ()


def test_the_ring_counts_its_parts() -> None:
    drawn = ring(["done", "begun", "todo", "done"])
    assert (drawn.done, drawn.begun, drawn.todo) == (2, 1, 1)


def test_done_begun_and_still_to_do_have_each_a_shape() -> None:
    done, begun, todo = ring(["done", "begun", "todo"]).parts
    assert done.filled == done.outline
    assert begun.filled not in ("", begun.outline)
    assert todo.filled == ""


@pytest.mark.parametrize("number", [1, 2, 3, 12])
def test_every_corner_of_the_ring_lies_on_its_edges(number: int) -> None:
    for part in ring(["done"] * number).parts:
        corners = [hypot(float(x) - SIZE / 2, float(y) - SIZE / 2) for x, y in POINT.findall(part.outline)]
        assert corners
        assert all(min(abs(one - INNER), abs(one - OUTER)) < 0.2 for one in corners)


def test_a_part_of_more_than_half_goes_the_long_way_round() -> None:
    assert " 0 1 1 " in ring(["done"]).parts[0].outline
    assert " 0 0 1 " in ring(["done"] * 3).parts[0].outline


def test_weeks_stand_in_order_with_room_for_the_first_ones() -> None:
    drawn = week_line([(52, "ahead"), (1, "held"), (4, "late"), (13, "next"), (26, "ahead")], now=4)
    assert [one.week for one in drawn.marks] == [1, 4, 13, 26, 52]
    places = [one.x for one in drawn.marks]
    assert all(after - before > 12 for before, after in pairwise(places))
    assert places[-1] == 100
    assert drawn.now == places[1]
    assert drawn.marks[0].mark is TalkMark.HELD


def test_today_stays_on_the_line() -> None:
    assert week_line([], now=80).now == 100
    assert week_line([], now=-3).now == 0
    assert week_line([]).now is None
