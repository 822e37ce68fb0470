"""Why a candidate cannot be registered, signed in or let go."""

from dataclasses import dataclass

from ground.errors import DomainError
from matching.candidates.types import RightsKind


class CandidateProtected(DomainError):
    """People with a protected address, or shielded in NAV's systems, are not registered (R20)."""


@dataclass
class OutsideAgeGroup(DomainError):
    """Plass is for young people of these ages, both included."""

    lowest: int
    highest: int


class NotACounsellorHere(DomainError):
    """The person is no counsellor in the candidate's office."""


class StillPlaced(DomainError):
    """The candidate has an agreement or works somewhere; that is ended first."""


class NothingToAskFor(DomainError):
    """What is asked for is on its way, or the person can do it alone."""


class WordsMissing(DomainError):
    """One who asks for a correction says what is wrong, and what is right."""


@dataclass
class AsksAlready(DomainError):
    """The same is asked for in other words and waits for its answer: these would be read by nobody."""

    kind: RightsKind


class ReasonMissing(DomainError):
    """An answer to somebody who has asked about their own data gives the reason."""


class NothingCorrected(DomainError):
    """A yes to a correction is given by mending what is wrong: until then it is no answer."""
