"""What is mailed about a case, to its certifier and to the employer."""

from enum import StrEnum


class CaseMail(StrEnum):
    """What is mailed about a case, to its certifier and to the employer."""

    ASSESSMENT_ASSIGNED = "assessment_assigned"
    ASSESSMENT_RETURNED = "assessment_returned"
