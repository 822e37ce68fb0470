"""NAV's schemes as dated data, and whether one can be used for a placement."""

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from ground.dates import last_day_within
from ground.findings import Finding, block
from ground.reading import read_values
from ground.texts import Translated
from ground.values import Frozen
from matching.catalogue.kinds import OpeningKind
from matching.law.young_workers import age_on

WORK_TRAINING = "ARBEIDSTRENING"


class Length(Frozen):
    """How long a scheme may last: so many months or so many weeks."""

    months: int | None = Field(gt=0)
    weeks: int | None = Field(gt=0)

    @model_validator(mode="after")
    def _is_one_of_them(self) -> Self:
        if (self.months is None) == (self.weeks is None):
            raise ValueError("a length is in months or in weeks")
        return self


class StartWindow(Frozen):
    """The part of every year in which the scheme may start, both days included."""

    from_month: int
    from_day: int
    until_month: int
    until_day: int

    def holds(self, day: date) -> bool:
        """Is the day inside the window?"""
        first, last = (self.from_month, self.from_day), (self.until_month, self.until_day)
        return first <= (day.month, day.day) <= last


class NavScheme(Frozen):
    """One scheme; where a limit is None there is none, or it is judged by NAV."""

    code: str
    names: Translated
    kinds: frozenset[OpeningKind]
    starts_from: date | None
    last_start: date | None
    last_end: date | None
    ends_within: Length | None
    ends_within_by_kind: dict[OpeningKind, Length]
    start_window: StartWindow | None
    max_age_at_start: int | None
    max_age_at_end: int | None
    rates: tuple[int, ...]
    certain: bool

    def can_start(self, day: date) -> bool:
        """Is the scheme open for a start on this day?"""
        return (
            (self.starts_from is None or day >= self.starts_from)
            and (self.last_start is None or day <= self.last_start)
            and (self.start_window is None or self.start_window.holds(day))
        )

    def length_for(self, kind: OpeningKind) -> Length | None:
        """The longest it may last for a place of this kind."""
        return self.ends_within_by_kind.get(kind, self.ends_within)


class NavSchemes(Frozen):
    """All schemes, and the age from which anyone can take part."""

    version: str
    common_min_age: int
    schemes: tuple[NavScheme, ...]

    @model_validator(mode="after")
    def _codes_are_unique(self) -> Self:
        codes = [scheme.code for scheme in self.schemes]
        if len(codes) != len(set(codes)):
            raise ValueError("a scheme stands twice")
        return self

    @model_validator(mode="after")
    def _work_training_has_its_months(self) -> Self:
        if self.work_training_months <= 0:
            raise ValueError("work training must end within so many months")
        return self

    @property
    def work_training_months(self) -> int:
        """The longest that work training may last, for a place of it as well; 0 when the file does not say."""
        scheme = self.get(WORK_TRAINING)
        length = scheme.ends_within if scheme else None
        return (length.months or 0) if length else 0

    def get(self, code: str) -> NavScheme | None:
        """The scheme with this code."""
        return next((scheme for scheme in self.schemes if scheme.code == code), None)


@cache
def nav_schemes() -> NavSchemes:
    """The schemes in the data file."""
    return read_values(Path(__file__).with_suffix(".yaml"), NavSchemes)


class SchemeCode(StrEnum):
    """Findings about a scheme. Every one has the value `scheme`."""

    UNKNOWN_SCHEME = "unknown_scheme"
    SCHEME_NOT_FOR_KIND = "scheme_not_for_kind"  # kind
    SCHEME_NOT_OPEN = "scheme_not_open"  # start
    SCHEME_END_MISSING = "scheme_end_missing"
    SCHEME_ENDS_BEFORE_START = "scheme_ends_before_start"
    SCHEME_TOO_LONG = "scheme_too_long"  # latest (ISO date)
    SCHEME_TOO_YOUNG = "scheme_too_young"  # min_age
    SCHEME_TOO_OLD = "scheme_too_old"  # max_age


def check_scheme(
    code: str, kind: OpeningKind, birth_date: date, starts_on: date, ends_on: date | None
) -> tuple[Finding, ...]:
    """A scheme on an agreement. `ends_on` is when the scheme ends there, not the job."""
    scheme, common = nav_schemes().get(code), nav_schemes().common_min_age
    if scheme is None:
        return (block(SchemeCode.UNKNOWN_SCHEME, scheme=code),)
    findings: list[Finding] = []
    if kind not in scheme.kinds:
        findings.append(block(SchemeCode.SCHEME_NOT_FOR_KIND, scheme=code, kind=kind.value))
    if not scheme.can_start(starts_on):
        start = starts_on.isoformat()
        findings.append(block(SchemeCode.SCHEME_NOT_OPEN, "starts_on", scheme=code, start=start))
    age = age_on(birth_date, starts_on)
    if age < common:
        findings.append(block(SchemeCode.SCHEME_TOO_YOUNG, scheme=code, min_age=common))
    if scheme.max_age_at_start is not None and age > scheme.max_age_at_start:
        findings.append(block(SchemeCode.SCHEME_TOO_OLD, scheme=code, max_age=scheme.max_age_at_start))
    return tuple(findings + _check_end(scheme, kind, starts_on, ends_on))


def latest_end(scheme: NavScheme, kind: OpeningKind, starts_on: date) -> date | None:
    """The last day the scheme can have with this start, or None when nothing bounds it."""
    length = scheme.length_for(kind)
    by_length = last_day_within(starts_on, months=length.months, weeks=length.weeks) if length else None
    return min((end for end in (by_length, scheme.last_end) if end is not None), default=None)


def _check_end(scheme: NavScheme, kind: OpeningKind, starts_on: date, ends_on: date | None) -> list[Finding]:
    if ends_on is not None and ends_on < starts_on:
        return [block(SchemeCode.SCHEME_ENDS_BEFORE_START, "ends_on", scheme=scheme.code)]
    latest = latest_end(scheme, kind, starts_on)
    if latest is None:
        return []
    if ends_on is None:
        return [block(SchemeCode.SCHEME_END_MISSING, "ends_on", scheme=scheme.code)]
    if ends_on > latest:
        return [block(SchemeCode.SCHEME_TOO_LONG, "ends_on", scheme=scheme.code, latest=latest.isoformat())]
    return []


nav_schemes()  # read when the house is opened, so that a mistake in the file stops the start
