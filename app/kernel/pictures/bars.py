"""Bars: how long, in percent of the whole or of the longest; and few things, as cells that are filled one by one."""

from collections.abc import Sequence

MOST_CELLS = 12
"""More things than these are not counted at a glance: they become one bar."""


def share(value: float, total: float) -> float:
    """How much of a bar is filled, in percent: nothing of nothing, and never more than all."""
    return round(100 * min(max(value, 0), total) / total, 2) if total > 0 else 0


def lengths(values: Sequence[float], target: float | None = None) -> tuple[float, ...]:
    """Bars on one scale, in percent: that of the target, or else of the longest; what passes the target sets it."""
    scale = max([target or 0, *values], default=0)
    return tuple(share(value, scale) for value in values)


def cells(value: int, total: int) -> tuple[bool, ...]:
    """Which of few things are filled, from the left; nothing where they are too many to be seen one by one."""
    return tuple(number < value for number in range(total)) if total <= MOST_CELLS else ()
