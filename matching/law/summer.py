"""The weeks of summer without school."""

from datetime import date

SUMMER_FROM, SUMMER_UNTIL = (6, 25), (8, 12)
"""Days without school every summer in all of Akershus (month, day), well inside the school calendar."""


def within_summer(starts_on: date | None, ends_on: date | None) -> bool:
    """Only work whose first and last day are known to lie in the holiday is free from school."""
    if starts_on is None or ends_on is None or starts_on.year != ends_on.year:
        return False
    return (starts_on.month, starts_on.day) >= SUMMER_FROM and (ends_on.month, ends_on.day) <= SUMMER_UNTIL
