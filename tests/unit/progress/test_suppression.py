"""Small counts stay hidden, whatever a reader knows of the other cells, the total and the rule."""

from collections import defaultdict
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.progress.rules.suppression import SMALLEST_SHOWN, PublishedTable, suppress

tables = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 30), min_size=1, max_size=21)


def published(table: PublishedTable) -> tuple[tuple[tuple[str, int | None], ...], int | None]:
    return tuple(sorted(table.cells.items())), table.total


@given(tables)
def test_no_small_count_is_shown_except_zeros_where_nothing_is_hidden(counts: dict[str, int]) -> None:
    table = suppress(counts)
    for key, shown in table.cells.items():
        assert shown in (None, counts[key])
        if table.hidden:
            assert shown is None or shown >= SMALLEST_SHOWN
        else:
            assert counts[key] == 0 or counts[key] >= SMALLEST_SHOWN


@given(tables)
def test_a_hidden_cell_never_stands_alone_beside_a_total(counts: dict[str, int]) -> None:
    table = suppress(counts)
    assert len(table.hidden) != 1 or table.total is None


@given(tables)
def test_no_hidden_cell_follows_from_the_shown_cells_and_the_total(counts: dict[str, int]) -> None:
    table = suppress(counts)
    if table.hidden and table.total is not None:
        left = table.total - sum(count for count in table.cells.values() if count is not None)
        assert len(table.hidden) >= 2
        assert left >= 1  # so that each hidden cell could be anything from nothing to all of it


@given(tables, st.randoms())
def test_the_order_of_the_cells_does_not_matter(counts: dict[str, int], random: object) -> None:
    keys = list(counts)
    random.shuffle(keys)  # type: ignore[attr-defined]  # hypothesis hands over a random.Random
    assert published(suppress({key: counts[key] for key in keys})) == published(suppress(counts))


@pytest.mark.parametrize(("cells", "highest"), [(1, 12), (2, 12), (3, 10), (4, 7)])
def test_a_reader_who_knows_the_rule_cannot_work_out_any_hidden_cell(cells: int, highest: int) -> None:
    """Every possible table, grouped by what is published of it: each hidden cell has at least two possible numbers."""
    keys = "abcd"[:cells]
    possible: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    hidden: dict[object, frozenset[str]] = {}
    for numbers in product(range(highest + 1), repeat=cells):
        table = suppress(dict(zip(keys, numbers, strict=True)))
        possible[published(table)].append(numbers)
        hidden[published(table)] = table.hidden
    for seen, originals in possible.items():
        for key in hidden[seen]:
            assert len({numbers[keys.index(key)] for numbers in originals}) >= 2, (seen, key)


def test_the_brute_force_reader_finds_a_bad_rule() -> None:
    """Hiding only the small cells lets a single hidden one be computed: the reader above would see it."""
    counts = {"a": 3, "b": 9}
    naive = {key: count if count >= SMALLEST_SHOWN else None for key, count in counts.items()}
    left = sum(counts.values()) - sum(count for count in naive.values() if count is not None)
    assert left == counts["a"]
    assert suppress(counts).hidden == {"a", "b"}


SPLITS_UP_TO = 26


def left_open(hide: Callable[[dict[str, int]], PublishedTable]) -> list[tuple[object, str]]:
    """The hidden cells of splits in three for which one answer is left to whoever knows the rule and the total.

    The total of a split stands beside it always: as all that have begun, or all that were to last so long.
    """
    possible: dict[object, list[dict[str, int]]] = defaultdict(list)
    for numbers in product(range(SPLITS_UP_TO + 1), repeat=3):
        if sum(numbers) <= SPLITS_UP_TO:
            split = dict(zip("abc", numbers, strict=True))
            possible[sum(numbers), tuple(hide(split).cells.values())].append(split)
    return [
        (seen, key)
        for seen, originals in possible.items()
        for key in "abc"
        if hide(originals[0]).cells[key] is None and len({split[key] for split in originals}) == 1
    ]


def test_no_small_number_of_a_split_follows_from_its_total_and_its_neighbours() -> None:
    assert left_open(suppress) == []


def test_the_reader_of_splits_finds_a_bad_rule() -> None:
    """Of 1, 7 and 8 the small one alone would be hidden, and be what is left of 16."""

    def small_alone(split: dict[str, int]) -> PublishedTable:
        shown = {key: count if count >= SMALLEST_SHOWN else None for key, count in split.items()}
        return PublishedTable(shown, sum(split.values()))

    assert ((16, (None, 7, 8)), "a") in left_open(small_alone)


def test_fours_only_take_a_larger_cell_with_them() -> None:
    table = suppress({"a": 4, "b": 4, "c": 9, "d": 20})
    assert (table.hidden, table.total) == ({"a", "b", "c"}, 37)
    assert suppress({"a": 4, "b": 4}).total is None


def test_no_more_is_hidden_than_a_reader_could_work_out() -> None:
    assert [suppress({"a": 4, "b": small}).total for small in (1, 2, 3, 4)] == [5, 6, None, None]
    assert suppress({"a": 4, "b": 3, "c": 9}).hidden == {"a", "b"}


def test_larger_cells_alone_are_shown_with_their_total() -> None:
    assert published(suppress({"a": 5, "b": 0, "c": 11})) == ((("a", 5), ("b", 0), ("c", 11)), 16)
