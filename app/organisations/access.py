"""What the county's people are related to: every employer, office and request of the scheme that is there."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from register.joining import queries as joining_queries
from register.organisations import queries as organisations_queries
from register.organisations.models import NavOffice, Organisation
from register.roles.models import AuthorityRequest


@relation("authority_request")
def authority_request_there(session: Session, _principal: Principal, arguments: Arguments) -> AuthorityRequest:
    """The request for authority in the address."""
    return joining_queries.authority_request(session, arguments["request_id"])


@relation("organisation")
def organisation_there(session: Session, _principal: Principal, arguments: Arguments) -> Organisation:
    """The employer in the address."""
    return organisations_queries.organisation_by_number(session, arguments["orgnr"])


@relation("office")
def office_there(session: Session, _principal: Principal, arguments: Arguments) -> NavOffice:
    """The NAV office in the address."""
    return organisations_queries.office(session, arguments["office_id"])
