"""An opening as the rules for publishing see it, and the lowest age that the law allows there."""

from matching.law.age_gates import legal_minimum_age
from matching.law.lower_age import lower_age_set_by_law
from matching.law.types import LowerAgeBasis
from matching.openings.rules import OpeningDraft
from matching.records.opening_facts import can_learn, minutes, must_have, shifts_of, supervised_gates
from matching.records.tables.opening import Opening
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


def lower_age_of(opening: Opening) -> tuple[int, LowerAgeBasis] | None:
    """The lowest age that the law allows here and where in the law it comes from, or None."""
    kind = opening.kind
    by_basis = {
        LowerAgeBasis.TASKS: legal_minimum_age(opening.age_gates, kind, supervised_gates(opening)),
        LowerAgeBasis.HAZARDS: lower_age_set_by_law(kind, hazards=opening.hazards),
        LowerAgeBasis.HOURS: lower_age_set_by_law(kind, shifts=shifts_of(opening)),
        LowerAgeBasis.NAV_MEASURES: lower_age_set_by_law(kind),
    }
    ages = [(age, basis) for basis, age in by_basis.items() if age is not None]
    return max(ages, key=lambda one: one[0], default=None)
