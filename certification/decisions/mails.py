"""What is mailed when a case is decided."""

from enum import StrEnum


class DecisionMail(StrEnum):
    """What is mailed when a case is decided."""

    ASSESSMENT_DECIDED = "assessment_decided"
