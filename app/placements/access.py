"""Who is related to a placement: the employer it is shared with, the candidate's office, the candidate."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from matching.records.queries import placements as queries
from matching.records.tables.placement import Placement


@relation("placement")
def employers_placement(session: Session, _principal: Principal, arguments: Arguments) -> Placement:
    """A placement shared with this employer."""
    return queries.placement_of_employer(session, arguments["orgnr"], arguments["placement_id"])


@relation("placement")
def offices_placement(session: Session, principal: Principal, arguments: Arguments) -> Placement:
    """A placement of a candidate of the counsellor's office."""
    return queries.placement_of_offices(session, principal.office_ids, arguments["placement_id"])


@relation("placement")
def own_placement(session: Session, principal: Principal, arguments: Arguments) -> Placement:
    """The candidate's own placement."""
    return queries.placement_of_candidate(session, principal.id, arguments["placement_id"])


@relation("placement")
def own_placement_known(session: Session, principal: Principal, arguments: Arguments) -> Placement:
    """The same, also of one who has left, whom an old mail leads here."""
    return queries.known_placement_of_candidate(session, principal.id, arguments["placement_id"])
