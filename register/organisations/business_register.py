"""What Plass asks of Enhetsregisteret, and the values it answers with. The adapter lives in app/adapters."""

from dataclasses import dataclass
from typing import Protocol

from register.organisations.types import RefusalReason, Sector


@dataclass(frozen=True)
class RegisteredAddress:
    """An address as the register gives it; any part may be missing."""

    street: str | None = None
    postcode: str | None = None
    town: str | None = None
    municipality_number: str | None = None


@dataclass(frozen=True)
class RegisteredWorkplace:
    """An underenhet."""

    orgnr: str
    name: str
    address: RegisteredAddress


@dataclass(frozen=True)
class RegisteredUnit:
    """A legal entity with its workplaces. `employees` is None where the register withholds it (fewer than five)."""

    orgnr: str
    name: str
    form_code: str | None
    sector: Sector
    industry_code: str | None
    industry_name: str | None
    employees: int | None
    address: RegisteredAddress
    workplaces: tuple[RegisteredWorkplace, ...]
    form_name: str | None = None


@dataclass(frozen=True)
class Refused:
    """The register answered no. An underenhet comes with the number of its legal entity."""

    reason: RefusalReason
    name: str | None = None
    parent_orgnr: str | None = None


@dataclass(frozen=True)
class Unreachable:
    """The register did not answer; ask again later."""


RegisterAnswer = RegisteredUnit | Refused | Unreachable


class BusinessRegister(Protocol):
    """Enhetsregisteret, or something that answers like it."""

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity. Never raises for what the network or the register does."""
        ...
