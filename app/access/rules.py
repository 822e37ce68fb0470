"""What stands in an access list: who may use an endpoint, how they are related to what it shows, and what for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from app.access.principal import Principal
from ground.errors import DomainError, existing
from register.roles.types import Role

Arguments = Mapping[str, Any]
# Raises NotFound when the thing in the address is missing or not related to the one who asks.
Relation = Callable[[Session, Principal, Arguments], None]


class SignInNeeded(DomainError):
    """Nobody is signed in, and the page is not for everyone."""


class Forbidden(DomainError):
    """The person is related to the thing, but their role does not reach this far."""


class Scope(StrEnum):
    """Where the role must be held."""

    EVERYONE = "everyone"
    SIGNED_IN = "signed_in"
    ORGANISATION = "organisation"  # in the organisation whose number stands in the address
    ANYWHERE = "anywhere"  # the role as such; the relation narrows it


@dataclass(frozen=True)
class Access:
    """One line of an access list."""

    scope: Scope
    purpose: str
    roles: frozenset[Role] = frozenset()
    relation: Relation | None = None
    logs_read: bool = False

    def check(self, session: Session, principal: Principal | None, arguments: Arguments) -> None:
        """Raise SignInNeeded, NotFound or Forbidden, or let the request pass."""
        if self.scope is Scope.EVERYONE:
            return
        if principal is None:
            raise SignInNeeded
        if self.scope is Scope.ORGANISATION:
            role = existing(principal.role_in_organisation(str(arguments["orgnr"])))
            self._relate(session, principal, arguments)
            if role not in self.roles:
                raise Forbidden
            return
        if not self.admits(principal):
            raise Forbidden
        self._relate(session, principal, arguments)

    def admits(self, principal: Principal | None) -> bool:
        """Whether the person's roles could reach this page at all, whatever the address holds."""
        if self.scope is Scope.EVERYONE:
            return True
        if principal is None:
            return False
        return self.scope is Scope.SIGNED_IN or bool(self.roles & principal.roles)

    def _relate(self, session: Session, principal: Principal, arguments: Arguments) -> None:
        if self.relation is not None:
            self.relation(session, principal, arguments)


def everyone(purpose: str) -> Access:
    """A page for anyone, signed in or not."""
    return Access(Scope.EVERYONE, purpose)


def signed_in(purpose: str, *, relation: Relation | None = None) -> Access:
    """A page for any signed-in person."""
    return Access(Scope.SIGNED_IN, purpose, relation=relation)


def in_organisation(*roles: Role, purpose: str, relation: Relation | None = None, logs_read: bool = False) -> Access:
    """A page under an employer's address, for these roles in that organisation (none given: leader and employee)."""
    held = frozenset(roles or (Role.LEADER, Role.EMPLOYEE))
    return Access(Scope.ORGANISATION, purpose, held, relation=relation, logs_read=logs_read)


def with_role(*roles: Role, purpose: str, relation: Relation | None = None, logs_read: bool = False) -> Access:
    """A page for these roles; the relation ties them to the thing in the address."""
    return Access(Scope.ANYWHERE, purpose, frozenset(roles), relation=relation, logs_read=logs_read)
