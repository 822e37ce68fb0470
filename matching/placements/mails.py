"""What is mailed about an agreement, a start, a talk and an ending."""

from enum import StrEnum


class PlacementMail(StrEnum):
    """What is mailed about an agreement, a start, a talk and an ending."""

    AGREEMENT_TO_APPROVE = "agreement_to_approve"
    AGREEMENT_CHANGED = "agreement_changed"
    AGREEMENT_APPROVED = "agreement_approved"
    PLACEMENT_CANCELLED = "placement_cancelled"
    START_TO_CONFIRM = "start_to_confirm"
    PLACEMENT_STARTED = "placement_started"
    START_UNDONE = "start_undone"
    PLACEMENT_ENDED = "placement_ended"
    FOLLOW_UP_DUE = "follow_up_due"
