"""The steps of the honest ladder towards the 1000 jobs."""

from enum import StrEnum


class JobEventKind(StrEnum):
    """The steps of the honest ladder towards the 1000 jobs."""

    PLEDGED = "pledged"
    POSTED = "posted"
    AGREED = "agreed"
    STARTED = "started"
    LASTED_13 = "lasted_13"
    LASTED_26 = "lasted_26"
    LASTED_52 = "lasted_52"
    ENDED = "ended"
