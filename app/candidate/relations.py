"""The young person's own things; what belongs to others is missing."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from matching.records.tables.proposal import Proposal


@relation("candidate")
def oneself(session: Session, principal: Principal, _arguments: Arguments) -> Candidate:
    """The one who is signed in is a candidate who takes part."""
    return queries.candidate_of_user(session, principal.id)


@relation("proposal")
def own_proposal(session: Session, principal: Principal, arguments: Arguments) -> Proposal:
    """A proposal to the one who is signed in."""
    return queries.proposal_of_user(session, principal.id, arguments["proposal_id"])
