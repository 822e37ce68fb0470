"""What the rules of law cannot reckon with."""

from dataclasses import dataclass

from ground.errors import DomainError


@dataclass
class ImpossibleShift(DomainError):
    """A shift without length, or with a break as long as itself."""

    code: str
