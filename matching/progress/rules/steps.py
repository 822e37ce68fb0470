"""Shows the cells of the published tables in steps of five, so that no month and no row of months tells of one person.

A reader keeps every month's table, knows the total of each, this very rule, and that a cell becomes less by a start
that is taken back alone. The list of corrections says how many were; its reasons, and the total from day to day, let a
reader guess which of them were confirmed anew. So this reckons with one who knows how many jobs are gone: whoever knows
less finds less. Hiding small cells was not enough: with fifteen months at hand twelve of sixty-one hidden cells came
out by subtraction (R27, R38). Steps leave each cell at least two answers. They must not tell either that a cell grew by
a few from one month to another: that somebody began in that municipality in that month is, beside the adverts, often
one workplace. Nor that it became less by a few, for the list of corrections says why. Where steps and totals would tell
it, the steps of that month are wider, and if even the widest do not help, the cells of that month are not shown. What
was published stays as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matching.progress.rules.suppression import SMALLEST_SHOWN

WIDTHS = (5, 10, 20, 50, 100)


class Step(NamedTuple):
    """What is told of a count: it is one of these, both ends among them."""

    low: int
    high: int


@dataclass(frozen=True)
class SteppedTable:
    """One month's table with its total, which is exact. None is a cell that is not shown.

    `gone` is the most that a reader can know of the mistakes: so many jobs that stood in the month before are no more.
    """

    cells: Mapping[str, Step | None]
    total: int
    gone: int = 0


Bounds = list[dict[str, Step]]
Told = tuple[int, int, str]
"""A cell that is told, by its key: how it grew from one month to another; a month and the same one: what it is."""


def publish(months: Sequence[Mapping[str, int]], gone: Sequence[int] = ()) -> list[SteppedTable]:
    """The tables of these months, the oldest first, as they may be published one after the other.

    `gone` says of each month how many jobs of the month before it are no more; without it, none.
    """
    published: list[SteppedTable] = []
    told: set[Told] = set()
    for counts, mistakes in zip(months, gone or [0] * len(months), strict=True):
        before = told
        for table in _from_narrow_to_hidden(counts, mistakes):
            told = told_of_few([*published, table])
            if told <= before:
                break
        published.append(table)
    return published


def stepped(counts: Mapping[str, int], width: int, gone: int = 0) -> SteppedTable:
    """A table in steps of one width."""
    cells = {key: Step(low := count - count % width, low + width - 1) for key, count in counts.items()}
    return SteppedTable(cells, sum(counts.values()), gone)


def told_of_few(months: Sequence[SteppedTable]) -> set[Told]:
    """What the tables together tell of few jobs: cells with one answer, and those that surely became more, or less, by
    one to four.

    Before the first month there was nobody.
    """
    bounds = bounds_of(months)
    exactly = {(n, n, key) for n, cells in enumerate(bounds) for key, (low, high) in cells.items() if low == high > 0}
    nobody = dict.fromkeys(bounds[0] if bounds else (), Step(0, 0))
    changed = _surely_changed([nobody, *bounds], [SteppedTable(nobody, 0), *months])
    return exactly | {(first - 1, last - 1, key) for first, last, key in changed}


def bounds_of(months: Sequence[SteppedTable]) -> Bounds:
    """Between what each cell must lie, from all tables together.

    Counts that become less fit no such reader (a kind of place can change): they get each month's table by itself.
    """
    together = _narrowed([_open(table) for table in months], months)
    if together is not None:
        return together
    alone = [_narrowed([_open(table)], [table]) for table in months]
    return [one[0] if one else _open(table) for one, table in zip(alone, months, strict=True)]


def _surely_changed(bounds: Bounds, months: Sequence[SteppedTable]) -> Iterator[Told]:
    """The cells that became more by one to four from one month to another, whatever they were, or less: of these the
    list of corrections tells the reason. Others may have become less, or more.
    """
    for first, before in enumerate(bounds):
        mistakes = 0
        for last in range(first + 1, len(bounds)):
            after = bounds[last]
            mistakes += months[last].gone
            least = {key: grew for key in before if (grew := after[key].low - before[key].high) > 0}
            most = months[last].total - months[first].total + mistakes - sum(least.values())
            for key, grew in least.items():
                if min(after[key].high - before[key].low, most + grew) < SMALLEST_SHOWN:
                    yield first, last, key
            for key in before:
                fell = before[key].low - after[key].high
                if fell > 0 and 0 < min(before[key].high - after[key].low, mistakes) < SMALLEST_SHOWN:
                    yield first, last, key


def _from_narrow_to_hidden(counts: Mapping[str, int], gone: int) -> Iterator[SteppedTable]:
    yield from (stepped(counts, width, gone) for width in WIDTHS)
    yield SteppedTable(dict.fromkeys(counts), sum(counts.values()), gone)


def _open(table: SteppedTable) -> dict[str, Step]:
    return {key: step or Step(0, table.total) for key, step in table.cells.items()}


def _narrowed(bounds: Bounds, months: Sequence[SteppedTable]) -> Bounds | None:
    """Narrow until nothing changes. None when no counts fit."""
    changed = True
    while changed:
        changed = False
        for month, table in enumerate(months):
            changed |= _by_total(bounds[month], table.total)
            if month:
                growth = table.total - months[month - 1].total
                changed |= _by_growth(bounds[month - 1], bounds[month], growth, table.gone)
        if any(low > high for cells in bounds for low, high in cells.values()):
            return None
    return bounds


def _by_total(cells: dict[str, Step], total: int) -> bool:
    """What is left for one cell when all others are as small, or as large, as they can be."""
    least, most = sum(step.low for step in cells.values()), sum(step.high for step in cells.values())
    changed = False
    for key, step in cells.items():
        narrower = Step(
            max(step.low, total - (most - step.high)),
            min(step.high, total - (least - step.low)),
        )
        changed |= narrower != step
        cells[key] = narrower
    return changed


def _by_growth(before: dict[str, Step], after: dict[str, Step], growth: int, gone: int) -> bool:
    """No cells become less but by the jobs that are gone, and all together grow by the growth of the total."""
    grows = {key: max(0, step.low - before[key].high) for key, step in after.items() if key in before}
    most = {key: growth + gone - (sum(grows.values()) - grows[key]) for key in grows}
    changed = False
    for key, most_here in most.items():
        then, now = before[key], after[key]
        before[key] = Step(max(then.low, now.low - most_here), min(then.high, now.high + gone))
        after[key] = Step(max(now.low, then.low - gone), min(now.high, then.high + most_here))
        changed |= (before[key], after[key]) != (then, now)
    return changed
