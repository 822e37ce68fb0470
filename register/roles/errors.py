"""Why a role cannot be given or taken."""

from dataclasses import dataclass
from datetime import datetime

from ground.errors import DomainError


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
