"""What Plass asks of Enhetsregisteret, and the values it answers with. The adapter lives in app/adapters."""

from dataclasses import dataclass
from typing import Protocol

from register.organisations.types import Listed, RefusalReason, Sector, Trouble


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
    """A legal entity, or a part of a public one (ledd). `employees` is None where the register withholds it.

    `address` is where it lies (the business address), `postal` where it has its mail, None where that is not known.
    `parent_orgnr` is what a ledd belongs to; a legal entity has none.
    """

    orgnr: str
    name: str
    form_code: str | None
    sector: Sector
    industry_code: str | None
    industry_name: str | None
    employees: int | None
    address: RegisteredAddress
    form_name: str | None = None
    postal: RegisteredAddress | None = None
    parent_orgnr: str | None = None


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


@dataclass(frozen=True)
class RegisteredBranch:
    """A part of a public body's organisation (ledd), as a list names it."""

    orgnr: str
    name: str


@dataclass(frozen=True)
class PageBelow:
    """One page of what lies right below a unit, of how many pages.

    Where something on it could not be read, `whole` is False: what is missing may still exist.
    """

    branches: tuple[RegisteredBranch, ...] = ()
    workplaces: tuple[RegisteredWorkplace, ...] = ()
    pages: int = 1
    whole: bool = True


RegisterAnswer = RegisteredUnit | Refused | NoAnswer


def is_synthetic(orgnr: str) -> bool:
    """Whether a number is of the test population of Skatteetaten (Tenor): those begin with 2 or 3."""
    return orgnr[:1] in ("2", "3")


MOST_LEVELS = 8


class BusinessRegister(Protocol):
    """Enhetsregisteret, or something that answers like it."""

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity or ledd. Never raises for what the network or the register does."""
        ...

    def page_below(self, orgnr: str, listed: Listed, page: int) -> PageBelow | NoAnswer:
        """One page (from 0) of what lies right below a unit. Never raises either."""
        ...


def legal_entity_above(register: BusinessRegister, branch: RegisteredUnit) -> RegisteredUnit | None:
    """The legal entity that a ledd belongs to, asked for level by level; None when it cannot be found out now."""
    unit, met = branch, {branch.orgnr}
    while unit.parent_orgnr is not None and unit.parent_orgnr not in met and len(met) <= MOST_LEVELS:
        met.add(unit.parent_orgnr)
        answer = register.look_up(unit.parent_orgnr)
        if not isinstance(answer, RegisteredUnit):
            return None
        unit = answer
    return unit if unit.parent_orgnr is None and unit is not branch else None
