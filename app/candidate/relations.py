"""The young person's own things; what belongs to others is missing."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from matching.records.queries import candidates as queries


def oneself(session: Session, principal: Principal, _arguments: Arguments) -> None:
    """The one who is signed in is a candidate who takes part."""
    queries.candidate_of_user(session, principal.id)


def own_proposal(session: Session, principal: Principal, arguments: Arguments) -> None:
    """A proposal to the one who is signed in."""
    queries.proposal_of_user(session, principal.id, arguments["proposal_id"])
