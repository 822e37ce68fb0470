"""What the county's people are related to: every employer, user, office and request of the scheme that is there."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from ground.errors import NotFound, existing
from register.organisations import queries as organisations_queries
from register.organisations.models import NavOffice, Organisation
from register.people import queries as people_queries
from register.people.models import User
from register.roles import queries as roles_queries
from register.roles.models import AuthorityRequest


@relation("authority_request")
def authority_request_there(session: Session, _principal: Principal, arguments: Arguments) -> AuthorityRequest:
    """The request for authority in the address."""
    return existing(session.get(AuthorityRequest, arguments["request_id"]))


@relation("organisation")
def organisation_there(session: Session, _principal: Principal, arguments: Arguments) -> Organisation:
    """The employer in the address."""
    return organisations_queries.organisation_by_number(session, arguments["orgnr"])


@relation("user")
def user_there(session: Session, _principal: Principal, arguments: Arguments) -> User:
    """The user in the address, and the role that is theirs when one is named."""
    user = people_queries.user(session, arguments["user_id"])
    if "grant_id" in arguments and roles_queries.grant(session, arguments["grant_id"]).user_id != user.id:
        raise NotFound
    return user


@relation("office")
def office_there(session: Session, _principal: Principal, arguments: Arguments) -> NavOffice:
    """The NAV office in the address."""
    return existing(session.get(NavOffice, arguments["office_id"]))
