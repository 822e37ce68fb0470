"""The young person behind the door."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate


@relation("candidate")
def oneself(session: Session, principal: Principal, _arguments: Arguments) -> Candidate:
    """The one who is signed in is a candidate who takes part."""
    return queries.candidate_of_user(session, principal.id)


@relation("candidate")
def oneself_known(session: Session, principal: Principal, _arguments: Arguments) -> Candidate:
    """The one who is signed in is a candidate, also one who has left or wants to be deleted."""
    return queries.known_candidate_of_user(session, principal.id)
