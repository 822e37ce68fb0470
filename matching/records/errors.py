"""What no act on a record may do."""

from ground.errors import DomainError


class CandidateNotActive(DomainError):
    """The candidate is paused or no longer takes part, so nothing new can be proposed."""


class UseRestricted(DomainError):
    """The person has asked that what is known about them be not used; a yes would let an employer use it."""
