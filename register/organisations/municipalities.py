"""The 21 municipalities of Akershus: names, neighbours and the NAV office that serves each."""

from functools import cache
from pathlib import Path

from ground.reading import read_values
from ground.values import Frozen


class Municipality(Frozen):
    """One municipality; `nav_office` is the number of the NAV office that serves it (law-and-facts.md 5.1)."""

    number: str
    name: str
    area: str
    nav_office: str
    nav_office_name: str
    nav_region: str
    population: int
    neighbours: tuple[str, ...]


class County(Frozen):
    """The county itself."""

    number: str
    name: str


class _CountyFile(Frozen):
    county: County
    municipalities: tuple[Municipality, ...]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities of the county, in order of number."""
    return read_values(Path(__file__).with_name("akershus.json"), _CountyFile).municipalities


@cache
def _by_number() -> dict[str, Municipality]:
    return {municipality.number: municipality for municipality in municipalities()}


def municipality_name(number: str | None) -> str:
    """The name of a municipality of Akershus, or an empty string for one outside it or unknown."""
    found = _by_number().get(number or "")
    return found.name if found else ""


def is_in_akershus(number: str | None) -> bool:
    """Whether a municipality number belongs to the county."""
    return number in _by_number()


def are_neighbours(one: str, other: str) -> bool:
    """Whether two municipalities of the county touch each other."""
    found = _by_number().get(one)
    return found is not None and other in found.neighbours


municipalities()  # read when the house is opened, so that a mistake in the file stops the start
