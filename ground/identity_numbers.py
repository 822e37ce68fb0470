"""Finding national identity numbers in what people write: Plass never keeps one (R21, personopplysningsloven § 12)."""

import re
from datetime import date

GROUPS = r"[ .\u00a0\u2009\u202f-]?"
WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d\d){GROUPS}(?P<month>\d\d){GROUPS}(?P<century>(?:19|20)(?=\d\d{GROUPS}\d{{3}}{GROUPS}\d\d(?!\d)))?"
    rf"(?P<year>\d\d){GROUPS}\d{{3}}{GROUPS}\d\d(?!\d)",
    re.ASCII,
)
"""A date of birth and five digits, with or without a sign between the groups and the century in the year."""
MONTHS_ADDED = (0, 40, 65, 80)
"""By NAV, by Skatteetaten's older and newer test people; a D-number has 40 added to its day."""


def holds_identity_number(text: str) -> bool:
    """Whether a text has what looks like a national identity number, a D-number, or one of a test population.

    The control digits are not asked about: those of numbers given from 2032 on are others, and a mistyped number is
    somebody's too. What cannot begin with a date, as most account numbers, is none.
    """
    return any(_is_date(*map(int, found.group("day", "month", "year"))) for found in WRITTEN.finditer(text))


def _is_date(day: int, month: int, year: int) -> bool:
    months = {month - added for added in MONTHS_ADDED}
    days = {day, day - 40}
    return any(_exists(one, other, year) for one in days for other in months)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(2000 + year, month, day)  # 2000 was a leap year, and so 29.2.00 is taken
    except ValueError:
        return False
    return True
