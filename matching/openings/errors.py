"""What stops an opening from being published or changed."""

from dataclasses import dataclass

from ground.errors import DomainError
from matching.openings.check import OpeningCheck


@dataclass
class OpeningNotReady(DomainError):
    """Rules stop the opening from being published, or a published one from being changed in this way."""

    found: OpeningCheck


@dataclass
class WarningsUnanswered(DomainError):
    """Rules warn of an opening, and nobody has said why it is in order all the same."""

    found: OpeningCheck


class FixedOncePublished(DomainError):
    """Kind and workplace of an opening stay as they were published: proposals and agreements rest on them."""
