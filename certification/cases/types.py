"""Where a case can stand, and what can be decided in it."""

from enum import StrEnum


class AssessmentState(StrEnum):
    """Where a case stands (certification.md 5)."""

    DRAFT = "draft"
    ANSWERING = "answering"
    SUBMITTED = "submitted"
    ASSIGNED = "assigned"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class DecisionOutcome(StrEnum):
    """What two deciders may decide."""

    APPROVED = "approved"
    APPROVED_WITH_MILESTONES = "approved_with_milestones"
    POSTPONED = "postponed"
    NOT_APPROVED = "not_approved"
