"""Who is related to what on the counsellor's pages: candidates of their offices, and places that are open."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from app.context import today
from matching.records.queries import candidates as queries
from matching.records.queries.openings import visible_opening


def offices_candidate(session: Session, principal: Principal, arguments: Arguments) -> None:
    """A candidate of one of the counsellor's offices; in other offices they are missing."""
    queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])


def candidates_proposal(session: Session, principal: Principal, arguments: Arguments) -> None:
    """A proposal to a candidate of the counsellor's offices."""
    candidate = queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])
    queries.proposal_of(session, candidate.id, arguments["proposal_id"])


def offered_opening(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """A place that is offered today, paid or not."""
    visible_opening(session, arguments["opening_id"], today=today())


def candidate_and_opening(session: Session, principal: Principal, arguments: Arguments) -> None:
    """A candidate of the counsellor's offices and a place that is offered today."""
    offices_candidate(session, principal, arguments)
    offered_opening(session, principal, arguments)
