"""The shared plan: written by the employer and the counsellor, approved by all three, the counsellor last."""

import uuid
from collections.abc import Collection
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from ground.errors import EditedMeanwhile
from ground.locks import hold
from matching.disclosures.errors import NotDisclosed
from matching.placements import telling
from matching.placements.agreement_facts import AgreementContent, content_of, findings_for, findings_of
from matching.placements.errors import (
    AgreementClosed,
    AgreementWrong,
    ApprovalOutOfTurn,
    OnlyForCandidate,
    PositionsFilled,
    StartBlocked,
)
from matching.placements.life import lock, record
from matching.placements.mails import PlacementMail
from matching.placements.rules.agreement import is_wrong
from matching.placements.rules.follow_up_plan import planned_weeks
from matching.progress.events import record_event
from matching.progress.types import JobEventKind
from matching.records.job_places import job_place_of
from matching.records.queries.placements import taken_positions
from matching.records.tables.placement import Agreement, Approval, Placement
from matching.records.transitions import PLACEMENT, check_move
from matching.records.types import ApprovalParty, OnBehalfReason, PlacementState, ProposalState

__all__ = ["AgreementContent", "approve", "change", "content_of", "findings_of"]

BEFORE_START = frozenset({PlacementState.DRAFT, PlacementState.AGREED})
FIRST_TWO = frozenset({ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE})


def change(
    session: Session,
    *,
    placement: Placement,
    content: AgreementContent,
    expected_version: int,
    actor_id: uuid.UUID,
    today: date,
    now: datetime,
) -> Agreement:
    """Change the text. Whoever approved it must do so again, and is told. Without a change nothing happens.

    A draft may leave things open, but not say what is wrong. Raises AgreementClosed once it has started or stopped,
    EditedMeanwhile, AgreementWrong with what is wrong.
    """
    lock(session, placement)
    agreement = placement.agreement
    if placement.state not in BEFORE_START:
        raise AgreementClosed
    if agreement.version != expected_version:
        raise EditedMeanwhile
    changed = _differences(agreement, content)
    if not changed:
        return agreement
    findings = findings_for(session, placement, content, today)
    if wrong := tuple(one for one in findings if is_wrong(one)):
        raise AgreementWrong(wrong)
    had_approved = frozenset(agreement.standing_approvals)
    for name in changed:
        value = getattr(content, name)
        setattr(agreement, name, list(value) if name == "schemes" else value)
    if placement.state is PlacementState.AGREED:
        placement.state = PlacementState.DRAFT
    session.flush()
    _record(session, placement, "agreement.changed", actor_id, now, fields=changed)
    if had_approved:
        telling.tell(session, placement, PlacementMail.AGREEMENT_CHANGED, now, parties=had_approved, but_not=actor_id)
    elif not any(one.blocks for one in findings):
        _ask(session, placement, FIRST_TWO, actor_id, now)
    return agreement


def approve(
    session: Session,
    *,
    placement: Placement,
    party: ApprovalParty,
    expected_version: int,
    actor_id: uuid.UUID,
    today: date,
    now: datetime,
    on_behalf_reason: OnBehalfReason | None = None,
) -> None:
    """One party approves the text as it was read; the counsellor's yes, the last, makes it agreed.

    With a reason the counsellor approves in the candidate's place (R14). Approving twice changes nothing. Raises
    EditedMeanwhile when the text is another than the one that was read, ApprovalOutOfTurn, OnlyForCandidate,
    StartBlocked with what is missing, NotDisclosed, PositionsFilled, AgreementClosed.
    """
    lock(session, placement)
    agreement = placement.agreement
    if agreement.version != expected_version:
        raise EditedMeanwhile
    if party in agreement.standing_approvals:
        return
    _check_may_approve(session, placement, party, on_behalf_reason, today)
    agreement.approvals.append(
        Approval(
            party=party,
            agreement_version=agreement.version,
            approved_by_id=actor_id,
            approved_at=now,
            on_behalf_reason=on_behalf_reason,
        )
    )
    session.flush()
    session.refresh(agreement)
    reason = on_behalf_reason.value if on_behalf_reason else ""
    _record(session, placement, f"agreement.approved_by_{party.value}", actor_id, now, reason=reason)
    if party is ApprovalParty.COUNSELLOR:
        _agree(session, placement, actor_id, today, now)
        return
    left = FIRST_TWO - agreement.standing_approvals.keys()
    _ask(session, placement, left or {ApprovalParty.COUNSELLOR}, actor_id, now)


def _check_may_approve(
    session: Session, placement: Placement, party: ApprovalParty, on_behalf: OnBehalfReason | None, today: date
) -> None:
    """Everything is checked before anything is written: a refused act must leave no trace."""
    if on_behalf is not None and party is not ApprovalParty.CANDIDATE:
        raise OnlyForCandidate
    if placement.state is not PlacementState.DRAFT:
        raise AgreementClosed
    if placement.proposal.living_disclosure is None:
        raise NotDisclosed
    if missing := tuple(one for one in findings_of(session, placement, today) if one.blocks):
        raise StartBlocked(missing)
    if party is ApprovalParty.COUNSELLOR:
        if not placement.agreement.standing_approvals.keys() >= FIRST_TWO:
            raise ApprovalOutOfTurn
        hold(session, placement.opening)
        if taken_positions(session, placement.opening_id) >= placement.opening.positions:
            raise PositionsFilled


def _agree(session: Session, placement: Placement, actor_id: uuid.UUID, today: date, now: datetime) -> None:
    check_move(PLACEMENT, placement.state, PlacementState.AGREED)
    placement.state = PlacementState.AGREED
    placement.agreed_at = now
    if placement.proposal.state is ProposalState.EMPLOYER_YES:
        placement.proposal.state = ProposalState.PLACED
    session.flush()
    _record(session, placement, "placement.agreed", actor_id, now)
    agreement = placement.agreement
    record_event(
        session,
        kind=JobEventKind.AGREED,
        source_ref=placement.id,
        place=job_place_of(session, placement.opening, placement.kind, today),
        person_ref=placement.candidate.count_ref,
        planned_weeks=planned_weeks(agreement.starts_on, agreement.ends_on) if agreement.starts_on else None,
        occurred_on=today,
        now=now,
    )
    telling.tell(session, placement, PlacementMail.AGREEMENT_APPROVED, now)


def _ask(
    session: Session, placement: Placement, parties: Collection[ApprovalParty], actor_id: uuid.UUID, now: datetime
) -> None:
    """Tell those whose turn it is to approve."""
    telling.tell(session, placement, PlacementMail.AGREEMENT_TO_APPROVE, now, parties=parties, but_not=actor_id)


def _differences(agreement: Agreement, content: AgreementContent) -> list[str]:
    """The names of what would be changed; the log gets the names, no values."""
    before = content_of(agreement)
    return [one.name for one in fields(content) if getattr(before, one.name) != getattr(content, one.name)]


def _record(
    session: Session, placement: Placement, action: str, actor_id: uuid.UUID, now: datetime, **details: Any
) -> None:
    version = placement.agreement.version
    record(session, placement, action, actor_id, now, agreement_version=version, **details)
