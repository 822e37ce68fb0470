"""The shared plan: written by the employer and the counsellor, approved by all three, the counsellor last."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from ground.act import Act
from ground.errors import DomainError, check_version
from ground.findings import Finding
from ground.locks import hold
from ground.moves import check_move, move
from ground.texts import Locale
from matching.disclosures import sharing as disclosures
from matching.disclosures.errors import NotDisclosed
from matching.doors import events
from matching.doors.types import DoorEventKind
from matching.placements import telling
from matching.placements.agreement_facts import findings_for, findings_of
from matching.placements.content import AgreementContent, content_of, differences, write_content
from matching.placements.errors import (
    AgreementChanged,
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
from matching.records.errors import UseRestricted
from matching.records.job_places import job_place_of
from matching.records.queries.placements import filled
from matching.records.tables.placement import Agreement, Approval, Placement
from matching.records.types import BEFORE_START, ApprovalParty, OnBehalfReason, PlacementState, ProposalState
from register.sign_in.types import door_of

FIRST_TWO = frozenset({ApprovalParty.EMPLOYER, ApprovalParty.CANDIDATE})


def change(
    act: Act,
    *,
    placement: Placement,
    content: AgreementContent,
    expected_version: int,
    written_in: Locale | None = None,
) -> Agreement:
    """Change the text. Whoever approved it must do so again, and is told. Without a change nothing happens.

    Without a language it stays in the one that it was in.

    A draft may leave things open, but not say what is wrong. Raises AgreementClosed once it has started or stopped,
    EditedMeanwhile, AgreementWrong with what is wrong.
    """
    lock(act.session, placement)
    agreement = placement.agreement
    if placement.state not in BEFORE_START:
        raise AgreementClosed
    check_version(agreement.version, expected_version)
    changed = [*differences(content_of(agreement), content)]
    if written_in not in (None, agreement.written_in):
        changed.append("written_in")
    if not changed:
        return agreement
    findings = findings_for(act.session, placement, content, act.today)
    if wrong := tuple(one for one in findings if is_wrong(one)):
        raise AgreementWrong(wrong)
    had_approved = frozenset(agreement.standing_approvals)
    write_content(agreement, content)
    agreement.written_in = written_in or agreement.written_in
    if placement.state is PlacementState.AGREED:
        _move(act, placement, PlacementState.DRAFT)
    act.session.flush()
    _record(act, placement, "agreement.changed", fields=changed)  # their names, and no values
    if had_approved:
        telling.tell(act, placement, PlacementMail.AGREEMENT_CHANGED, parties=had_approved, but_not=act.person_id)
    elif not any(one.blocks for one in findings):
        _ask(act, placement, FIRST_TWO)
    return agreement


def approve(
    act: Act,
    *,
    placement: Placement,
    party: ApprovalParty,
    expected_version: int,
    on_behalf_reason: OnBehalfReason | None = None,
) -> None:
    """One party approves the text as it was read; the counsellor's yes, the last, makes it agreed.

    With a reason the counsellor approves in the candidate's place (R14). Approving twice changes nothing. Raises
    AgreementChanged when the text is another than the one that was read, ApprovalOutOfTurn, OnlyForCandidate,
    UseRestricted while the candidate has stopped the use, StartBlocked with what is missing, NotDisclosed,
    PositionsFilled, AgreementClosed.

    The candidate is held too: who leaves, is deleted or stops the use at the same moment does it before or after.
    """
    hold(act.session, placement.candidate)
    lock(act.session, placement)
    agreement = placement.agreement
    if agreement.version != expected_version:
        raise AgreementChanged
    if party in agreement.standing_approvals:
        return
    _check_may_approve(act.session, placement, party, on_behalf_reason, act.today)
    agreement.approvals.append(
        Approval(
            party=party,
            agreement_version=agreement.version,
            approved_by_id=act.person_id,
            approved_at=act.now,
            on_behalf_reason=on_behalf_reason,
            door=door_of(act.door),
        )
    )
    act.session.flush()
    act.session.refresh(agreement)
    if on_behalf_reason is not None:
        events.note(act, placement.candidate, DoorEventKind.APPROVED_FOR)
    reason = on_behalf_reason.value if on_behalf_reason else ""
    _record(act, placement, f"agreement.approved_by_{party.value}", reason=reason)
    if party is ApprovalParty.COUNSELLOR:
        _agree(act, placement)
        return
    left = FIRST_TWO - agreement.standing_approvals.keys()
    _ask(act, placement, left or {ApprovalParty.COUNSELLOR})


def _check_may_approve(
    session: Session, placement: Placement, party: ApprovalParty, on_behalf: OnBehalfReason | None, today: date
) -> None:
    """Everything is checked before anything is written: a refused act must leave no trace."""
    if on_behalf is not None and party is not ApprovalParty.CANDIDATE:
        raise OnlyForCandidate
    if party is ApprovalParty.COUNSELLOR:
        hold(session, placement.opening)
    if refused := refusal_to_approve(session, placement, party, findings_of(session, placement, today)):
        raise refused


def refusal_to_approve(
    session: Session, placement: Placement, party: ApprovalParty, findings: Iterable[Finding]
) -> DomainError | None:
    """Why a party cannot approve the text as it stands, if so. `findings` are those of the agreement today.

    Its page asks before it offers the button.
    """
    if placement.state is not PlacementState.DRAFT:
        return AgreementClosed()
    if placement.candidate.restricted_at is not None:  # a stop lets on what is agreed, and makes nothing new
        return UseRestricted()
    if placement.proposal.living_disclosure is None:
        return NotDisclosed()
    if missing := tuple(one for one in findings if one.blocks):
        return StartBlocked(missing)
    if party is ApprovalParty.COUNSELLOR:
        if not placement.agreement.standing_approvals.keys() >= FIRST_TWO:
            return ApprovalOutOfTurn()
        if filled(session, [placement.opening]):
            return PositionsFilled()
    return None


def _agree(act: Act, placement: Placement) -> None:
    check_move(placement, PlacementState.AGREED)
    _move(act, placement, PlacementState.AGREED)
    placement.agreed_at = act.now
    if placement.proposal.state is ProposalState.EMPLOYER_YES:
        disclosures.go_on(act, placement.proposal, ProposalState.PLACED)
    act.session.flush()
    agreement = placement.agreement
    record_event(
        act,
        kind=JobEventKind.AGREED,
        source_ref=placement.id,
        place=job_place_of(act.session, placement.opening, placement.kind, act.today),
        person_ref=placement.candidate.count_ref,
        planned_weeks=planned_weeks(agreement.starts_on, agreement.ends_on) if agreement.starts_on else None,
        occurred_on=act.today,
    )
    telling.tell(act, placement, PlacementMail.AGREEMENT_APPROVED)


def _ask(act: Act, placement: Placement, parties: Collection[ApprovalParty]) -> None:
    """Tell those whose turn it is to approve."""
    telling.tell(act, placement, PlacementMail.AGREEMENT_TO_APPROVE, parties=parties, but_not=act.person_id)


def _record(act: Act, placement: Placement, action: str, **details: Any) -> None:
    version = placement.agreement.version
    record(act, placement, action, agreement_version=version, **details)


def _move(act: Act, placement: Placement, wanted: PlacementState) -> None:
    version = placement.agreement.version
    move(act, placement, wanted, organisation_id=placement.opening.organisation_id, agreement_version=version)
