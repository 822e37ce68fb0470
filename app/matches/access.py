"""A place that is offered today, alone and beside a candidate of the counsellor's offices."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.context import today
from app.kernel.principal import Principal
from matching.records.queries import candidates as queries
from matching.records.queries.openings import visible_opening, whole_visible_opening
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening


@relation("opening")
def offered_opening(session: Session, _principal: Principal, arguments: Arguments) -> Opening:
    """A place that is offered today, paid or not, with all that is said of it."""
    return whole_visible_opening(session, arguments["opening_id"], today=today())


@relation("candidate", "opening")
def candidate_and_opening(session: Session, principal: Principal, arguments: Arguments) -> tuple[Candidate, Opening]:
    """A candidate of the counsellor's offices and a place that is offered today."""
    candidate = queries.candidate_of_offices(session, principal.office_ids, arguments["candidate_id"])
    return candidate, visible_opening(session, arguments["opening_id"], today=today())
