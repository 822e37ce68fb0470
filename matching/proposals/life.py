"""Proposing a place, answering, taking back: what a proposal goes through before the employer answers."""

import uuid
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import DomainError, check_version
from ground.locks import held_all, hold
from ground.moves import check_move
from ground.texts import Locale
from matching.disclosures import sharing as disclosures
from matching.doors import events
from matching.doors import links as own_links
from matching.doors.mails import DoorMail
from matching.doors.types import DoorEventKind
from matching.matches.ranking import AGAINST_THE_LAW, compare, frozen
from matching.matches.requirements import ObstacleCode
from matching.placements.life import cancel_held, lock
from matching.proposals.errors import AlreadyProposed, NotLawful, OpeningNotOpen, ReasonNeeded
from matching.proposals.holding import hold_with_placement
from matching.proposals.mails import ProposalMail
from matching.records.errors import CandidateNotActive, UseRestricted
from matching.records.queries.candidates import who_follow_up
from matching.records.queries.placements import drafts_of_candidate
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import (
    UNANSWERED,
    ApprovalParty,
    NoReason,
    OnBehalfReason,
    PlacementState,
    ProposalState,
    SharedItem,
)
from register.people import mail
from register.roles.grants import people_with_role
from register.roles.types import Role
from register.sign_in.types import door_of

NOT_OPEN = frozenset(
    {
        ObstacleCode.OPENING_NOT_OPEN,
        ObstacleCode.NO_POSITIONS_LEFT,
        ObstacleCode.DEADLINE_PASSED,
        ObstacleCode.OPENING_OVER,
    }
)
OPEN_STATES = tuple(state for state in ProposalState if state.is_open)


def propose(
    act: Act,
    *,
    candidate: Candidate,
    opening: Opening,
    note: str,
    override_reason: str,
    written_in: Locale = Locale.BOKMAAL,
) -> Proposal:
    """Propose a place; the reasons are frozen as they stand now.

    What the law forbids cannot be proposed. What else stands in the way can, with a reason that is logged.
    Raises CandidateNotActive, AlreadyProposed, OpeningNotOpen, NotLawful, ReasonNeeded.
    """
    hold(act.session, candidate, opening)
    if not candidate.is_active:
        raise CandidateNotActive
    if living_proposal(act.session, candidate_id=candidate.id, opening_id=opening.id) is not None:
        raise AlreadyProposed
    match = compare(act.session, candidate=candidate, opening=opening, today=act.today)
    obstacles = match.requirements.obstacles
    if any(one.code in NOT_OPEN for one in obstacles):
        raise OpeningNotOpen
    if not match.lawful:
        raise NotLawful(tuple(one for one in obstacles if one.code in AGAINST_THE_LAW))
    if obstacles and not override_reason.strip():
        raise ReasonNeeded
    proposal = Proposal(
        candidate=candidate,
        opening=opening,
        counsellor_id=act.person_id,
        snapshot=frozen(match),
        note=note.strip(),
        written_in=written_in,
        proposed_at=act.now,
    )
    act.session.add(proposal)
    act.session.flush()
    audit.record(
        act,
        action="proposal.made",
        subject=proposal,
        reason=override_reason.strip(),
        score=match.score.total,
        against=[one.code.value for one in obstacles],
    )
    own_links.enqueue_to(act, candidate, kind=ProposalMail.PROPOSAL_MADE, proposal_id=str(proposal.id))
    return proposal


def living_proposal(session: Session, *, candidate_id: uuid.UUID, opening_id: uuid.UUID) -> Proposal | None:
    """The proposal of this place to this candidate that still stands."""
    return session.scalar(
        select(Proposal).where(
            Proposal.candidate_id == candidate_id,
            Proposal.opening_id == opening_id,
            Proposal.closed_at.is_(None),
        )
    )


def say_yes(
    act: Act,
    *,
    proposal: Proposal,
    shared: Collection[SharedItem],
    adaptations: Collection[str],
    expected_version: int,
    on_behalf_reason: OnBehalfReason | None = None,
) -> Proposal:
    """The employer may know who it is; the same yes said again changes nothing.

    With a reason the counsellor says what the candidate has said to them (R14), and the candidate is told.
    Raises EditedMeanwhile, MoveNotAllowed, OpeningNotOpen, NotLawful, UseRestricted.
    """
    hold(act.session, proposal.candidate, proposal.opening, proposal)
    said_already = proposal.state is ProposalState.CANDIDATE_YES
    if said_already and disclosures.is_given(proposal, shared=shared, adaptations=adaptations):
        return proposal
    check_version(proposal.version, expected_version)
    check_move(proposal, ProposalState.CANDIDATE_YES)
    if refused := refusal_of_yes(act.session, proposal, act.today):
        raise refused
    _answered(act, proposal, on_behalf_reason)
    disclosures.go_on(act, proposal, ProposalState.CANDIDATE_YES)
    disclosures.give(act, proposal=proposal, shared=shared, adaptations=adaptations)
    _tell_counsellor(act, proposal, ProposalMail.CANDIDATE_ANSWERED)
    organisation = proposal.opening.organisation
    for leader in people_with_role(act.session, Role.LEADER, organisation_id=organisation.id):
        mail.enqueue_to(
            act, leader, kind=ProposalMail.CANDIDATE_SAID_YES, orgnr=organisation.orgnr, organisation=organisation.name
        )
    return proposal


def refusal_of_yes(session: Session, proposal: Proposal, today: date) -> DomainError | None:
    """Why a yes could not be taken now, if so; a no always can. The page asks before it offers the button."""
    if proposal.candidate.restricted_at is not None:
        return UseRestricted()
    match = compare(session, candidate=proposal.candidate, opening=proposal.opening, today=today)
    if any(one.code in NOT_OPEN for one in match.requirements.obstacles):
        return OpeningNotOpen()
    if not match.lawful:  # the place has changed since it was proposed
        return NotLawful(tuple(one for one in match.requirements.obstacles if one.code in AGAINST_THE_LAW))
    return None


def say_no(
    act: Act,
    *,
    proposal: Proposal,
    reason: NoReason | None,
    expected_version: int,
    on_behalf_reason: OnBehalfReason | None = None,
) -> Proposal:
    """A no; the employer never hears of it. With `on_behalf_reason` the counsellor says it for the candidate.

    Raises EditedMeanwhile, MoveNotAllowed.
    """
    hold_with_placement(act.session, proposal)
    check_version(proposal.version, expected_version)
    check_move(proposal, ProposalState.CANDIDATE_NO)
    _answered(act, proposal, on_behalf_reason)
    proposal.no_reason = reason
    disclosures.go_on(act, proposal, ProposalState.CANDIDATE_NO)
    _tell_counsellor(act, proposal, ProposalMail.CANDIDATE_ANSWERED)
    return proposal


def take_back_yes(act: Act, *, proposal: Proposal, expected_version: int) -> Proposal:
    """The candidate changes their mind before it is agreed: at once the employer sees nothing more.

    Raises EditedMeanwhile, MoveNotAllowed (also once there is an agreement).
    """
    placement = hold_with_placement(act.session, proposal)
    check_version(proposal.version, expected_version)
    _call_off(act, proposal, placement)
    _tell_counsellor(act, proposal, ProposalMail.CANDIDATE_ANSWERED)
    return proposal


def withdraw(act: Act, *, proposal: Proposal, expected_version: int) -> Proposal:
    """The counsellor takes the proposal back. Raises EditedMeanwhile, MoveNotAllowed."""
    placement = hold_with_placement(act.session, proposal)
    check_version(proposal.version, expected_version)
    _call_off(act, proposal, placement)
    return proposal


def lapse_for_opening(act: Act, *, opening_id: uuid.UUID, states: Collection[ProposalState] = UNANSWERED) -> int:
    """The place is gone: proposals that wait for an answer come to nothing. Returns how many.

    Who follows the candidate up is told; the candidate hears it from them, as with an employer's no. Where both have
    said yes the agreement is on its way, often the reason for closing; those go on.
    """
    query = select(Proposal).where(Proposal.opening_id == opening_id, Proposal.state.in_(states))
    waiting = held_all(act.session, Proposal, query.order_by(Proposal.proposed_at, Proposal.id))
    told = who_follow_up(act.session, {proposal.candidate_id for proposal in waiting}) if waiting else {}
    for proposal in waiting:
        disclosures.go_on(act, proposal, ProposalState.LAPSED)
        for counsellor in told.get(proposal.candidate_id, ()):
            mail.enqueue_to(
                act,
                counsellor,
                kind=ProposalMail.PROPOSAL_LAPSED,
                party=ApprovalParty.COUNSELLOR,
                candidate_id=str(proposal.candidate_id),
                proposal_id=str(proposal.id),
            )
    return len(waiting)


def close_open_proposals(act: Act, *, candidate: Candidate) -> None:
    """The candidate, who is held, stops taking part: what waits is called off, drafts of agreements first."""
    drafts = drafts_of_candidate(act.session, candidate.id)
    for placement in drafts:
        lock(act.session, placement)
    theirs = select(Proposal).where(Proposal.candidate_id == candidate.id)
    begun = Proposal.state.in_(OPEN_STATES) | Proposal.id.in_([placement.proposal_id for placement in drafts])
    waiting = held_all(act.session, Proposal, theirs.where(begun).order_by(Proposal.proposed_at, Proposal.id))
    for placement in drafts:
        cancel_held(act, placement=placement)
    for proposal in waiting:
        if proposal.state.is_open:
            _call_off(act, proposal, None)


def _call_off(act: Act, proposal: Proposal, placement: Placement | None) -> None:
    """Withdraw the proposal, and the draft of a placement that was begun from it."""
    check_move(proposal, ProposalState.WITHDRAWN)
    if placement is not None and placement.state is PlacementState.DRAFT:
        cancel_held(act, placement=placement)
    if proposal.state is not ProposalState.WITHDRAWN:
        disclosures.go_on(act, proposal, ProposalState.WITHDRAWN)


def _answered(act: Act, proposal: Proposal, on_behalf_reason: OnBehalfReason | None) -> None:
    """Keep when, and how whoever answered was signed in, or who answered in the candidate's place and why."""
    proposal.answered_at = act.now
    proposal.on_behalf_reason = on_behalf_reason
    proposal.answered_for_by_id = act.person_id if on_behalf_reason else None
    proposal.answer_door = None if on_behalf_reason else door_of(act.door)
    if on_behalf_reason:
        audit.record(act, action="proposal.answered_for", subject=proposal, reason=on_behalf_reason.value)
        events.note(act, proposal.candidate, DoorEventKind.ANSWERED_FOR)
        own_links.enqueue_to(act, proposal.candidate, kind=DoorMail.ANSWERED_FOR, proposal_id=str(proposal.id))


def _tell_counsellor(act: Act, proposal: Proposal, kind: ProposalMail) -> None:
    candidate_id = proposal.candidate_id
    for counsellor in who_follow_up(act.session, [candidate_id]).get(candidate_id, ()):
        mail.enqueue_to(act, counsellor, kind=kind, candidate_id=str(candidate_id))
