"""Whole numbers that come from outside: how large one can be, and reading one that is no field."""

from flask import request

LARGEST_NUMBER = 2**31 - 1
"""The largest that a column of the database keeps."""
MOST_DIGITS = len(str(LARGEST_NUMBER))


def whole_number(typed: str | None) -> int | None:
    """The number that was typed, from zero; None for what is none or is larger than any that we keep."""
    plain = (typed or "").strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= MOST_DIGITS):
        return None
    number = int(plain)
    return number if number <= LARGEST_NUMBER else None


def sent_version() -> int:
    """The version that a button without a form was shown with; 0, which is no version, where none was sent."""
    return whole_number(request.form.get("version")) or 0
