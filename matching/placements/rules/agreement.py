"""What an agreement may say, and what it must say before anybody approves it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ground.findings import Finding, block
from matching.law.nav_schemes import SchemeCode, check_scheme
from matching.law.summer import within_summer
from matching.law.types import WorkerBand
from matching.law.young_workers import band_on
from matching.law.young_workers.rules import young_worker_rules
from matching.placements.rules.start import StartCode, StartFacts, check_start

MINUTES = 60


class AgreementCode(StrEnum):
    """Findings about an agreement, beside those about the start and the schemes."""

    END_MISSING = "end_missing"
    ENDS_BEFORE_START = "ends_before_start"
    HOURS_MISSING = "hours_missing"
    TOO_MANY_HOURS = "too_many_hours"  # limit (whole hours a week)
    MORE_HOURS_THAN_USUAL = "more_hours_than_usual"  # limit
    DAY_AHEAD = "day_ahead"
    STARTS_TOO_EARLY = "starts_too_early"  # earliest (ISO date)
    AGAINST_THE_LAW = "against_the_law"  # codes of obstacles, with commas


@dataclass(frozen=True)
class AgreementFacts:
    """An agreement as it stands or as somebody wants it to be.

    `schemes_end_on`: None is «with the job». `earliest_start`: no first day lies before it. `hours_elsewhere` are those
    of the person's other agreements, a week. `against_the_law` are the codes of what the law has against this person at
    this place from the first day.
    """

    start: StartFacts
    ends_on: date | None
    hours_per_week: float | None
    schemes: tuple[str, ...] = ()
    schemes_end_on: date | None = None
    earliest_start: date | None = None
    hours_elsewhere: float = 0.0
    against_the_law: tuple[str, ...] = ()


STILL_MISSING = frozenset(
    {
        StartCode.START_DATE_MISSING,
        StartCode.RISK_ASSESSMENT_MISSING,
        StartCode.GUARDIAN_CONSENT_MISSING,
        StartCode.CONTRACT_MISSING,
        StartCode.CONTRACT_REFERENCE_MISSING,
        StartCode.CONTRACT_DATE_MISSING,
        AgreementCode.END_MISSING,
        AgreementCode.HOURS_MISSING,
        SchemeCode.SCHEME_END_MISSING,
    }
)
"""What a draft may leave open. Everything else that blocks is wrong, and is not saved."""

APPROVALS = frozenset({StartCode.APPROVAL_MISSING, StartCode.COUNSELLOR_APPROVED_FIRST})


def check_agreement(facts: AgreementFacts, today: date) -> tuple[Finding, ...]:
    """Everything that stands between the text and its approval, each with the field it belongs to.

    What blocks stops the approval; what warns is told. Approvals themselves are no part of it.
    """
    if too_early := _check_earliest(facts):
        return tuple(too_early)
    start = tuple(one for one in check_start(facts.start) if one.code not in APPROVALS)
    return (
        *start,
        *_check_law(facts),
        *_check_days_done(facts.start, today),
        *_check_end(facts),
        *_check_hours(facts),
        *_schemes(facts),
    )


def is_wrong(finding: Finding) -> bool:
    """Is it said wrongly, and not only left open?"""
    return finding.blocks and finding.code not in STILL_MISSING


def _check_earliest(facts: AgreementFacts) -> list[Finding]:
    """Nobody began long before the employer knew of them. A first day years ago would also tell how old somebody is."""
    starts_on, earliest = facts.start.starts_on, facts.earliest_start
    if starts_on is None or earliest is None or starts_on >= earliest:
        return []
    return [block(AgreementCode.STARTS_TOO_EARLY, "starts_on", earliest=earliest.isoformat())]


def _check_law(facts: AgreementFacts) -> list[Finding]:
    """The place may have changed since it was proposed, and another first day is another age."""
    if not facts.against_the_law:
        return []
    return [block(AgreementCode.AGAINST_THE_LAW, "starts_on", codes=",".join(facts.against_the_law))]


def _check_days_done(start: StartFacts, today: date) -> list[Finding]:
    """A contract that is signed, a risk that is assessed and a consent that is given lie behind us."""
    days = {
        "contract_date": start.contract_date,
        "risk_assessed_on": start.risk_assessed_on,
        "guardian_consent_on": start.guardian_consent_on,
    }
    return [block(AgreementCode.DAY_AHEAD, name) for name, day in days.items() if day is not None and day > today]


def _check_end(facts: AgreementFacts) -> list[Finding]:
    """What ends by nature must say when (a temporary job without an end is none, aml § 14-9)."""
    starts_on, ends_on = facts.start.starts_on, facts.ends_on
    if ends_on is None:
        return [block(AgreementCode.END_MISSING, "ends_on")] if facts.start.kind.ends_by_nature else []
    if starts_on is not None and ends_on < starts_on:
        return [block(AgreementCode.ENDS_BEFORE_START, "ends_on")]
    return []


def _check_hours(facts: AgreementFacts) -> list[Finding]:
    """The hours of a week against the person's band (aml §§ 10-4, 10-6, 11-2); shifts are checked on the place.

    The law sums what somebody under 18 works for all employers (§ 11-2). A child's week outside the summer holiday is a
    week with school.
    """
    if facts.hours_per_week is None:
        return [block(AgreementCode.HOURS_MISSING, "hours_per_week")]
    if facts.start.starts_on is None:
        return []
    band = band_on(facts.start.worker, facts.start.starts_on)
    if band is WorkerBand.UNDER_13:
        return []
    elsewhere = 0.0 if band is WorkerBand.ADULT else facts.hours_elsewhere
    of_band, minutes = young_worker_rules().bands[band], (facts.hours_per_week + elsewhere) * MINUTES
    in_school = not within_summer(facts.start.starts_on, facts.ends_on)
    usual = of_band.school_week if of_band.school_week and in_school else of_band.week
    for limit in (of_band.week_ceiling, usual):
        if limit is not None and minutes > limit.limit:
            blocks = limit is of_band.week_ceiling or band is not WorkerBand.ADULT
            code = AgreementCode.TOO_MANY_HOURS if blocks else AgreementCode.MORE_HOURS_THAN_USUAL
            return [Finding(limit.severity, code, {"limit": limit.limit // MINUTES}, "hours_per_week")]
    return []


def _schemes(facts: AgreementFacts) -> list[Finding]:
    """NAV's schemes (law and facts, section 2.2), as far as there is a first day to judge them by."""
    start = facts.start
    if start.starts_on is None:
        return []
    ends_on = facts.schemes_end_on or facts.ends_on
    found = [
        finding
        for code in facts.schemes
        for finding in check_scheme(code, start.kind, start.worker.birth_date, start.starts_on, ends_on)
    ]
    return [replace(one, field=_field(one, facts)) for one in found]


def _field(finding: Finding, facts: AgreementFacts) -> str:
    if finding.field == "ends_on" and (facts.schemes_end_on is not None or facts.ends_on is None):
        return "schemes_end_on"
    return finding.field or "schemes"
