"""Tasks that the law reserves by age, and who is old enough for which."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from ground.findings import Finding, block, warn
from ground.reading import read_values
from ground.texts import Translated
from ground.values import Frozen
from matching.catalogue.kinds import OpeningKind
from matching.law.young_workers import age_on
from matching.law.young_workers.rules import young_worker_rules


class AgeGate(Frozen):
    """One task that the law reserves for people from a certain age."""

    code: str
    min_age: int = Field(ge=13, le=24)
    training_from_age: int | None
    training_kinds: frozenset[OpeningKind]
    supervised_by: int | None
    source: str
    names: Translated

    @model_validator(mode="after")
    def _training_is_complete(self) -> Self:
        if (self.training_from_age is None) != (not self.training_kinds):
            raise ValueError(f"{self.code}: training_from_age and training_kinds belong together")
        return self


class _File(Frozen):
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
    return {gate.code: gate for gate in read_values(Path(__file__).with_suffix(".yaml"), _File).gates}


class AgeGateCode(StrEnum):
    """Findings about one task. Values: `gate`, `min_age`."""

    TOO_YOUNG_FOR_TASK = "too_young_for_task"
    NEEDS_SUPERVISION_BY_ADULT = "needs_supervision_by_adult"  # supervisor_age
    ONLY_IN_TRAINING = "only_in_training"
    UNKNOWN_GATE = "unknown_gate"  # grown up, but nobody can say whether that is enough


def lowest_age(gate: AgeGate, kind: OpeningKind, *, supervised: bool) -> int | None:
    """From which age someone in such a place may do the task; None when supervision lifts the limit."""
    if supervised and gate.supervised_by is not None:
        return None
    if gate.training_from_age is not None and kind in gate.training_kinds:
        return gate.training_from_age
    return gate.min_age


def check_age_gates(
    gates: Iterable[str],
    birth_date: date,
    on: date,
    kind: OpeningKind,
    supervised: Collection[str] = (),
) -> tuple[Finding, ...]:
    """May this person do these tasks on this day? `supervised` holds the gates done under daily supervision.

    Sources stand with each gate in the data. Someone old enough without the exception gets no finding. A task that this
    version does not know is closed below 18, and above it something to ask about.
    """
    age, known, findings = age_on(birth_date, on), age_gates(), list[Finding]()
    for code in sorted(set(gates)):
        gate = known.get(code)
        if gate is None:
            findings.append(_not_known(code, age))
        elif age < gate.min_age:
            findings.append(_below_the_age(gate, age, kind, supervised=code in supervised))
    return tuple(findings)


def legal_minimum_age(gates: Iterable[str], kind: OpeningKind, supervised: Collection[str] = ()) -> int | None:
    """The lower age limit that an advert may state because the law sets it, or None."""
    known = age_gates()
    ages = (
        lowest_age(known[code], kind, supervised=code in supervised) if code in known else _grown_up()
        for code in set(gates)
    )
    return max((age for age in ages if age is not None), default=None)


def _not_known(code: str, age: int) -> Finding:
    if age < _grown_up():
        return block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate=code, min_age=_grown_up())
    return warn(AgeGateCode.UNKNOWN_GATE, gate=code)


def _grown_up() -> int:
    """Below this age nobody does a task that this version does not know."""
    return young_worker_rules().ages.adult_from


def _below_the_age(gate: AgeGate, age: int, kind: OpeningKind, *, supervised: bool) -> Finding:
    lowest = lowest_age(gate, kind, supervised=supervised)
    if lowest is None:
        supervisor = gate.supervised_by or gate.min_age
        return warn(AgeGateCode.NEEDS_SUPERVISION_BY_ADULT, gate=gate.code, supervisor_age=supervisor)
    if age < lowest:
        return block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate=gate.code, min_age=lowest)
    return warn(AgeGateCode.ONLY_IN_TRAINING, gate=gate.code, min_age=gate.min_age)


age_gates()  # read when the house is opened, so that a mistake in the file stops the start
