"""Tasks that the law reserves for people over a certain age, and the lower age that follows for a place."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from matching.data.age_gates import AgeGate, age_gates
from matching.rules.findings import Finding, block, warn
from matching.rules.young_workers import age_on
from matching.types import OpeningKind


class AgeGateCode(StrEnum):
    """Findings about one task. Values: `gate`, `min_age`."""

    TOO_YOUNG_FOR_TASK = "too_young_for_task"
    NEEDS_SUPERVISION_BY_ADULT = "needs_supervision_by_adult"  # supervisor_age
    ONLY_IN_TRAINING = "only_in_training"
    UNKNOWN_GATE = "unknown_gate"


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

    Sources stand with each gate in the data. Someone old enough without the exception gets no finding.
    """
    age, known, findings = age_on(birth_date, on), age_gates(), list[Finding]()
    for code in sorted(set(gates)):
        gate = known.get(code)
        if gate is None:
            findings.append(block(AgeGateCode.UNKNOWN_GATE, gate=code))
        elif age < gate.min_age:
            findings.append(_below_the_age(gate, age, kind, supervised=code in supervised))
    return tuple(findings)


def legal_minimum_age(gates: Iterable[str], kind: OpeningKind, supervised: Collection[str] = ()) -> int | None:
    """The lower age limit that an advert may state because the law sets it, or None."""
    known = age_gates()
    ages = (lowest_age(known[code], kind, supervised=code in supervised) for code in set(gates) if code in known)
    return max((age for age in ages if age is not None), default=None)


def _below_the_age(gate: AgeGate, age: int, kind: OpeningKind, *, supervised: bool) -> Finding:
    lowest = lowest_age(gate, kind, supervised=supervised)
    if lowest is None:
        supervisor = gate.supervised_by or gate.min_age
        return warn(AgeGateCode.NEEDS_SUPERVISION_BY_ADULT, gate=gate.code, supervisor_age=supervisor)
    if age < lowest:
        return block(AgeGateCode.TOO_YOUNG_FOR_TASK, gate=gate.code, min_age=lowest)
    return warn(AgeGateCode.ONLY_IN_TRAINING, gate=gate.code, min_age=gate.min_age)
