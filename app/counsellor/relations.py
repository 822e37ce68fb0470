"""Who is related to what on the counsellor's pages: candidates of their offices, and places that are open."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.context import today
from app.kernel.principal import Principal
from matching.records.queries import candidates as queries
from matching.records.queries.openings import visible_opening
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.proposal import Proposal


@relation("candidate")
def offices_candidate(session: Session, principal: Principal, arguments: Arguments) -> Candidate:
    """A candidate of one of the counsellor's offices; in other offices they are missing."""
    return queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])


@relation("candidate", "proposal")
def candidates_proposal(session: Session, principal: Principal, arguments: Arguments) -> tuple[Candidate, Proposal]:
    """A proposal to a candidate of the counsellor's offices."""
    candidate = queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])
    return candidate, queries.proposal_of(session, candidate.id, arguments["proposal_id"])


@relation("opening")
def offered_opening(session: Session, _principal: Principal, arguments: Arguments) -> Opening:
    """A place that is offered today, paid or not."""
    return visible_opening(session, arguments["opening_id"], today=today())


@relation("candidate", "opening")
def candidate_and_opening(session: Session, principal: Principal, arguments: Arguments) -> tuple[Candidate, Opening]:
    """A candidate of the counsellor's offices and a place that is offered today."""
    candidate = queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])
    return candidate, visible_opening(session, arguments["opening_id"], today=today())
