"""What Plass asks of Enhetsregisteret, and the values it answers with. The adapter lives in app/adapters."""

from dataclasses import dataclass
from typing import Protocol

from register.organisations.types import RefusalReason, Sector, Trouble


@dataclass(frozen=True)
class RegisteredAddress:
    """An address as the register gives it; any part may be missing. `country` is named only where it is not Norway."""

    street: str | None = None
    postcode: str | None = None
    town: str | None = None
    municipality_number: str | None = None
    country: str | None = None

    @property
    def takes_letters(self) -> bool:
        """Whether enough is known for a letter to arrive: a town, or abroad, where lines are free, a street."""
        return bool(self.town or (self.country and self.street))


@dataclass(frozen=True)
class RegisteredWorkplace:
    """An underenhet; the address is where it lies."""

    orgnr: str
    name: str
    address: RegisteredAddress


@dataclass(frozen=True)
class RegisteredUnit:
    """A legal entity with its workplaces. `employees` is None where the register withholds it (fewer than five).

    `address` is where it lies (the business address), `postal` where it has its mail, None where that is not known.
    Where an underenhet could not be read, `all_workplaces` is False: what is missing from `workplaces` may still exist.
    """

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
    postal: RegisteredAddress | None = None
    all_workplaces: bool = True


@dataclass(frozen=True)
class Refused:
    """The answer is no, from the register or before it was asked. An underenhet comes with the number above it."""

    reason: RefusalReason
    name: str | None = None
    parent_orgnr: str | None = None


@dataclass(frozen=True)
class NoAnswer:
    """Nothing that can be trusted was answered, and why; ask again later. What was known before stays."""

    trouble: Trouble


RegisterAnswer = RegisteredUnit | Refused | NoAnswer


def is_synthetic(orgnr: str) -> bool:
    """Whether a number is of the test population of Skatteetaten (Tenor): those begin with 2 or 3."""
    return orgnr[:1] in ("2", "3")


class BusinessRegister(Protocol):
    """Enhetsregisteret, or something that answers like it."""

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity. Never raises for what the network or the register does."""
        ...
