"""Hides small numbers in a published table so that no hidden number can be worked out from what is shown.

Counts under five are not published (R27, R38). A reader knows the other cells, the total and this very rule,
so more is hidden when needed: when only one cell is small, or all small cells must be fours, the smallest of the
larger cells goes too, with every cell equal to it. When there is no larger cell to hide, the total goes.

Why that is enough: what is hidden depends only on the numbers, not on where they stand. Exchanging the numbers of
two hidden cells gives the same publication, so a reader cannot tell which is which; and where all hidden
numbers are equal, they are small and more than one, and another split of their sum gives the same publication.
Small cells that are all zero hide nobody and are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SMALLEST_SHOWN = 5
MOST_HIDDEN = SMALLEST_SHOWN - 1


@dataclass(frozen=True)
class PublishedTable:
    """One table with its total. None is a number that is not published."""

    cells: Mapping[str, int | None]
    total: int | None

    @property
    def hidden(self) -> frozenset[str]:
        """The cells that are not published."""
        return frozenset(key for key, count in self.cells.items() if count is None)


def suppress(counts: Mapping[str, int]) -> PublishedTable:
    """The counts of one table as they may be published, with their sum. Counts are never negative."""
    total = sum(counts.values())
    small = {key for key, count in counts.items() if count < SMALLEST_SHOWN}
    if not any(counts[key] for key in small):
        return PublishedTable(dict(counts), total)
    larger = {key: count for key, count in counts.items() if key not in small}
    hidden_sum, highest_sum = sum(counts[key] for key in small), MOST_HIDDEN * len(small)
    if not larger:
        # A total of fours only, or of all but one, is left out; one of the two alone would still be recognised.
        return _publish(counts, small, total if len(small) > 1 and hidden_sum < highest_sum - 1 else None)
    if len(small) > 1 and hidden_sum < highest_sum:
        return _publish(counts, small, total)
    smallest = min(larger.values())
    return _publish(counts, small | {key for key, count in larger.items() if count == smallest}, total)


def _publish(counts: Mapping[str, int], hidden: set[str], total: int | None) -> PublishedTable:
    cells = {key: None if key in hidden else count for key, count in counts.items()}
    return PublishedTable(cells, total)
