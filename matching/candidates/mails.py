"""What is mailed about a candidate's own data: to the candidate, and to who follows them up."""

from enum import StrEnum


class CandidateMail(StrEnum):
    """What is mailed about a candidate's own data."""

    DELETION_ASKED = "deletion_asked"
    CANDIDATE_LEAVES = "candidate_leaves"
    FORGOTTEN_SOON = "forgotten_soon"
    CANDIDATE_FORGOTTEN_SOON = "candidate_forgotten_soon"
    REQUEST_MADE = "request_made"
    REQUEST_DUE = "request_due"
    REQUEST_ANSWERED = "request_answered"
