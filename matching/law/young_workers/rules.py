"""Loads the young-worker rules: `young_worker_rules()`."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from ground.findings import Severity
from ground.reading import Clock, read_values
from ground.values import Frozen
from ground.words import known
from matching.catalogue.choices import InterestArea
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode, NightException, WorkerBand


class Ages(Frozen):
    """The ages at which the law draws its lines."""

    lowest: int
    child_below: int
    adult_from: int
    nav_measures_from: int


class CompulsorySchoolEnd(Frozen):
    """When compulsory school is taken to end if nobody has recorded it."""

    ends_in_year_turning: int
    ends_month: int = Field(ge=1, le=12)
    ends_day: int = Field(ge=1, le=31)


class Limit(Frozen):
    """A number of minutes, and what happens above it."""

    limit: int = Field(gt=0)
    severity: Severity


class ClockWindow(Frozen):
    """A part of the day; it crosses midnight when `until` is not later than `start`."""

    start: Clock = Field(alias="from")
    until: Clock


class BreakRule(Frozen):
    """How long a break a day's work calls for, over or from a number of minutes of work."""

    work_over: int | None
    work_from: int | None
    at_least: int = Field(gt=0)

    @model_validator(mode="after")
    def _has_one_threshold(self) -> Self:
        if (self.work_over is None) == (self.work_from is None):
            raise ValueError("a break rule has either work_over or work_from")
        return self

    def applies_to(self, worked: int) -> bool:
        """Does this much work call for the break?"""
        if self.work_over is not None:
            return worked > self.work_over
        return self.work_from is not None and worked >= self.work_from


class BandRules(Frozen):
    """The working-time rules of one band, in minutes."""

    day: Limit
    school_day: Limit | None
    day_ceiling: Limit | None
    week: Limit
    school_week: Limit | None
    week_ceiling: Limit | None
    hours_summed_over_employers: bool
    forbidden_clock: ClockWindow | None
    conditional_clock: ClockWindow | None
    daily_rest: int
    weekly_rest: int
    breaks: tuple[BreakRule, ...]


class NightExceptionRule(Frozen):
    """What one letter of § 12-9 allows, and for whom."""

    allows: ClockWindow
    kinds: frozenset[OpeningKind] | None
    areas: frozenset[InterestArea] | None
    not_areas: frozenset[InterestArea]


class HazardRule(Frozen):
    """From which age, and how, someone under 18 may do dangerous work; no age means never."""

    paragraph: str
    training_from_age: int | None
    any_kind_from_age: int | None
    course: bool


NEVER = HazardRule(paragraph="", training_from_age=None, any_kind_from_age=None, course=False)
"""What holds for a danger that this version does not know: nobody under 18."""


class YoungWorkerRules(Frozen):
    """One edition of the rules; `version` is kept with every decision that rests on it (R9)."""

    version: str
    in_force_from: date
    checked_on: date
    ages: Ages
    compulsory_school: CompulsorySchoolEnd
    bands: dict[WorkerBand, BandRules]
    night_exceptions: dict[NightException, NightExceptionRule]
    hazards: dict[HazardCode, HazardRule]

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if set(self.bands) != set(WorkerBand) - {WorkerBand.UNDER_13}:
            raise ValueError("there must be rules for child, youth and adult")
        if set(self.night_exceptions) != set(NightException):
            raise ValueError("every letter of § 12-9 must be there")
        if set(self.hazards) != set(HazardCode):
            raise ValueError("every hazard must be there")
        return self

    def hazard(self, word: str) -> HazardRule:
        """What holds for a danger."""
        danger = known(HazardCode, word)
        return self.hazards[danger] if isinstance(danger, HazardCode) else NEVER


@cache
def young_worker_rules() -> YoungWorkerRules:
    """The edition in force."""
    return read_values(Path(__file__).with_suffix(".yaml"), YoungWorkerRules)


young_worker_rules()  # read when the house is opened, so that a mistake in the file stops the start
