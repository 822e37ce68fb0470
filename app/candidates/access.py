"""What a young person asks of the counsellors of their office."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from matching.candidates.models import RightsRequest
from matching.candidates.requests import correction_of_offices, request_of_offices
from matching.records.tables.candidate import Candidate


@relation("candidate", "rights_request")
def offices_request(session: Session, principal: Principal, arguments: Arguments) -> tuple[Candidate, RightsRequest]:
    """What a candidate of the counsellor's offices asks about their own data."""
    found = request_of_offices(session, principal.office_ids, arguments["request_id"])
    return found.candidate, found


@relation("candidate", "rights_request")
def offices_correction(session: Session, principal: Principal, arguments: Arguments) -> tuple[Candidate, RightsRequest]:
    """The same, where it is that something be mended; what is asked else is missing."""
    found = correction_of_offices(session, principal.office_ids, arguments["request_id"])
    return found.candidate, found
