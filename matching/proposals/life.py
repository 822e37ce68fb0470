"""Proposing a place, answering, taking back: every change of a proposal's state goes through `_move`."""

import uuid
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit, outbox
from ground.errors import EditedMeanwhile
from ground.locks import hold
from ground.texts import Locale
from matching.catalogue.choices import Adaptation
from matching.disclosures import sharing as disclosures
from matching.matches.ranking import AGAINST_THE_LAW, compare, frozen
from matching.matches.requirements import ObstacleCode
from matching.placements.life import cancel, placement_of
from matching.proposals.errors import AlreadyProposed, NotLawful, OpeningNotOpen, ReasonNeeded
from matching.proposals.mails import ProposalMail
from matching.records.errors import CandidateNotActive
from matching.records.queries.placements import of_candidate as placements_of
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.proposal import Proposal
from matching.records.transitions import PROPOSAL, check_move
from matching.records.types import NoReason, PlacementState, ProposalState, SharedItem
from register.people import mail
from register.roles.grants import people_with_role
from register.roles.types import Role

NOT_OPEN = frozenset(
    {
        ObstacleCode.OPENING_NOT_OPEN,
        ObstacleCode.NO_POSITIONS_LEFT,
        ObstacleCode.DEADLINE_PASSED,
        ObstacleCode.OPENING_OVER,
    }
)
UNANSWERED = (ProposalState.PROPOSED, ProposalState.CANDIDATE_YES)
OPEN_STATES = tuple(state for state in ProposalState if state.is_open)


def propose(
    session: Session,
    *,
    candidate: Candidate,
    opening: Opening,
    counsellor_id: uuid.UUID,
    note: str,
    override_reason: str,
    today: date,
    now: datetime,
) -> Proposal:
    """Propose a place; the reasons are frozen as they stand now.

    What the law forbids cannot be proposed. What else stands in the way can, with a reason that is logged.
    Raises CandidateNotActive, AlreadyProposed, OpeningNotOpen, NotLawful, ReasonNeeded.
    """
    hold(session, candidate, opening)
    if not candidate.is_active:
        raise CandidateNotActive
    if living_proposal(session, candidate_id=candidate.id, opening_id=opening.id) is not None:
        raise AlreadyProposed
    match = compare(session, candidate=candidate, opening=opening, today=today)
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
        counsellor_id=counsellor_id,
        snapshot=frozen(match),
        note=note.strip(),
        proposed_at=now,
    )
    session.add(proposal)
    session.flush()
    audit.record(
        session,
        action="proposal.made",
        subject=proposal,
        actor_id=counsellor_id,
        now=now,
        reason=override_reason.strip(),
        score=match.score.total,
        against=[one.code.value for one in obstacles],
    )
    if candidate.email:
        locale = candidate.user.locale if candidate.user else Locale.BOKMAAL
        outbox.enqueue(session, recipient=candidate.email, kind=ProposalMail.PROPOSAL_MADE, now=now, locale=locale)
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
    session: Session,
    *,
    proposal: Proposal,
    shared: Collection[SharedItem],
    adaptations: Collection[Adaptation],
    expected_version: int,
    today: date,
    now: datetime,
) -> Proposal:
    """The employer may know who it is; a yes said again changes nothing.

    Raises EditedMeanwhile, MoveNotAllowed, OpeningNotOpen, NotLawful.
    """
    hold(session, proposal.candidate, proposal.opening)
    session.refresh(proposal)
    if proposal.state is ProposalState.CANDIDATE_YES:
        return proposal
    _check_version(proposal, expected_version)
    check_move(PROPOSAL, proposal.state, ProposalState.CANDIDATE_YES)
    match = compare(session, candidate=proposal.candidate, opening=proposal.opening, today=today)
    if any(one.code in NOT_OPEN for one in match.requirements.obstacles):
        raise OpeningNotOpen
    if not match.lawful:  # the place has changed since it was proposed
        raise NotLawful(tuple(one for one in match.requirements.obstacles if one.code in AGAINST_THE_LAW))
    user_id = proposal.candidate.user_id
    _move(session, proposal, ProposalState.CANDIDATE_YES, actor_id=user_id, now=now, answered_at=now)
    disclosures.give(session, proposal=proposal, shared=shared, adaptations=adaptations, now=now)
    _tell_counsellor(session, proposal, ProposalMail.CANDIDATE_ANSWERED, now)
    organisation = proposal.opening.organisation
    for leader in people_with_role(session, Role.LEADER, organisation_id=organisation.id):
        mail.enqueue_to(
            session,
            leader,
            kind=ProposalMail.CANDIDATE_SAID_YES,
            now=now,
            orgnr=organisation.orgnr,
            organisation=organisation.name,
        )
    return proposal


def say_no(
    session: Session,
    *,
    proposal: Proposal,
    reason: NoReason | None,
    expected_version: int,
    now: datetime,
) -> Proposal:
    """A no; the employer never hears of it. Raises EditedMeanwhile, MoveNotAllowed."""
    _check_version(proposal, expected_version)
    check_move(PROPOSAL, proposal.state, ProposalState.CANDIDATE_NO)
    user_id = proposal.candidate.user_id
    _move(
        session,
        proposal,
        ProposalState.CANDIDATE_NO,
        actor_id=user_id,
        now=now,
        answered_at=now,
        no_reason=reason,
    )
    _tell_counsellor(session, proposal, ProposalMail.CANDIDATE_ANSWERED, now)
    return proposal


def take_back_yes(session: Session, *, proposal: Proposal, expected_version: int, now: datetime) -> Proposal:
    """The candidate changes their mind before it is agreed: at once the employer sees nothing more.

    Raises EditedMeanwhile, MoveNotAllowed (also once there is an agreement).
    """
    _check_version(proposal, expected_version)
    _call_off(session, proposal, actor_id=proposal.candidate.user_id, now=now)
    _tell_counsellor(session, proposal, ProposalMail.CANDIDATE_ANSWERED, now)
    return proposal


def withdraw(
    session: Session, *, proposal: Proposal, actor_id: uuid.UUID, expected_version: int, now: datetime
) -> Proposal:
    """The counsellor takes the proposal back. Raises EditedMeanwhile, MoveNotAllowed."""
    _check_version(proposal, expected_version)
    _call_off(session, proposal, actor_id=actor_id, now=now)
    return proposal


def lapse_for_opening(
    session: Session,
    *,
    opening_id: uuid.UUID,
    actor_id: uuid.UUID | None,
    now: datetime,
    states: Collection[ProposalState] = UNANSWERED,
) -> int:
    """The place is gone: proposals that wait for an answer come to nothing. Returns how many.

    Where both have said yes the agreement is on its way, often the reason for closing; those go on.
    """
    waiting = session.scalars(
        select(Proposal).where(Proposal.opening_id == opening_id, Proposal.state.in_(states))
    ).all()
    for proposal in waiting:
        _move(session, proposal, ProposalState.LAPSED, actor_id=actor_id, now=now)
    return len(waiting)


def close_open_proposals(session: Session, *, candidate: Candidate, actor_id: uuid.UUID, now: datetime) -> None:
    """The candidate stops taking part: everything that waits is called off, drafts of agreements first."""
    for placement in placements_of(session, candidate.id):
        if placement.state is PlacementState.DRAFT:
            cancel(session, placement=placement, actor_id=actor_id, now=now)
    waiting = session.scalars(
        select(Proposal).where(Proposal.candidate_id == candidate.id, Proposal.state.in_(OPEN_STATES))
    ).all()
    for proposal in waiting:
        _call_off(session, proposal, actor_id=actor_id, now=now)


def _call_off(session: Session, proposal: Proposal, *, actor_id: uuid.UUID | None, now: datetime) -> None:
    """Withdraw the proposal, and the draft of a placement that was begun from it."""
    check_move(PROPOSAL, proposal.state, ProposalState.WITHDRAWN)
    placement = placement_of(session, proposal_id=proposal.id)
    if placement is not None and placement.state is PlacementState.DRAFT:
        assert actor_id is not None  # a placement is only called off by a person
        cancel(session, placement=placement, actor_id=actor_id, now=now)
    if proposal.state is not ProposalState.WITHDRAWN:
        _move(session, proposal, ProposalState.WITHDRAWN, actor_id=actor_id, now=now)
    disclosures.end(session, proposal=proposal, actor_id=actor_id, now=now)


def _check_version(proposal: Proposal, expected_version: int) -> None:
    if proposal.version != expected_version:
        raise EditedMeanwhile


def _move(
    session: Session,
    proposal: Proposal,
    wanted: ProposalState,
    *,
    actor_id: uuid.UUID | None,
    now: datetime,
    **values: object,
) -> Proposal:
    """Change the state, end the sharing where the new state does not allow it, and write it down.

    `values` belong to the new state and are written with it, in one statement.
    """
    check_move(PROPOSAL, proposal.state, wanted)
    before, proposal.state = proposal.state, wanted
    for name, value in values.items():
        setattr(proposal, name, value)
    if not wanted.is_open and wanted is not ProposalState.PLACED:
        proposal.closed_at = now
    session.flush()
    audit.record(
        session,
        action=f"proposal.{wanted.value}",
        subject=proposal,
        actor_id=actor_id,
        now=now,
        before=before.value,
    )
    if not wanted.discloses_name:
        disclosures.end(session, proposal=proposal, actor_id=actor_id, now=now)
    return proposal


def _tell_counsellor(session: Session, proposal: Proposal, kind: ProposalMail, now: datetime) -> None:
    mail.enqueue_to(session, proposal.counsellor, kind=kind, now=now, candidate_id=str(proposal.candidate_id))
