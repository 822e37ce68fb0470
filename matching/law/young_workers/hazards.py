"""Dangerous work for people under 18 (regulation §§ 12-5 to 12-7)."""

from collections.abc import Iterable
from datetime import date

from ground.findings import Finding, block, warn
from matching.catalogue.kinds import OpeningKind
from matching.law.types import WorkerBand
from matching.law.young_workers.bands import Worker, age_on, band_on
from matching.law.young_workers.codes import HazardFindingCode
from matching.law.young_workers.rules import HazardRule, young_worker_rules


def check_hazards(worker: Worker, hazards: Iterable[str], kind: OpeningKind, on: date) -> tuple[Finding, ...]:
    """May this person do this dangerous work in a place of this kind on this day?

    Adults may. Children under the law never. Between, § 12-7: some of it as part of a lærekontrakt or
    opplæringskontrakt, machines from 17 with the training that chapter 10 requires; a summer job and work
    training are not such contracts. A danger that this version does not know is for adults alone.
    """
    band = band_on(worker, on)
    if band is WorkerBand.ADULT:
        return ()
    age = age_on(worker.birth_date, on)
    findings: list[Finding] = []
    for hazard in sorted(set(hazards)):
        if band is WorkerBand.YOUTH:
            findings += _check_youth(hazard, young_worker_rules().hazard(hazard), age, kind)
        else:
            findings.append(block(HazardFindingCode.HAZARD_FORBIDDEN, hazard=str(hazard)))
    return tuple(findings)


def _check_youth(hazard: str, rule: HazardRule, age: int, kind: OpeningKind) -> list[Finding]:
    codes, name = HazardFindingCode, str(hazard)
    if rule.any_kind_from_age is None and rule.training_from_age is None:
        return [block(codes.HAZARD_FORBIDDEN, hazard=name)]
    if rule.any_kind_from_age is not None:
        lowest = rule.any_kind_from_age
    else:
        lowest = rule.training_from_age or 0
        if not kind.needs_training_contract:
            return [block(codes.HAZARD_ONLY_IN_TRAINING, hazard=name, from_age=lowest)]
    if age < lowest:
        return [block(codes.HAZARD_FROM_AGE, hazard=name, from_age=lowest)]
    return [warn(codes.HAZARD_NEEDS_COURSE if rule.course else codes.HAZARD_NEEDS_SUPERVISION, hazard=name)]
