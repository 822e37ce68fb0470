"""Finding national identity numbers in what people write: Plass never keeps one (R21, personopplysningsloven § 12)."""

import re
from datetime import date

SIGN = r"[ .\u00a0\u2009\u202f-]?"
BETWEEN = r"[\s._/\-\u00a0\u2000-\u200b\u2010-\u2015\u202f\u2060\u2212\ufeff]{0,3}"
"""Blanks of all widths, line ends, full stops and strokes, as in «010203 - 12345»."""
FIVE = rf"\d{{3}}{SIGN}\d\d(?!\d)"
IN_GROUPS = re.compile(
    rf"(?<!\d)(?P<day>\d\d){SIGN}(?P<month>\d\d){SIGN}(?:(?:19|20)(?=\d\d{SIGN}{FIVE}))?(?P<year>\d\d){SIGN}{FIVE}",
    re.ASCII,
)
"""A date of birth and five digits, with or without a sign between the groups and the century in the year."""
IN_TWO_HALVES = re.compile(
    rf"(?<!\d)(?P<day>\d\d)(?P<stroke>[./-]?)(?P<month>\d\d)(?P=stroke)(?:(?:19|20)(?=\d\d{BETWEEN}{FIVE}))?(?P<year>\d\d){BETWEEN}{FIVE}",
    re.ASCII,
)
"""A date that holds together, and five digits after more than one sign. Of two telephone numbers neither is a date."""
MONTHS_ADDED = (0, 40, 65, 80)
"""By NAV, by Skatteetaten's older and newer test people; a D-number has 40 added to its day."""


def holds_identity_number(text: str) -> bool:
    """Whether a text has what looks like a national identity number, a D-number, or one of a test population.

    The control digits are not asked about: those of numbers given from 2032 on are others, and a mistyped number is
    somebody's too. What cannot begin with a date, as most account numbers, is none.
    """
    found = (one for shape in (IN_GROUPS, IN_TWO_HALVES) for one in shape.finditer(text))
    return any(_is_date(*map(int, one.group("day", "month", "year"))) for one in found)


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
