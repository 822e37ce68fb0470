"""Loads the legal lower ages of tasks: `age_gates()`."""

from functools import cache
from typing import Self

from pydantic import Field, model_validator

from matching.data.reading import DataModel, Names, read_yaml
from matching.types import OpeningKind


class AgeGate(DataModel):
    """One task that the law reserves for people from a certain age."""

    code: str
    min_age: int = Field(ge=13, le=24)
    training_from_age: int | None = None
    training_kinds: frozenset[OpeningKind] = frozenset()
    supervised_by: int | None = None
    source: str
    names: Names

    @model_validator(mode="after")
    def _training_is_complete(self) -> Self:
        if (self.training_from_age is None) != (not self.training_kinds):
            raise ValueError(f"{self.code}: training_from_age and training_kinds belong together")
        return self


class _File(DataModel):
    version: str
    gates: tuple[AgeGate, ...]

    @model_validator(mode="after")
    def _codes_are_unique(self) -> Self:
        codes = [gate.code for gate in self.gates]
        if len(codes) != len(set(codes)):
            raise ValueError("a gate stands twice")
        return self


@cache
def age_gates() -> dict[str, AgeGate]:
    """Every gate by its code, in the order of the file."""
    return {gate.code: gate for gate in read_yaml("age_gates.yaml", _File).gates}
