"""Why somebody cannot decide."""

from ground.errors import DomainError


class NotADecider(DomainError):
    """The person may not decide: wrong role, or has not said that they are impartial."""


class ProposalWaiting(DomainError):
    """Somebody has proposed a decision already; another must confirm or refuse it first."""


class SameDecider(DomainError):
    """The one who proposed the decision cannot be the one who confirms it."""
