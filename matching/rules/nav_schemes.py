"""Does a NAV scheme fit a placement: its kind, its dates and the person's age (law and facts, section 2.2)."""

from datetime import date
from enum import StrEnum

from ground.dates import last_day_within
from matching.data.nav_schemes import NavScheme, nav_schemes
from matching.rules.findings import Finding, block
from matching.rules.young_workers import age_on
from matching.types import OpeningKind


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
