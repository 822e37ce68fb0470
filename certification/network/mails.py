"""What is mailed to those who come to a gathering."""

from enum import StrEnum


class NetworkMail(StrEnum):
    """What is mailed to those who come to a gathering."""

    GATHERING_CHANGED = "gathering_changed"
    GATHERING_CANCELLED = "gathering_cancelled"
