"""What no act on a record may do."""

from dataclasses import dataclass
from enum import StrEnum

from ground.errors import DomainError


@dataclass
class MoveNotAllowed(DomainError):
    """The thing cannot go from the state it is in to the state that was asked for."""

    current: StrEnum
    wanted: StrEnum


class CandidateNotActive(DomainError):
    """The candidate is paused or no longer takes part, so nothing new can be proposed."""
