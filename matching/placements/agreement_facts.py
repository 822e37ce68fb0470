"""An agreement, or what somebody wants it to say, as the rules see it."""

import uuid
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from ground.dates import NORWAY
from ground.findings import Finding
from matching.law.young_workers import Worker
from matching.matches.cards import Held, candidate_card, held_by, work_card
from matching.matches.requirements.law import check_law
from matching.placements.content import AgreementContent, content_of
from matching.placements.rules.agreement import AgreementFacts, check_agreement
from matching.placements.rules.start import StartFacts
from matching.records.tables.placement import Placement

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
    held = held_by(session, [placement.candidate_id])
    return _findings(placement, content, held.get(placement.candidate_id, ()), today)


def findings_of(session: Session, placement: Placement, today: date) -> tuple[Finding, ...]:
    """What the rules find in the agreement as it stands."""
    return findings_of_each(session, [placement], today)[placement.id]


def findings_of_each(
    session: Session, placements: Collection[Placement], today: date
) -> dict[uuid.UUID, tuple[Finding, ...]]:
    """The same of several placements, by their ids. What their people have besides is asked for all at once."""
    held = held_by(session, {one.candidate_id for one in placements})
    return {
        one.id: _findings(one, content_of(one.agreement), held.get(one.candidate_id, ()), today) for one in placements
    }


def _findings(
    placement: Placement, content: AgreementContent, held: Iterable[Held], today: date
) -> tuple[Finding, ...]:
    elsewhere = [one for one in held if one.placement_id != placement.id]
    facts = AgreementFacts(
        start=start_facts(placement, content, content.starts_on),
        ends_on=content.ends_on,
        hours_per_week=content.hours_per_week,
        schemes=content.schemes,
        schemes_end_on=content.schemes_end_on,
        earliest_start=placement.begun_at.astimezone(NORWAY).date() - LOOKING_BACK,
        hours_elsewhere=sum(one.hours_per_week for one in elsewhere),
        against_the_law=_against_the_law(placement, elsewhere, content.starts_on),
    )
    return check_agreement(facts, today)


def _against_the_law(placement: Placement, elsewhere: Iterable[Held], starts_on: date | None) -> tuple[str, ...]:
    """What the law has against this person at this place as both are now, from the agreed first day."""
    if starts_on is None:
        return ()
    found = check_law(candidate_card(placement.candidate, elsewhere), work_card(placement.opening), starts_on)
    return tuple(sorted({one.code.value for one in found.obstacles}))
