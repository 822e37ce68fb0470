"""Why a gathering, or a sign-up for one, is refused."""

from dataclasses import dataclass

from certification.network.types import GatheringState, SignUpRefusal
from ground.errors import DomainError


@dataclass
class SignUpRefused(DomainError):
    """The person cannot take part in the gathering."""

    reason: SignUpRefusal


class AlreadySignedUp(DomainError):
    """The person takes part already, for another organisation."""


@dataclass
class GatheringRefused(DomainError):
    """The gathering is not in a state in which this can be done to it."""

    state: GatheringState


class GatheringImpossible(DomainError):
    """A gathering that ends before it begins, is nowhere, or has no room."""


@dataclass
class CapacityTooSmall(DomainError):
    """More people are signed up than there would be room for."""

    taken: int
