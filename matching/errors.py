"""What can go wrong in matching, each as a small class whose attributes hold the values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ground.errors import DomainError, EditedMeanwhile, NotFound

__all__ = ["DomainError", "EditedMeanwhile", "ImpossibleShift", "MoveNotAllowed", "NotFound"]


@dataclass
class MoveNotAllowed(DomainError):
    """The thing cannot go from the state it is in to the state that was asked for."""

    current: StrEnum
    wanted: StrEnum


@dataclass
class ImpossibleShift(DomainError):
    """A shift without length, or with a break as long as itself."""

    code: str


class CandidateProtected(DomainError):
    """People with a protected address, or shielded in NAV's systems, are not registered (R20)."""


@dataclass
class OutsideAgeGroup(DomainError):
    """Plass is for young people of these ages, both included."""

    lowest: int
    highest: int


class CandidateNotActive(DomainError):
    """The candidate is paused or no longer takes part, so nothing new can be proposed."""


class NotACounsellorHere(DomainError):
    """The person is no counsellor in the candidate's office."""


class CodeUnusable(DomainError):
    """A candidate's sign-in code that is unknown, used, replaced, too old or tried too often; which is not told."""


class AlreadyProposed(DomainError):
    """The place has been proposed to this candidate, and that proposal still stands."""


class OpeningNotOpen(DomainError):
    """The place is not published, or all its positions are taken."""


@dataclass
class NotLawful(DomainError):
    """Law stands in the way of this person in this place."""

    findings: tuple[object, ...]


class StillPlaced(DomainError):
    """The candidate has an agreement or works somewhere; that is ended first."""


class ReasonNeeded(DomainError):
    """The counsellor proposes something that the rules advise against, and has not said why."""


@dataclass
class OpeningNotReady(DomainError):
    """Rules stop the opening from being published, or a published one from being changed in this way.

    `found` is the OpeningCheck of `matching.services.opening_check`, which this layer does not know.
    """

    found: Any


@dataclass
class WarningsUnanswered(DomainError):
    """Rules warn of an opening, and nobody has said why it is in order all the same. `found` as above."""

    found: Any


class FixedOncePublished(DomainError):
    """Kind and workplace of an opening stay as they were published: proposals and agreements rest on them."""


@dataclass
class StartBlocked(DomainError):
    """Something that the law or the scheme asks for before the start is missing."""

    findings: tuple[object, ...]


class NotDisclosed(DomainError):
    """The candidate has not said yes to this employer, or has taken it back."""


class ApprovalOutOfTurn(DomainError):
    """The counsellor approves last, when the employer and the candidate have."""


class AgreementClosed(DomainError):
    """The agreement is running or over, and its text stands."""


class StartNotYet(DomainError):
    """A start is confirmed on the day it happens or later, never ahead."""


class EndsBeforeStart(DomainError):
    """An ending must lie between the start and today."""


@dataclass
class EndsBeforeTalk(DomainError):
    """A talk has confirmed that the person was there on a later day than this ending says."""

    day: date


@dataclass
class FollowUpNotYet(DomainError):
    """A follow-up is recorded at the earliest a week before it is due, one that counts on the day itself."""

    earliest: date


@dataclass
class AgreementWrong(DomainError):
    """The agreement says something that law or a scheme does not allow. The findings name their fields."""

    findings: tuple[object, ...]


class PositionsFilled(DomainError):
    """All the place's positions are taken by others."""


class OnlyForCandidate(DomainError):
    """Approving in somebody's place is for the counsellor, in the candidate's place only."""
