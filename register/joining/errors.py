"""Why somebody cannot join: the unit, the code or the address does not do."""

from dataclasses import dataclass

from ground.errors import DomainError
from register.organisations.types import RefusalReason
from register.roles.errors import AlreadyHasRole


class AlreadyRegistered(DomainError):
    """The organisation is in Plass already; the person must be invited by a colleague there."""


@dataclass
class RegistrationRefused(DomainError):
    """Enhetsregisteret says that the unit cannot take part."""

    reason: RefusalReason


class NotVerified(DomainError):
    """What binds the employer waits until Enhetsregisteret has confirmed it."""


class CodeWrong(DomainError):
    """The posted code does not fit, or has run out; how it was wrong is not told."""


@dataclass
class TooManyAttempts(DomainError):
    """The code has been tried too often and is dead."""

    attempts: int


class NotWaitingForAuthority(DomainError):
    """There is no open request for authority to answer."""


class AlreadyLeader(AlreadyHasRole):
    """The person is leader there already, and has nothing to ask for."""


class AddressMissing(DomainError):
    """Enhetsregisteret has no address that a letter could go to."""


class AlreadyColleague(DomainError):
    """The person has a role in the organisation; it is changed, not given anew."""
