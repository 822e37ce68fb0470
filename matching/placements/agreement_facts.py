"""An agreement, or what somebody wants it to say, as the rules see it."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ground.dates import NORWAY
from ground.findings import Finding
from matching.law.young_workers import Worker
from matching.matches.cards import candidate_card, opening_card, shifts_held
from matching.matches.requirements.law import check_law
from matching.placements.content import AgreementContent, content_of
from matching.placements.rules.agreement import AgreementFacts, check_agreement
from matching.placements.rules.start import StartFacts
from matching.records.tables.placement import Agreement, Placement
from matching.records.types import HOLDS_A_POSITION

LOOKING_BACK = timedelta(days=14)
"""An agreement may be written down after somebody has begun, but not later than this."""


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


def findings_for(session: Session, placement: Placement, content: AgreementContent, today: date) -> tuple[Finding, ...]:
    """What the rules find in a text for this placement: what is missing, what is wrong, what to think about."""
    facts = AgreementFacts(
        start=start_facts(placement, content, content.starts_on),
        ends_on=content.ends_on,
        hours_per_week=content.hours_per_week,
        schemes=content.schemes,
        schemes_end_on=content.schemes_end_on,
        earliest_start=placement.begun_at.astimezone(NORWAY).date() - LOOKING_BACK,
        hours_elsewhere=_hours_elsewhere(session, placement),
        against_the_law=_against_the_law(session, placement, content.starts_on),
    )
    return check_agreement(facts, today)


def findings_of(session: Session, placement: Placement, today: date) -> tuple[Finding, ...]:
    """What the rules find in the agreement as it stands."""
    return findings_for(session, placement, content_of(placement.agreement), today)


def _against_the_law(session: Session, placement: Placement, starts_on: date | None) -> tuple[str, ...]:
    """What the law has against this person at this place as both are now, from the agreed first day."""
    if starts_on is None:
        return ()
    held = shifts_held(session, [placement.candidate_id], but_not=placement.id).get(placement.candidate_id, ())
    card = opening_card(placement.opening, placement.opening.positions)
    found = check_law(candidate_card(placement.candidate, held), card, starts_on)
    return tuple(sorted({one.code.value for one in found.obstacles}))


def _hours_elsewhere(session: Session, placement: Placement) -> float:
    """Hours a week in the person's other agreed or running placements."""
    query = (
        select(func.sum(Agreement.hours_per_week))
        .join(Placement, Placement.id == Agreement.placement_id)
        .where(
            Placement.candidate_id == placement.candidate_id,
            Placement.id != placement.id,
            Placement.state.in_(HOLDS_A_POSITION),
        )
    )
    return session.scalar(query) or 0.0
