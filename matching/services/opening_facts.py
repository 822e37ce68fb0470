"""What the rules need to know of an opening, taken from its row."""

from matching.data.age_gates import age_gates
from matching.data.occupations import area_of
from matching.models.opening import Opening
from matching.rules.age_gates import legal_minimum_age
from matching.rules.lower_age import lower_age_set_by_law
from matching.rules.opening_rules import OpeningDraft
from matching.rules.young_workers import NightGround, Shift
from matching.types import HazardCode, LowerAgeBasis
from register.organisations.types import Sector, Verification


def draft_of(opening: Opening) -> OpeningDraft:
    """The opening as the rules for publishing see it."""
    organisation = opening.organisation
    return OpeningDraft(
        kind=opening.kind,
        title=opening.title,
        employer_confirmed=organisation.verification is Verification.VERIFIED,
        workplace_active=opening.workplace.closed_at is None,
        public_employer=organisation.sector is Sector.PUBLIC,
        training_company=opening.training_company_status,
        task_category=opening.measure7_category,
        tasks=tuple(task.text for task in opening.tasks),
        must_have=must_have(opening),
        can_learn=can_learn(opening),
        has_contact=bool(opening.contact_name and (opening.contact_email or opening.contact_phone)),
        positions=opening.positions,
        weekly_minutes_min=minutes(opening.hours_per_week_min),
        weekly_minutes_max=minutes(opening.hours_per_week_max),
        shifts=shifts_of(opening),
        starts_on=opening.starts_on,
        ends_on=opening.ends_on,
        apply_by=opening.expires_on,
    )


def shifts_of(opening: Opening) -> tuple[Shift, ...]:
    """The weekly shifts, with the reason for night work and the employer whose hours they are."""
    night = NightGround(opening.night_reason, opening.night_exception, opening.kind, area_of(opening.styrk_code or ""))
    return tuple(
        Shift(
            row.weekday,
            row.starts_at,
            row.ends_at,
            row.break_minutes,
            employer=str(opening.organisation_id),
            night=night,
        )
        for row in opening.shifts
    )


def must_have(opening: Opening) -> frozenset[str]:
    """The known skills that must be there on day one."""
    return frozenset(row.skill_code for row in opening.requirements if row.skill_code and not row.learnable)


def can_learn(opening: Opening) -> frozenset[str]:
    """The known skills that can be learnt at the place."""
    return frozenset(row.skill_code for row in opening.requirements if row.skill_code and row.learnable)


def supervised_gates(opening: Opening) -> frozenset[str]:
    """Tasks with a lower age that is lifted because somebody old enough is beside, every day."""
    if not opening.supervised:
        return frozenset()
    known = age_gates()
    return frozenset(code for code in opening.age_gates if known[code].supervised_by is not None)


def lower_age_of(opening: Opening) -> tuple[int, LowerAgeBasis] | None:
    """The lowest age that the law allows here and where in the law it comes from, or None."""
    kind = opening.kind
    by_basis = {
        LowerAgeBasis.TASKS: legal_minimum_age(opening.age_gates, kind, supervised_gates(opening)),
        LowerAgeBasis.HAZARDS: lower_age_set_by_law(kind, hazards=map(HazardCode, opening.hazards)),
        LowerAgeBasis.HOURS: lower_age_set_by_law(kind, shifts=shifts_of(opening)),
        LowerAgeBasis.NAV_MEASURES: lower_age_set_by_law(kind),
    }
    ages = [(age, basis) for basis, age in by_basis.items() if age is not None]
    return max(ages, key=lambda one: one[0], default=None)


def minutes(hours: float | None) -> int | None:
    """Hours as minutes."""
    return None if hours is None else round(hours * 60)
