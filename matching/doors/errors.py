"""Why a young person does not come in."""

from dataclasses import dataclass
from datetime import datetime

from ground.errors import DomainError
from matching.doors.types import PinFlaw


class CodeUnusable(DomainError):
    """A code from the counsellor that is unknown, used, replaced, too old or tried too often; which is not told."""


class DoorClosed(DomainError):
    """What is held opens nothing any more: it has run out, was closed, or the PIN was wrong too often."""


@dataclass
class PinWrong(DomainError):
    """The PIN is not the right one."""

    tries_left: int


class PinNotRight(DomainError):
    """The PIN that was asked for once more, behind the door, is not the right one."""


@dataclass
class BirthDateWrong(DomainError):
    """The birth date is not the one that the counsellor has written down."""

    tries_left: int


@dataclass
class PinTooEasy(DomainError):
    """These digits cannot be a PIN."""

    flaw: PinFlaw


class NoPinYet(DomainError):
    """No PIN is chosen yet, and it is chosen with a code from the counsellor."""


@dataclass
class ResetWaits(DomainError):
    """With a code alone a new PIN is chosen a day after it was asked for."""

    ready_at: datetime


class TwoDoorsNeeded(DomainError):
    """A new PIN at once needs two things that are held, of different kinds."""


class NobodyCalls(DomainError):
    """One who wants to be deleted stands on no counsellor's desk: they call the office themself."""


class DoorTooNew(DomainError):
    """What cannot be undone is not done by a door that was made less than a day ago."""
