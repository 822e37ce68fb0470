"""Who may use a page, how they are related to what it shows, and what for: said at its route."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.principal import Principal
from ground.errors import DomainError, existing
from register.roles.types import Role

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
"""How a page is asked for that changes nothing."""
Arguments = Mapping[str, Any]
Finder = Callable[[Session, Principal, Arguments], Any]


@dataclass(frozen=True)
class Relation:
    """What ties the thing in an address to the one who asks. It finds the thing, so that access and fetch are one act.

    `find` raises NotFound when the thing is missing or not related to the one who asks. A page takes it by its name;
    a relation with several names finds as many things, in the same order.
    """

    names: tuple[str, ...]
    find: Finder

    def found(self, session: Session, principal: Principal, arguments: Arguments) -> dict[str, Any]:
        """What was found, by name. Raises NotFound."""
        found = self.find(session, principal, arguments)
        return dict(zip(self.names, found if len(self.names) > 1 else (found,), strict=True))


def relation(*names: str) -> Callable[[Finder], Relation]:
    """Make a relation of the function below; a page takes what it returns by these names."""
    return lambda find: Relation(names, find)


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
    """Who may use a page: the `access=` of its route."""

    scope: Scope
    purpose: str
    roles: frozenset[Role] = frozenset()
    relation: Relation | None = None
    logs_read: bool = False

    @property
    def finds(self) -> frozenset[str]:
        """What a page may take besides the values of its address."""
        own = {"organisation"} if self.scope is Scope.ORGANISATION else set()
        return frozenset(own.union(self.relation.names if self.relation else ()))

    def find(self, session: Session, principal: Principal | None, arguments: Arguments) -> dict[str, Any]:
        """Let the request pass with what it is about, or raise SignInNeeded, NotFound or Forbidden."""
        if self.scope is Scope.EVERYONE:
            return {}
        if principal is None:
            raise SignInNeeded
        if self.scope is Scope.ORGANISATION:
            grant = existing(principal.grant_in_organisation(str(arguments["orgnr"])))
            found = {"organisation": grant.organisation, **self._related(session, principal, arguments)}
            if grant.role not in self.roles:
                raise Forbidden
            return found
        if not self.admits(principal):
            raise Forbidden
        return self._related(session, principal, arguments)

    def admits(self, principal: Principal | None) -> bool:
        """Whether the person's roles could reach this page at all, whatever the address holds."""
        if self.scope is Scope.EVERYONE:
            return True
        if principal is None:
            return False
        return self.scope is Scope.SIGNED_IN or bool(self.roles & principal.roles)

    def _related(self, session: Session, principal: Principal, arguments: Arguments) -> dict[str, Any]:
        return self.relation.found(session, principal, arguments) if self.relation else {}


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
