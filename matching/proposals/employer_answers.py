"""The employer answers a candidate who said yes."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from ground import audit
from ground.locks import hold
from matching.disclosures import sharing as disclosures
from matching.disclosures.errors import NotDisclosed
from matching.placements import telling
from matching.placements.errors import PositionsFilled
from matching.placements.life import begin, cancel, placement_of
from matching.proposals.mails import ProposalMail
from matching.records.queries.placements import taken_positions
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.transitions import PROPOSAL, check_move
from matching.records.types import PlacementState, ProposalState
from register.people.models import User


def answer_as_employer(
    session: Session,
    *,
    proposal: Proposal,
    wants_to: bool,
    coordinator_id: uuid.UUID,
    actor_id: uuid.UUID,
    now: datetime,
) -> Placement | None:
    """A yes begins the placement; a no ends the sharing, and a draft that an earlier yes had begun.

    The counsellor is told either way, the candidate of a yes: a no they hear from the counsellor. Answering the same
    way twice changes nothing. Raises NotDisclosed, PositionsFilled, MoveNotAllowed.
    """
    begun = placement_of(session, proposal_id=proposal.id)
    if begun is not None:
        hold(session, begun)
    hold(session, proposal)
    if not wants_to:
        _say_no(session, proposal, coordinator_id, actor_id, now)
        return None
    if proposal.state in (ProposalState.EMPLOYER_YES, ProposalState.PLACED):
        return placement_of(session, proposal_id=proposal.id)
    if proposal.living_disclosure is None:
        raise NotDisclosed
    check_move(PROPOSAL, proposal.state, ProposalState.EMPLOYER_YES)
    if taken_positions(session, proposal.opening_id) >= proposal.opening.positions:
        raise PositionsFilled
    _move(session, proposal, ProposalState.EMPLOYER_YES, actor_id, now)
    placement = begin(session, proposal=proposal, coordinator_id=coordinator_id, actor_id=actor_id, now=now)
    telling.tell_counsellor(
        session, placement.coordinator, ProposalMail.EMPLOYER_ANSWERED, now, placement_id=placement.id
    )
    telling.tell_candidate(session, placement, ProposalMail.EMPLOYER_SAID_YES, now)
    return placement


def _say_no(
    session: Session, proposal: Proposal, coordinator_id: uuid.UUID, actor_id: uuid.UUID, now: datetime
) -> None:
    if proposal.state is ProposalState.EMPLOYER_NO:
        return
    if proposal.living_disclosure is None:
        raise NotDisclosed
    check_move(PROPOSAL, proposal.state, ProposalState.EMPLOYER_NO)
    proposal.closed_at = now
    _move(session, proposal, ProposalState.EMPLOYER_NO, actor_id, now)
    draft = placement_of(session, proposal_id=proposal.id)
    if draft is not None and draft.state is PlacementState.DRAFT:
        cancel(session, placement=draft, actor_id=actor_id, now=now)
        return
    disclosures.end(session, proposal=proposal, actor_id=actor_id, now=now)
    coordinator = session.get_one(User, coordinator_id)
    telling.tell_counsellor(
        session,
        coordinator,
        ProposalMail.EMPLOYER_ANSWERED,
        now,
        candidate_id=proposal.candidate_id,
        proposal_id=proposal.id,
    )


def _move(session: Session, proposal: Proposal, wanted: ProposalState, actor_id: uuid.UUID, now: datetime) -> None:
    proposal.state = wanted
    session.flush()
    audit.record(
        session,
        action=f"proposal.{wanted.value}",
        subject=proposal,
        actor_id=actor_id,
        now=now,
        organisation_id=proposal.opening.organisation_id,
    )
