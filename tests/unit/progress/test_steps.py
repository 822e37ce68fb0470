"""No reader who keeps every published table learns of a single job, and the rule from before would have told them."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.progress.rules.steps import Step, SteppedTable, bounds_of, publish, stepped, told_of_few
from matching.progress.rules.suppression import SMALLEST_SHOWN, PublishedTable, suppress

Month = Mapping[str, int]


def grown(seed: int, *, cells: int, months: int, jobs: int) -> list[dict[str, int]]:
    """The tables of a programme that grows: most municipalities are small, a few are large."""
    drawn = random.Random(seed)  # no secret
    keys, weights = [f"m{n:02}" for n in range(cells)], [1 / (n + 1) for n in range(cells)]
    counts, tables = dict.fromkeys(keys, 0), []
    for _month in range(months):
        for key in drawn.choices(keys, weights, k=drawn.randint(0, 2 * jobs // months)):
            counts[key] += 1
        tables.append(dict(counts))
    return tables


def as_read(table: PublishedTable) -> SteppedTable:
    """A table of the rule from before, as a reader of it knows each cell: what was hidden was the smallest."""
    assert table.total is not None
    shown = [count for count in table.cells.values() if count]
    left = table.total - sum(shown)
    hidden_at_most = min(left, min(shown, default=left))
    return SteppedTable(
        {key: Step(0, hidden_at_most) if count is None else Step(count, count) for key, count in table.cells.items()},
        table.total,
    )


def found_by_all_months(tables: Sequence[SteppedTable], hidden: set[tuple[int, str]]) -> set[tuple[int, str]]:
    """The attacker: which of the cells that were not shown as a number come out of all the tables together."""
    return {(first, key) for first, last, key in told_of_few(tables) if first == last} & hidden


@pytest.mark.parametrize("seed", range(6))
def test_fifteen_months_together_tell_no_cell_in_steps_and_told_some_when_small_ones_were_hidden(seed: int) -> None:
    months = grown(seed, cells=21, months=15, jobs=90)
    tables = publish(months)
    everything = {(month, key) for month, counts in enumerate(months) for key in counts}
    assert found_by_all_months(tables, everything) == set()
    assert told_of_few(tables) == set(), "nor that a cell grew by a few"
    for counts, bounds in zip(months, bounds_of(tables), strict=True):
        assert all(low <= counts[key] <= high for key, (low, high) in bounds.items()), "the attacker reasons truly"


def test_the_attacker_finds_what_the_rule_from_before_let_out() -> None:
    found = 0
    for seed in range(6):
        drawn = grown(seed, cells=8, months=30, jobs=60)
        months = [counts for counts in drawn if suppress(counts).total is not None]
        before = [suppress(counts) for counts in months]
        hidden = {(month, key) for month, table in enumerate(before) for key in table.hidden}
        found += len(found_by_all_months([as_read(table) for table in before], hidden))
    assert found > 0


histories = st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=3).map(
    lambda growth: [
        dict(zip("abc", map(sum, zip(*growth[: n + 1], strict=True)), strict=True)) for n in range(len(growth))
    ]
)


@st.composite
def corrected(draw: st.DrawFn) -> tuple[list[dict[str, int]], list[int]]:
    """Histories in which some of the jobs of the month before are gone, and how many in each month."""
    tables, back = [dict.fromkeys("abc", 0)], [0]
    for _month in range(draw(st.integers(1, 2))):
        grown_by = {key: draw(st.integers(0, 4)) for key in "abc"}
        lost = {key: draw(st.integers(0, min(2, tables[-1][key]))) for key in "abc"}
        tables.append({key: tables[-1][key] + grown_by[key] - lost[key] for key in "abc"})
        back.append(sum(lost.values()))
    return tables, back


def all_that_fit(tables: Sequence[SteppedTable]) -> list[tuple[tuple[int, ...], ...]]:
    """Every history that a reader could believe in, found by trying all: slower than the rule's own, and complete."""
    fit: list[tuple[tuple[int, ...], ...]] = [()]
    for table in tables:
        ranges = [range(step.low, step.high + 1) if step else range(table.total + 1) for step in table.cells.values()]
        rows = [row for row in product(*ranges) if sum(row) == table.total]
        fit = [
            (*past, row)
            for past in fit
            for row in rows
            if not past or sum(max(0, then - now) for now, then in zip(row, past[-1], strict=True)) <= table.gone
        ]
    return fit


@given(histories)
def test_whoever_tries_every_history_that_fits_finds_at_least_two_answers_for_each_cell(months: list[Month]) -> None:
    fit = all_that_fit(publish(months))
    for month, counts in enumerate(months):
        for number, (key, count) in enumerate(counts.items()):
            answers = {history[month][number] for history in fit}
            assert count in answers
            assert len(answers) > 1 or count == 0, (month, key)


@given(histories)
def test_whoever_tries_every_history_that_fits_never_knows_that_a_few_began_in_one_cell_since_some_month(
    months: list[Month],
) -> None:
    assert surely_changed_by_few(publish(months)) == []


@given(corrected())
def test_nor_when_the_list_of_corrections_says_how_many_starts_were_taken_back(
    history: tuple[list[Month], list[int]],
) -> None:
    assert surely_changed_by_few(publish(*history)) == []


@given(corrected(), st.integers(0, 2))
def test_nor_does_whoever_believes_that_more_are_gone_than_are(
    history: tuple[list[Month], list[int]], confirmed_anew: int
) -> None:
    """The list of corrections says more of them than are gone, when the right day was confirmed at once."""
    tables = [replace(table, gone=table.gone + confirmed_anew) for table in publish(*history)]
    assert surely_changed_by_few(tables) == []


def surely_changed_by_few(tables: Sequence[SteppedTable]) -> list[tuple[int, int, int]]:
    """The cells, by number, that became more, or less, by one to four from one month to another in all that fit."""
    fit = [((0, 0, 0), *history) for history in all_that_fit(tables)]
    found = []
    for last in range(1, len(tables) + 1):
        for first, number in product(range(last), range(3)):
            grown_by = {history[last][number] - history[first][number] for history in fit}
            if (min(grown_by) > 0 or max(grown_by) < 0) and max(map(abs, grown_by)) < SMALLEST_SHOWN:
                found.append((first, last, number))
    return found


def test_a_cell_that_goes_over_a_step_when_few_began_is_shown_in_wider_steps() -> None:
    """Each cell by itself could be two numbers, and one of the two who began that month did so in `a`."""
    crossing = [{"a": 4, "b": 2, "c": 1}, {"a": 5, "b": 3, "c": 1}]
    in_fives = [stepped(counts, 5) for counts in crossing]
    assert (0, 1, "a") in told_of_few(in_fives)
    assert publish(crossing)[1].cells["a"] == Step(0, 9)
    assert publish([crossing[0], {"a": 5, "b": 9, "c": 1}])[1].cells["a"] == Step(5, 9), "among many it tells of nobody"


def test_that_somebody_was_taken_back_in_one_cell_is_not_told_either() -> None:
    """Nobody knows how many there were in `a`, but that it became less, and the list of corrections says why."""
    months, gone = [{"a": 10, "b": 14, "c": 14}, {"a": 8, "b": 13, "c": 16}], [0, 3]
    in_tens = [stepped(counts, 10, mistakes) for counts, mistakes in zip(months, gone, strict=True)]
    assert told_of_few(in_tens) == {(0, 1, "a")}
    assert publish(months, gone)[1].cells["a"] == Step(0, 19)


@given(corrected())
def test_nor_does_the_list_of_corrections_tell_them(history: tuple[list[Month], list[int]]) -> None:
    months, gone = history
    fit = all_that_fit(publish(months, gone))
    for month, counts in enumerate(months):
        for number, (key, count) in enumerate(counts.items()):
            answers = {one[month][number] for one in fit}
            assert count in answers
            assert len(answers) > 1 or count == 0, (month, key)


def test_where_steps_and_total_leave_one_answer_the_steps_are_wider() -> None:
    crossing = [{"a": 4, "b": 0}, {"a": 5, "b": 0}]
    assert told_of_few([stepped(counts, 5) for counts in crossing]) != set()
    first, second = publish(crossing)
    assert first.cells["a"] == Step(0, 4)
    assert second.cells["a"] != Step(5, 9)
    assert (first.total, second.total) == (4, 5)


def test_a_cell_that_becomes_less_is_read_by_itself() -> None:
    tables = [stepped({"a": 7, "b": 3}, 5), stepped({"a": 3, "b": 8}, 5)]
    assert bounds_of(tables)[1]["a"] == Step(2, 4)


def test_nobody_is_nobody_and_is_said() -> None:
    assert publish([{"a": 0, "b": 0}])[0] == SteppedTable({"a": Step(0, 4), "b": Step(0, 4)}, 0)
