"""An agreement, or what somebody wants it to say, as the rules see it."""

from dataclasses import dataclass, fields
from datetime import date

from matching.models.placement import Agreement, Placement
from matching.rules.agreement import AgreementFacts, check_agreement
from matching.rules.findings import Finding
from matching.rules.start_requirements import StartFacts
from matching.rules.young_workers import Worker
from matching.types import ContractType


@dataclass(frozen=True)
class AgreementContent:
    """What the agreement says."""

    contract_type: ContractType | None
    contract_reference: str
    contract_date: date | None
    starts_on: date | None
    ends_on: date | None
    hours_per_week: float | None
    schemes: tuple[str, ...]
    mentor_name: str
    plan: str
    risk_assessed_on: date | None
    guardian_consent_on: date | None
    schemes_end_on: date | None = None


def content_of(agreement: Agreement) -> AgreementContent:
    """What the agreement says now."""
    values = {field.name: getattr(agreement, field.name) for field in fields(AgreementContent)}
    return AgreementContent(**{**values, "schemes": tuple(agreement.schemes)})


def start_facts(placement: Placement, content: AgreementContent, starts_on: date | None) -> StartFacts:
    """The placement as the rules about starting see it."""
    candidate = placement.candidate
    return StartFacts(
        kind=placement.kind,
        worker=Worker(candidate.birth_date, candidate.finished_year_10),
        starts_on=starts_on,
        risk_assessed_on=content.risk_assessed_on,
        guardian_consent_on=content.guardian_consent_on,
        contract_type=content.contract_type,
        contract_reference=content.contract_reference,
        contract_date=content.contract_date,
        approved_at=placement.agreement.standing_approvals,
    )


def findings_for(placement: Placement, content: AgreementContent, today: date) -> tuple[Finding, ...]:
    """What the rules find in a text for this placement: what is missing, what is wrong, what to think about."""
    facts = AgreementFacts(
        start=start_facts(placement, content, content.starts_on),
        ends_on=content.ends_on,
        hours_per_week=content.hours_per_week,
        schemes=content.schemes,
        schemes_end_on=content.schemes_end_on,
    )
    return check_agreement(facts, today)


def findings_of(placement: Placement, today: date) -> tuple[Finding, ...]:
    """What the rules find in the agreement as it stands."""
    return findings_for(placement, content_of(placement.agreement), today)
