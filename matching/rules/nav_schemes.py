"""Does a NAV scheme fit a placement: its kind, its dates and the person's age (law and facts, section 2.2)."""

from datetime import date
from enum import StrEnum

from matching.data.nav_schemes import NavScheme, nav_schemes
from matching.rules.dates import last_day_within
from matching.rules.findings import Finding, block
from matching.rules.young_workers import age_on
from matching.types import OpeningKind


class SchemeCode(StrEnum):
    """Findings about a scheme. Every one has the value `scheme`."""

    unknown_scheme = "unknown_scheme"
    scheme_not_for_kind = "scheme_not_for_kind"  # kind
    scheme_not_open = "scheme_not_open"  # start
    scheme_end_missing = "scheme_end_missing"
    scheme_too_long = "scheme_too_long"  # latest (ISO date)
    scheme_too_young = "scheme_too_young"  # min_age
    scheme_too_old = "scheme_too_old"  # max_age


def check_scheme(
    code: str, kind: OpeningKind, birth_date: date, starts_on: date, ends_on: date | None
) -> tuple[Finding, ...]:
    """A scheme on an agreement. `ends_on` is when the scheme ends there, not the job."""
    scheme, common = nav_schemes().get(code), nav_schemes().common_min_age
    if scheme is None:
        return (block(SchemeCode.unknown_scheme, scheme=code),)
    findings: list[Finding] = []
    if kind not in scheme.kinds:
        findings.append(block(SchemeCode.scheme_not_for_kind, scheme=code, kind=kind.value))
    if not scheme.can_start(starts_on):
        start = starts_on.isoformat()
        findings.append(block(SchemeCode.scheme_not_open, "starts_on", scheme=code, start=start))
    age = age_on(birth_date, starts_on)
    if age < common:
        findings.append(block(SchemeCode.scheme_too_young, scheme=code, min_age=common))
    if scheme.max_age_at_start is not None and age > scheme.max_age_at_start:
        findings.append(block(SchemeCode.scheme_too_old, scheme=code, max_age=scheme.max_age_at_start))
    return tuple(findings + _check_end(scheme, kind, starts_on, ends_on))


def latest_end(scheme: NavScheme, kind: OpeningKind, starts_on: date) -> date | None:
    """The last day the scheme can have with this start, or None when nothing bounds it."""
    length = scheme.length_for(kind)
    by_length = last_day_within(starts_on, months=length.months, weeks=length.weeks) if length else None
    return min((end for end in (by_length, scheme.last_end) if end is not None), default=None)


def _check_end(scheme: NavScheme, kind: OpeningKind, starts_on: date, ends_on: date | None) -> list[Finding]:
    latest = latest_end(scheme, kind, starts_on)
    if latest is None:
        return []
    if ends_on is None:
        return [block(SchemeCode.scheme_end_missing, "ends_on", scheme=scheme.code)]
    if ends_on > latest:
        return [block(SchemeCode.scheme_too_long, "ends_on", scheme=scheme.code, latest=latest.isoformat())]
    return []
