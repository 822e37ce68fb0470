"""The lower age limit that the law sets for a place, from its tasks, its dangers and its hours."""

from collections.abc import Collection, Iterable

from ground.findings import anything_blocks
from matching.catalogue.kinds import OpeningKind
from matching.law.age_gates import legal_minimum_age
from matching.law.types import WorkerBand
from matching.law.young_workers import Shift, check_shifts
from matching.law.young_workers.rules import HazardRule, young_worker_rules


def lower_age_set_by_law(
    kind: OpeningKind,
    *,
    gates: Iterable[str] = (),
    supervised: Collection[str] = (),
    hazards: Iterable[str] = (),
    shifts: Iterable[Shift] = (),
) -> int | None:
    """The lowest age that this place may lawfully ask for in its advert, or None when the law sets none of its own.

    Work training is a NAV measure (16). Dangerous work and hours that are closed to young people give their own ages.
    """
    rules = young_worker_rules()
    ages = [_hazard_age(rules.hazard(hazard), kind) for hazard in hazards]
    if not kind.paid:
        ages.append(rules.ages.nav_measures_from)
    if anything_blocks(check_shifts(shifts, WorkerBand.YOUTH)):
        ages.append(rules.ages.adult_from)
    task_age = legal_minimum_age(gates, kind, supervised)
    if task_age is not None:
        ages.append(task_age)
    return max(ages, default=None)


def _hazard_age(rule: HazardRule, kind: OpeningKind) -> int:
    if rule.any_kind_from_age is not None:
        return rule.any_kind_from_age
    if kind.needs_training_contract and rule.training_from_age is not None:
        return rule.training_from_age
    return young_worker_rules().ages.adult_from
