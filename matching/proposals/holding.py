"""Holding a proposal with all that an answer or a taking back touches."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ground.locks import held, held_all
from matching.placements.life import lock, placement_of
from matching.records.tables.candidate import Candidate
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal


def hold_with_placement(session: Session, proposal: Proposal) -> Placement | None:
    """Hold a proposal and the placement that it led to, which is returned.

    The candidate is held before them, so that nothing is begun from the proposal while one looks. With the proposal
    come the candidate and the place, as they are now.
    """
    held(session, Candidate, proposal.candidate_id)
    placement = placement_of(session, proposal_id=proposal.id)
    if placement is not None:
        lock(session, placement)
    query = select(Proposal).where(Proposal.id == proposal.id)
    held_all(session, Proposal, query.options(joinedload(Proposal.candidate), joinedload(Proposal.opening)))
    return placement
