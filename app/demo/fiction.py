"""Reads the demo's data files and checks them."""

from datetime import time
from functools import cache
from pathlib import Path

from ground.reading import read_values
from ground.values import Frozen
from matching.catalogue.choices import Adaptation, PoliceCertificateBasis, Weekday
from matching.catalogue.kinds import OpeningKind
from register.organisations.business_register import RegisteredAddress, RegisteredUnit, RegisteredWorkplace
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
    certifiers: tuple[str, ...]
    council: tuple[str, ...]


class _Employers(Frozen):
    employers: tuple[Employer, ...]
    unregistered: tuple[Employer, ...]


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


def _unit(employer: Employer, orgnr: str, index: int) -> RegisteredUnit:
    town = municipality_name(employer.municipality)
    address = RegisteredAddress(f"Eksempelveien {index + 1}", f"{1300 + index * 17}", town, employer.municipality)
    return RegisteredUnit(
        orgnr=orgnr,
        name=employer.name,
        form_code=employer.form,
        sector=employer.sector,
        industry_code=employer.industry[0],
        industry_name=employer.industry[1],
        employees=employer.employees,
        address=address,
        workplaces=tuple(
            RegisteredWorkplace(synthetic_number(index * 10 + number), name, address)
            for number, name in enumerate(employer.workplaces, start=1)
        ),
    )


# Read when the house is opened, so that a mistake in a file stops the start.
employers()
templates()
names()
