"""What can go wrong in the register, each as a small class whose attributes hold the values."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from certification.register.types import RefusalReason

T = TypeVar("T")


class DomainError(Exception):
    """Something the rules do not allow; the web turns it into a status and a sentence."""


class NotFound(DomainError):
    """There is no such thing, or it is not for the one who asks: the two must look the same."""


def existing(found: T | None) -> T:
    """What was found. Raises NotFound when there is nothing."""
    if found is None:
        raise NotFound
    return found


class EditedMeanwhile(DomainError):
    """Somebody else saved the same thing after this person opened it."""


class InvalidOrganisationNumber(DomainError):
    """The control digit of the organisation number does not fit."""


class AlreadyRegistered(DomainError):
    """The organisation is in Plass already; the person must be invited by a colleague there."""


@dataclass
class RegistrationRefused(DomainError):
    """Enhetsregisteret says that the unit cannot take part."""

    reason: RefusalReason


class NotVerified(DomainError):
    """What binds the employer waits until Enhetsregisteret has confirmed it."""


class LinkUnusable(DomainError):
    """A sign-in link that was used, has run out, or was asked for in another browser."""


class LinkFromOtherBrowser(LinkUnusable):
    """The link is good, but was asked for in another browser."""


class CodeWrong(DomainError):
    """The posted code does not fit, or has run out; how it was wrong is not told."""


@dataclass
class TooManyAttempts(DomainError):
    """The code has been tried too often and is dead."""

    attempts: int


class NotWaitingForAuthority(DomainError):
    """There is no open request for authority to answer."""


class AddressMissing(DomainError):
    """Enhetsregisteret has no address that a letter could go to."""


class ReasonMissing(DomainError):
    """An act that is logged with a reason was tried without one."""


class LastLeader(DomainError):
    """An organisation with a leader must keep one."""


class LastAdministrator(DomainError):
    """Plass must keep one administrator."""


class OfficeNumberTaken(DomainError):
    """Another NAV office has this number."""


class RoleScopeWrong(DomainError):
    """The role needs an organisation or an office, or must not have one."""


class AlreadyColleague(DomainError):
    """The person has a role in the organisation; it is changed, not given anew."""


@dataclass
class AlreadyHasRole(DomainError):
    """The person holds this role already."""

    since: datetime
