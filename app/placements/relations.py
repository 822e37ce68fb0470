"""Who is related to a placement: the employer it is shared with, the candidate's office, the candidate."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from matching.records.queries import placements as queries


def employers_proposal(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """A proposal whose candidate said yes to this employer."""
    queries.disclosed_proposal(session, arguments["orgnr"], arguments["proposal_id"])


def employers_proposal_to_answer(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The same, or one that the employer has said no to already."""
    queries.proposal_to_answer(session, arguments["orgnr"], arguments["proposal_id"])


def employers_placement(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """A placement shared with this employer."""
    queries.placement_of_employer(session, arguments["orgnr"], arguments["placement_id"])


def offices_placement(session: Session, principal: Principal, arguments: Arguments) -> None:
    """A placement of a candidate of the counsellor's office."""
    queries.placement_of_offices(session, principal.office_ids, arguments["placement_id"])


def own_placement(session: Session, principal: Principal, arguments: Arguments) -> None:
    """The candidate's own placement."""
    queries.placement_of_candidate(session, principal.id, arguments["placement_id"])
