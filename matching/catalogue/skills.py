"""Loads the controlled list of skills: `skills()`, and what one skill includes or rules out."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from ground.reading import read_values
from ground.texts import Translated
from ground.values import Frozen
from matching.catalogue.choices import SkillGroup


class Skill(Frozen):
    """One thing that a person can do or hold. What few skills have may be left out of the file; the ages may not."""

    code: str = Field(pattern=r"^[a-z0-9_]+$")
    group: SkillGroup
    names: Translated
    min_age: int | None
    training_from_age: int | None
    valid_years: int | None = None
    learnable: bool = True
    includes: tuple[str, ...] = ()
    scale: str | None = None
    level: int | None = None


class _File(Frozen):
    version: str
    skills: tuple[Skill, ...]

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        codes = [skill.code for skill in self.skills]
        if len(codes) != len(set(codes)):
            raise ValueError("a skill stands twice")
        for skill in self.skills:
            if not set(skill.includes) <= set(codes):
                raise ValueError(f"{skill.code} includes a skill that does not exist")
            if (skill.scale is None) != (skill.level is None):
                raise ValueError(f"{skill.code}: scale and level belong together")
        return self


@cache
def skills() -> dict[str, Skill]:
    """Every skill by its code, grouped as in the file."""
    return {skill.code: skill for skill in read_values(Path(__file__).with_suffix(".yaml"), _File).skills}


def with_included(codes: Iterable[str]) -> frozenset[str]:
    """The given skills and all that follow from them: a car licence covers a moped, B1 covers A2."""
    known, found, waiting = skills(), set[str](), list(codes)
    while waiting:
        code = waiting.pop()
        if code in found:
            continue
        found.add(code)
        if skill := known.get(code):
            waiting.extend(skill.includes)
            waiting.extend(_lower_levels(skill))
    return frozenset(found)


def ruled_out_by(codes: Iterable[str]) -> frozenset[str]:
    """Higher levels of a scale on which the person has named a level: who says A2 has not B1."""
    held = with_included(codes)
    scales = {skill.scale for code in held if (skill := skills().get(code)) and skill.scale}
    return frozenset(one.code for one in skills().values() if one.scale in scales and one.code not in held)


def _lower_levels(skill: Skill) -> list[str]:
    """The levels below this one on its scale, if it stands on one."""
    if skill.scale is None or skill.level is None:
        return []
    return [one.code for one in skills().values() if one.scale == skill.scale and (one.level or 0) < skill.level]


skills()  # read when the house is opened, so that a mistake in the file stops the start
