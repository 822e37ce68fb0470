"""The employer answers a candidate who said yes."""

import uuid

from ground.act import Act
from ground.moves import check_move
from matching.disclosures import sharing as disclosures
from matching.disclosures.errors import NotDisclosed
from matching.placements import telling
from matching.placements.errors import PositionsFilled
from matching.placements.life import begin, cancel_held
from matching.proposals.holding import hold_with_placement
from matching.proposals.mails import ProposalMail
from matching.records.queries.placements import filled
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import PlacementState, ProposalState
from register.people.models import User


def answer_as_employer(act: Act, *, proposal: Proposal, wants_to: bool, coordinator_id: uuid.UUID) -> Placement | None:
    """A yes begins the placement; a no ends the sharing, and a draft that an earlier yes had begun.

    The counsellor is told either way, the candidate of a yes: a no they hear from the counsellor. Answering the same
    way twice changes nothing. Raises NotDisclosed, PositionsFilled, MoveNotAllowed.
    """
    begun = hold_with_placement(act.session, proposal)
    if not wants_to:
        _say_no(act, proposal, begun, coordinator_id)
        return None
    if proposal.state in (ProposalState.EMPLOYER_YES, ProposalState.PLACED):
        return begun
    if proposal.living_disclosure is None:
        raise NotDisclosed
    check_move(proposal, ProposalState.EMPLOYER_YES)
    if filled(act.session, [proposal.opening]):
        raise PositionsFilled
    disclosures.go_on(act, proposal, ProposalState.EMPLOYER_YES, proposal.opening.organisation_id)
    placement = begin(act, proposal=proposal, coordinator_id=coordinator_id)
    telling.tell_counsellor(act, placement.coordinator, ProposalMail.EMPLOYER_ANSWERED, placement_id=placement.id)
    telling.tell_candidate(act, placement, ProposalMail.EMPLOYER_SAID_YES)
    return placement


def _say_no(act: Act, proposal: Proposal, draft: Placement | None, coordinator_id: uuid.UUID) -> None:
    if proposal.state is ProposalState.EMPLOYER_NO:
        return
    if proposal.living_disclosure is None:
        raise NotDisclosed
    check_move(proposal, ProposalState.EMPLOYER_NO)
    disclosures.go_on(act, proposal, ProposalState.EMPLOYER_NO, proposal.opening.organisation_id)
    if draft is not None and draft.state is PlacementState.DRAFT:
        cancel_held(act, placement=draft)
        return
    disclosures.end(act, proposal=proposal)
    coordinator = act.session.get_one(User, coordinator_id)
    telling.tell_counsellor(
        act, coordinator, ProposalMail.EMPLOYER_ANSWERED, candidate_id=proposal.candidate_id, proposal_id=proposal.id
    )
