"""Loads NAV's labour-market schemes with their dates and limits: `nav_schemes()`."""

from datetime import date
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from matching.data.reading import DataModel, Names, read_yaml
from matching.types import OpeningKind


class Length(DataModel):
    """How long a scheme may last: so many months or so many weeks."""

    months: int | None = Field(default=None, gt=0)
    weeks: int | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _is_one_of_them(self) -> Self:
        if (self.months is None) == (self.weeks is None):
            raise ValueError("a length is in months or in weeks")
        return self


class StartWindow(DataModel):
    """The part of every year in which the scheme may start, both days included."""

    from_month: int
    from_day: int
    until_month: int
    until_day: int

    def holds(self, day: date) -> bool:
        """Is the day inside the window?"""
        first, last = (self.from_month, self.from_day), (self.until_month, self.until_day)
        return first <= (day.month, day.day) <= last


class NavScheme(DataModel):
    """One scheme; where a limit is missing there is none, or it is judged by NAV."""

    code: str
    names: Names
    kinds: frozenset[OpeningKind]
    starts_from: date | None = None
    last_start: date | None = None
    last_end: date | None = None
    ends_within: Length | None = None
    ends_within_by_kind: dict[OpeningKind, Length] = {}
    start_window: StartWindow | None = None
    max_age_at_start: int | None = None
    max_age_at_end: int | None = None
    rates: tuple[int, ...] = ()
    certain: bool = True

    def can_start(self, day: date) -> bool:
        """Is the scheme open for a start on this day?"""
        return (
            (self.starts_from is None or day >= self.starts_from)
            and (self.last_start is None or day <= self.last_start)
            and (self.start_window is None or self.start_window.holds(day))
        )

    def length_for(self, kind: OpeningKind) -> Length | None:
        """The longest it may last for a place of this kind."""
        return self.ends_within_by_kind.get(kind, self.ends_within)


class NavSchemes(DataModel):
    """All schemes, and the age from which anyone can take part."""

    version: str
    common_min_age: int
    schemes: tuple[NavScheme, ...]

    @model_validator(mode="after")
    def _codes_are_unique(self) -> Self:
        codes = [scheme.code for scheme in self.schemes]
        if len(codes) != len(set(codes)):
            raise ValueError("a scheme stands twice")
        return self

    def get(self, code: str) -> NavScheme | None:
        """The scheme with this code."""
        return next((scheme for scheme in self.schemes if scheme.code == code), None)

    def open_for(self, kind: OpeningKind, on: date) -> tuple[NavScheme, ...]:
        """The schemes that a placement of this kind, starting on this day, can use."""
        return tuple(scheme for scheme in self.schemes if kind in scheme.kinds and scheme.can_start(on))


@cache
def nav_schemes() -> NavSchemes:
    """The schemes in the data file."""
    return read_yaml("nav_schemes.yaml", NavSchemes)
