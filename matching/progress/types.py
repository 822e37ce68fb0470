"""The steps of the honest ladder towards the 1000 jobs, and the figures that are counted of them."""

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
    UNDONE = "undone"  # a start that was confirmed by mistake is taken back


class UndoReason(StrEnum):
    """Why a confirmed start was a mistake. There is no free text: the reason is public, without the person."""

    NEVER_BEGAN = "never_began"
    WRONG_DAY = "wrong_day"
    WRONG_PLACEMENT = "wrong_placement"
    OTHER = "other"


class Figure(StrEnum):
    """The figures of the ladder. `due_…` is what the share of those that lasted is counted of; of these the rest
    `left_…` before, or are not heard of (`unheard_…`).
    """

    PLEDGED = "pledged"
    POSTED = "posted"
    AGREED = "agreed"
    STARTED = "started"
    PEOPLE = "people"
    AT_WORK = "at_work"
    ENDED = "ended"
    NOT_HEARD_OF = "not_heard_of"
    DUE_13 = "due_13"
    LASTED_13 = "lasted_13"
    LEFT_13 = "left_13"
    UNHEARD_13 = "unheard_13"
    DUE_26 = "due_26"
    LASTED_26 = "lasted_26"
    LEFT_26 = "left_26"
    UNHEARD_26 = "unheard_26"
    DUE_52 = "due_52"
    LASTED_52 = "lasted_52"
    LEFT_52 = "left_52"
    UNHEARD_52 = "unheard_52"
