"""Why somebody cannot join: the unit, the code or the address does not do."""

from dataclasses import dataclass

from ground.errors import DomainError
from register.organisations.types import RefusalReason
from register.roles.errors import AlreadyHasRole


@dataclass
class AlreadyRegistered(DomainError):
    """The organisation is in Plass already; the person may ask to be let in."""

    orgnr: str


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


@dataclass
class AskedTooOften(DomainError):
    """A person has asked for access as often as one may in so many days: in one at any employer, in more at this."""

    times: int
    days: int


class AccessAnswered(DomainError):
    """A request for access is answered or taken back already, or is not for the one who answers."""


class AskersOwn(DomainError):
    """Nobody answers their own request."""


class SecondYesNeeded(DomainError):
    """The person has said yes already; another must agree."""


class AlreadyInvited(DomainError):
    """The address is invited there already and has not answered."""


class InvitationOver(DomainError):
    """The invitation is answered, taken back or too old, or whoever sent it is no longer leader."""
