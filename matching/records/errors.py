"""What no act on a record may do."""

from ground.errors import DomainError


class CandidateNotActive(DomainError):
    """The candidate is paused or no longer takes part, so nothing new can be proposed."""
