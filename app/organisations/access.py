"""What the county's people are related to: what is there of employers, offices and requests; and one's own request."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from ground.errors import existing
from register.joining import access as joining_access
from register.joining import queries as joining_queries
from register.joining.models import AccessRequest
from register.organisations import queries as organisations_queries
from register.organisations.models import NavOffice, Organisation
from register.roles.models import AuthorityRequest


@relation("authority_request")
def authority_request_there(session: Session, _principal: Principal, arguments: Arguments) -> AuthorityRequest:
    """The request for authority in the address."""
    return joining_queries.authority_request(session, arguments["request_id"])


@relation("access_request")
def own_access_request(session: Session, principal: Principal, arguments: Arguments) -> AccessRequest:
    """The request for access in the address is one's own and has no answer."""
    return _among(joining_access.open_requests_of(session, principal.id), arguments)


@relation("access_request")
def access_request_without_leader(session: Session, _principal: Principal, arguments: Arguments) -> AccessRequest:
    """The request for access in the address waits at an employer where no leader could answer."""
    return _among(joining_access.open_requests_without_leader(session), arguments)


def _among(waiting: Sequence[AccessRequest], arguments: Arguments) -> AccessRequest:
    return existing(next((one for one in waiting if one.id == arguments["request_id"]), None))


@relation("organisation")
def organisation_there(session: Session, _principal: Principal, arguments: Arguments) -> Organisation:
    """The employer in the address."""
    return organisations_queries.organisation_by_number(session, arguments["orgnr"])


@relation("office")
def office_there(session: Session, _principal: Principal, arguments: Arguments) -> NavOffice:
    """The NAV office in the address."""
    return organisations_queries.office(session, arguments["office_id"])
