"""Loads the entry-level occupations (STYRK-08) and their areas of work: `occupations()`."""

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from ground.reading import read_values
from ground.texts import Translated
from ground.values import Frozen
from matching.catalogue.choices import InterestArea


class Occupation(Frozen):
    """One STYRK-08 code, with its names and its area of work."""

    code: str = Field(pattern=r"^\d{4}$")
    area: InterestArea
    names: Translated


class _File(Frozen):
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
    return {one.code: one for one in read_values(Path(__file__).with_suffix(".yaml"), _File).occupations}


def area_of(code: str) -> InterestArea | None:
    """The area of work of an occupation, or None for a code that is not on the list."""
    occupation = occupations().get(code)
    return occupation.area if occupation else None


occupations()  # read when the house is opened, so that a mistake in the file stops the start
