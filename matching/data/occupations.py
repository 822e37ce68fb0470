"""Loads the entry-level occupations (STYRK-08) and their areas of work: `occupations()`."""

from functools import cache
from typing import Self

from pydantic import Field, model_validator

from matching.data.reading import DataModel, Names, read_yaml
from matching.types import InterestArea


class Occupation(DataModel):
    """One STYRK-08 code, with its names and its area of work."""

    code: str = Field(pattern=r"^\d{4}$")
    area: InterestArea
    names: Names


class _File(DataModel):
    version: str
    occupations: tuple[Occupation, ...]

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        codes = [occupation.code for occupation in self.occupations]
        if len(codes) != len(set(codes)):
            raise ValueError("an occupation stands twice")
        if {occupation.area for occupation in self.occupations} != set(InterestArea):
            raise ValueError("every area of work needs an occupation")
        return self


@cache
def occupations() -> dict[str, Occupation]:
    """Every occupation by its code, grouped by area as in the file."""
    return {one.code: one for one in read_yaml("occupations.yaml", _File).occupations}


def area_of(code: str) -> InterestArea | None:
    """The area of work of an occupation, or None for a code that is not on the list."""
    occupation = occupations().get(code)
    return occupation.area if occupation else None
