"""What stops an agreement, a start, a talk or an ending."""

from dataclasses import dataclass
from datetime import date

from ground.errors import DomainError, EditedMeanwhile
from ground.findings import Finding


@dataclass
class StartBlocked(DomainError):
    """Something that the law or the scheme asks for before the start is missing."""

    findings: tuple[Finding, ...]


class ApprovalOutOfTurn(DomainError):
    """The counsellor approves last, when the employer and the candidate have."""


class AgreementChanged(EditedMeanwhile):
    """The text that somebody approves is another than the one that they read."""


class AgreementClosed(DomainError):
    """The agreement is running or over, and its text stands."""


class StartNotYet(DomainError):
    """A start is confirmed on the day it happens or later, never ahead."""


@dataclass
class StartIsShown(DomainError):
    """A talk has confirmed that the person was there so long after the start that it cannot have been a mistake."""

    day: date


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

    findings: tuple[Finding, ...]


class PositionsFilled(DomainError):
    """All the place's positions are taken by others."""


class OnlyForCandidate(DomainError):
    """Approving in somebody's place is for the counsellor, in the candidate's place only."""
