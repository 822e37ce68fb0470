"""Whose working-time rules apply to a person on a day: age and compulsory school together."""

from dataclasses import dataclass
from datetime import date

from matching.law.types import WorkerBand
from matching.law.young_workers.rules import young_worker_rules


@dataclass(frozen=True)
class Worker:
    """What the rules need to know of a person.

    `finished_year_10`: True or False when a counsellor or school has recorded it, None when nobody has.
    """

    birth_date: date
    finished_year_10: bool | None = None


def age_on(birth_date: date, on: date) -> int:
    """Whole years. Someone born on 29 February has the birthday on 1 March in other years."""
    before_birthday = (on.month, on.day) < (birth_date.month, birth_date.day)
    return on.year - birth_date.year - before_birthday


def in_compulsory_school(worker: Worker, on: date) -> bool:
    """Is the person «skolepliktig»? What is recorded wins; else until spring ends in the year they turn 16.

    Source: aml § 11-2 and Arbeidstilsynet's page on working time under 18; the date is data.
    """
    if worker.finished_year_10 is not None:
        return not worker.finished_year_10
    end = young_worker_rules().compulsory_school
    last_day = date(worker.birth_date.year + end.ends_in_year_turning, end.ends_month, end.ends_day)
    return on <= last_day


def band_on(worker: Worker, on: date) -> WorkerBand:
    """The band on a day (aml §§ 11-1, 11-2). In compulsory school one is a child under the law even at 16 or 17."""
    ages, age = young_worker_rules().ages, age_on(worker.birth_date, on)
    if age < ages.lowest:
        return WorkerBand.UNDER_13
    if age >= ages.adult_from:
        return WorkerBand.ADULT
    if age < ages.child_below or in_compulsory_school(worker, on):
        return WorkerBand.CHILD
    return WorkerBand.YOUTH
