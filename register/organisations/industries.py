"""The sections A to U of the standard of industries (SN2007), in three languages, and which of them a code is in."""

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from ground.reading import read_values
from ground.texts import Translated
from ground.values import Frozen


class Section(Frozen):
    """One section: its letter, the first and the last of its divisions, its names."""

    code: str = Field(pattern=r"^[A-U]$")
    divisions: tuple[int, int]
    names: Translated


class _File(Frozen):
    version: str
    sections: tuple[Section, ...]

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if "".join(one.code for one in self.sections) != "ABCDEFGHIJKLMNOPQRSTU":
            raise ValueError("the sections are A to U, each once and in order")
        bounds = [bound for one in self.sections for bound in one.divisions]
        if bounds != sorted(bounds) or any(
            one.divisions[1] >= following.divisions[0]
            for one, following in zip(self.sections, self.sections[1:], strict=False)
        ):
            raise ValueError("no division is in two sections")
        return self


@cache
def sections() -> tuple[Section, ...]:
    """All sections in order."""
    return read_values(Path(__file__).with_suffix(".yaml"), _File).sections


def section_of(industry_code: str | None) -> Section | None:
    """The section of a code such as «56.110», or None for a code that is missing or in none of them."""
    division = (industry_code or "").partition(".")[0]
    if not division.isdecimal():
        return None
    return next((one for one in sections() if one.divisions[0] <= int(division) <= one.divisions[1]), None)


sections()  # read when the house is opened, so that a mistake in the file stops the start
