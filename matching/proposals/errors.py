"""Why a place cannot be proposed or accepted."""

from dataclasses import dataclass

from ground.errors import DomainError
from matching.matches.requirements import Obstacle


class AlreadyProposed(DomainError):
    """The place has been proposed to this candidate, and that proposal still stands."""


class OpeningNotOpen(DomainError):
    """The place is not published, or all its positions are taken."""


@dataclass
class NotLawful(DomainError):
    """Law stands in the way of this person in this place."""

    obstacles: tuple[Obstacle, ...]


class ReasonNeeded(DomainError):
    """The counsellor proposes something that the rules advise against, and has not said why."""
