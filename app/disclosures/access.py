"""Candidates of the counsellor's offices; in other offices they are missing."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate


@relation("candidate")
def offices_candidate(session: Session, principal: Principal, arguments: Arguments) -> Candidate:
    """A candidate of one of the counsellor's offices; in other offices, and once they want to be deleted, missing."""
    return queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])


@relation("candidate")
def offices_candidate_known(session: Session, principal: Principal, arguments: Arguments) -> Candidate:
    """The same, also one who wants to be deleted."""
    return queries.known_candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])
