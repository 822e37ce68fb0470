"""Does the law let this person do this work at these hours? Limits that protect the young, never a preference."""

from datetime import date

from ground.findings import Finding
from matching.law.age_gates import AgeGateCode, check_age_gates
from matching.law.summer import within_summer
from matching.law.types import WorkerBand
from matching.law.young_workers import ShiftCode, age_on, band_on, check_hazards, check_shifts_for
from matching.law.young_workers.rules import young_worker_rules
from matching.matches.requirements.answers import (
    NOTHING,
    Ask,
    ObstacleCode,
    QuestionCode,
    Requirements,
    could_be_changed,
    stands_in_the_way,
    to_ask,
)
from matching.matches.requirements.cards import CandidateCard, WorkCard


def check_law(candidate: CandidateCard, work: WorkCard, on: date) -> Requirements:
    """Everything the law says about this person in this work, as it will be on the day `on`."""
    band = band_on(candidate.worker, on)
    if band is WorkerBand.UNDER_13:
        return stands_in_the_way(ObstacleCode.TOO_YOUNG_TO_WORK)
    answer = _check_work_training(candidate, work, on) + _check_gates(candidate, work, on)
    if band is WorkerBand.ADULT:
        return answer
    return answer + _check_hazards(candidate, work, on) + _check_shifts(candidate, work, band, on)


def _check_work_training(candidate: CandidateCard, work: WorkCard, on: date) -> Requirements:
    lowest = young_worker_rules().ages.nav_measures_from
    if work.kind.paid or age_on(candidate.birth_date, on) >= lowest:
        return NOTHING
    return stands_in_the_way(ObstacleCode.TOO_YOUNG_FOR_WORK_TRAINING, {"lowest": lowest})


def _check_gates(candidate: CandidateCard, work: WorkCard, on: date) -> Requirements:
    found = check_age_gates(work.age_gates, candidate.birth_date, on, work.kind, work.supervised_gates)
    answer = _questions_from(found)
    for finding in found:
        if finding.code is AgeGateCode.TOO_YOUNG_FOR_TASK:
            answer += stands_in_the_way(ObstacleCode.TOO_YOUNG_FOR_TASK, finding.params)
    return answer


def _check_hazards(candidate: CandidateCard, work: WorkCard, on: date) -> Requirements:
    found = check_hazards(candidate.worker, work.hazards, work.kind, on)
    answer = _questions_from(found)
    forbidden = [str(finding.params["hazard"]) for finding in found if finding.blocks]
    if forbidden:
        answer += stands_in_the_way(ObstacleCode.HAZARD_UNDER_18, {"hazards": ",".join(forbidden)})
    return answer


def _check_shifts(candidate: CandidateCard, work: WorkCard, band: WorkerBand, on: date) -> Requirements:
    """Shifts here and at other employers together. Without shifts only the week's hours can be judged."""
    rules = young_worker_rules().bands[band]
    if not work.shifts:
        in_school = rules.school_week is not None and not within_summer(work.starts_on, work.ends_on)
        week = rules.school_week if rules.school_week and in_school else rules.week
        asks, held = work.weekly_minutes_min, sum(shift.worked for shift in candidate.other_shifts)
        if asks is not None and asks + held > week.limit:
            return could_be_changed(ObstacleCode.YOUNG_WORKER_HOURS, {"findings": ShiftCode.WEEK_LIMIT.value})
        return to_ask(QuestionCode.SHIFTS_UNKNOWN, Ask.EMPLOYER)
    found = check_shifts_for(candidate.worker, work.shifts + candidate.other_shifts, on)
    answer = _questions_from(found)
    broken = _codes([finding for finding in found if finding.blocks])
    if broken:
        answer += could_be_changed(ObstacleCode.YOUNG_WORKER_HOURS, {"findings": broken})
    return answer


def _questions_from(found: tuple[Finding, ...]) -> Requirements:
    """What the law allows with a reason is something to talk with the employer about."""
    codes = _codes([finding for finding in found if not finding.blocks])
    return to_ask(QuestionCode.LAW_NEEDS_ATTENTION, Ask.EMPLOYER, {"findings": codes}) if codes else NOTHING


def _codes(found: list[Finding]) -> str:
    return ",".join(sorted({finding.code.value for finding in found}))
