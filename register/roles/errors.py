"""Why a role cannot be given or taken."""

from dataclasses import dataclass
from datetime import datetime

from ground.errors import DomainError
from register.roles.types import Role, RoleProposalState


class LastLeader(DomainError):
    """An organisation with a leader must keep one."""


class LastAdministrator(DomainError):
    """Plass must keep one administrator."""


class RoleScopeWrong(DomainError):
    """The role needs an organisation or an office, or must not have one."""


@dataclass
class AlreadyHasRole(DomainError):
    """The person holds this role already."""

    since: datetime


@dataclass
class Excluded(DomainError):
    """Nobody holds both of these roles: one table says which (`register.roles.exclusions`)."""

    held: Role
    wanted: Role


class NotForOneself(DomainError):
    """Nobody proposes, confirms, offers or grants anything for themself."""


class NotTheirsToGive(DomainError):
    """The one who acts does not hold the role that gives this role, or not at this office."""


class OfficeHasLeader(DomainError):
    """The county gives nothing at an office that has a leader."""


class GiverIsGone(DomainError):
    """Somebody who proposed or confirmed it may no longer give it."""


class UserIsClosed(DomainError):
    """A closed user is opened first."""


class UserIsOpen(DomainError):
    """There is nothing to open."""


class AlreadyProposed(DomainError):
    """The same is proposed to the same person, and waits for an answer."""


@dataclass
class ProposalAnswered(DomainError):
    """It waits no longer for this answer: somebody was there first, or its time was over."""

    state: RoleProposalState
