"""What an employer may not know."""

from ground.errors import DomainError


class NotDisclosed(DomainError):
    """The candidate has not said yes to this employer, or has taken it back."""
