"""What is mailed about a place."""

from enum import StrEnum


class OpeningMail(StrEnum):
    """What is mailed about a place."""

    OPENING_EXPIRING = "opening_expiring"
