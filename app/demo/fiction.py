"""Reads the demo's data files and checks them."""

from dataclasses import dataclass, replace
from datetime import time
from functools import cache
from itertools import count
from pathlib import Path

from ground.reading import read_values
from ground.values import Frozen
from matching.catalogue.choices import Adaptation, PoliceCertificateBasis, Weekday
from matching.catalogue.kinds import OpeningKind
from register.organisations.business_register import (
    RegisteredAddress,
    RegisteredBranch,
    RegisteredUnit,
    RegisteredWorkplace,
)
from register.organisations.municipalities import municipality_name
from register.organisations.types import RefusalReason, Sector

WEEKDAYS = {day.value[:3]: day for day in Weekday}
CONTROL_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
DATA = Path(__file__).with_name("data")


class Employer(Frozen):
    """A fictional employer; `case` says how far its certification has come. What few have may be left out."""

    name: str
    form: str
    sector: Sector
    industry: tuple[str, str]
    employees: int | None
    municipality: str
    workplaces: tuple[str, ...]
    offers: tuple[str, ...] = ()
    case: str | None = None
    belongs_to_county: bool = False
    refusal: RefusalReason | None = None


class Part(Frozen):
    """A part of the fictional municipality: itself, a ledd, or a ledd of a ledd; what it has not may be left out."""

    name: str
    workplaces: tuple[str, ...] = ()
    parts: tuple["Part", ...] = ()


class Template(Frozen):
    """What a place of this sort says; `police` may be left out."""

    title: str
    styrk: str
    summary: str
    tasks: tuple[str, ...]
    must: tuple[str, ...]
    learn: tuple[str, ...]
    shifts: tuple[tuple[str, ...], str, str, int]
    adaptations: frozenset[Adaptation]
    kinds: tuple[OpeningKind, ...]
    pay: str
    police: PoliceCertificateBasis | None = None

    @property
    def hours(self) -> tuple[time, time]:
        """From and to, each day."""
        return time.fromisoformat(self.shifts[1]), time.fromisoformat(self.shifts[2])


class Names(Frozen):
    """Fictional names."""

    candidates: tuple[str, ...]
    leaders: tuple[str, ...]
    counsellors: tuple[str, ...]
    office_leaders: tuple[str, ...]
    proposed_certifier: str
    certifiers: tuple[str, ...]
    council: tuple[str, ...]


class _Employers(Frozen):
    employers: tuple[Employer, ...]
    unregistered: tuple[Employer, ...]
    municipality: Part


class _Openings(Frozen):
    templates: dict[str, Template]


@cache
def _employers() -> _Employers:
    return read_values(DATA / "employers.yaml", _Employers)


def employers() -> tuple[Employer, ...]:
    """The employers of the demo."""
    return _employers().employers


def unregistered() -> tuple[Employer, ...]:
    """Units that the demo's register knows and nobody has registered."""
    return _employers().unregistered


@cache
def templates() -> dict[str, Template]:
    """The sorts of places."""
    return read_values(DATA / "openings.yaml", _Openings).templates


@cache
def names() -> Names:
    """The names of people."""
    return read_values(DATA / "people.yaml", Names)


def synthetic_number(index: int) -> str:
    """A nine-digit number with a right control digit from the series 310 …, which no real unit has."""
    for eight in range(31_000_000 + index * 10, 31_000_000 + index * 10 + 10):
        total = sum(int(digit) * weight for digit, weight in zip(str(eight), CONTROL_WEIGHTS, strict=True))
        control = -total % 11
        if control < 10:  # 10 is no digit: the number does not exist
            return f"{eight}{control}"
    raise ValueError(index)


@cache
def numbered_units() -> dict[str, tuple[Employer, RegisteredUnit]]:
    """Every fictional unit by its synthetic number, as the register would describe it."""
    known = {}
    for index, employer in enumerate((*employers(), *unregistered())):
        orgnr = synthetic_number(index * 10)
        known[orgnr] = (employer, _unit(employer, orgnr, index))
    return known


def unregistered_units() -> list[RegisteredUnit]:
    """The fictional units that nobody has registered."""
    return [unit for employer, unit in numbered_units().values() if employer in unregistered()]


def _unit(employer: Employer, orgnr: str, index: int) -> RegisteredUnit:
    return RegisteredUnit(
        orgnr=orgnr,
        name=employer.name,
        form_code=employer.form,
        sector=employer.sector,
        industry_code=employer.industry[0],
        industry_name=employer.industry[1],
        employees=employer.employees,
        address=_address(employer, index),
    )


def _address(employer: Employer, index: int) -> RegisteredAddress:
    town = municipality_name(employer.municipality)
    return RegisteredAddress(f"Eksempelveien {index + 1}", f"{1300 + index * 17}", town, employer.municipality)


@cache
def workplaces_below(orgnr: str) -> tuple[RegisteredWorkplace, ...]:
    """The underenheter right below a fictional unit."""
    index = list(numbered_units()).index(orgnr)
    employer, unit = numbered_units()[orgnr]
    return tuple(
        RegisteredWorkplace(synthetic_number(index * 10 + number), name, unit.address)
        for number, name in enumerate(employer.workplaces, start=1)
    )


@dataclass(frozen=True)
class Known:
    """A fictional unit of the municipality, as the register knows it, with what lies right below it."""

    unit: RegisteredUnit
    parts: tuple[RegisteredBranch, ...]
    workplaces: tuple[RegisteredWorkplace, ...]


FIRST_NUMBER_OF_THE_MUNICIPALITY = 50_000
LIES_IN = RegisteredAddress("Rådhusplassen 1", "2040", "Kløfta", "3209")


@cache
def municipality() -> dict[str, Known]:
    """The fictional municipality with all its ledd, by their synthetic numbers, given in order; itself first."""
    known: dict[str, Known] = {}
    numbers = map(synthetic_number, count(FIRST_NUMBER_OF_THE_MUNICIPALITY))

    def add(part: Part, parent: str | None) -> RegisteredBranch:
        orgnr = next(numbers)
        known[orgnr] = placeholder = Known(_part(part, orgnr, parent), (), ())
        workplaces = tuple(RegisteredWorkplace(next(numbers), name, LIES_IN) for name in part.workplaces)
        parts = tuple(add(one, orgnr) for one in part.parts)
        known[orgnr] = replace(placeholder, parts=parts, workplaces=workplaces)
        return RegisteredBranch(orgnr, part.name)

    add(_employers().municipality, None)
    return known


def _part(part: Part, orgnr: str, parent: str | None) -> RegisteredUnit:
    return RegisteredUnit(
        orgnr=orgnr,
        name=part.name,
        form_code="ORGL" if parent else "KOMM",
        form_name="Organisasjonsledd" if parent else "Kommune",
        sector=Sector.PUBLIC,
        industry_code="84.110",
        industry_name="Generell offentlig administrasjon",
        employees=None,
        address=LIES_IN,
        parent_orgnr=parent,
    )


# Read when the house is opened, so that a mistake in a file stops the start.
employers()
templates()
names()
