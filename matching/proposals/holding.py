"""Holding a proposal with all that an answer or a taking back touches."""

from sqlalchemy.orm import Session

from ground.locks import held, hold
from matching.placements.life import lock, placement_of
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal


def hold_with_placement(session: Session, proposal: Proposal) -> Placement | None:
    """Hold a proposal and the placement that it led to, which is returned.

    The candidate is held before them, so that nothing is begun from the proposal while one looks.
    """
    held(session, Candidate, proposal.candidate_id)
    placement = placement_of(session, proposal_id=proposal.id)
    if placement is not None:
        lock(session, placement)
    hold(session, proposal)
    return placement
