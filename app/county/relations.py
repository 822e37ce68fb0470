"""What the county's people are related to: every employer, user, office and request of the scheme that is there."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from ground.errors import NotFound, existing
from register.organisations import queries as organisations_queries
from register.organisations.models import NavOffice
from register.people import queries as people_queries
from register.roles import queries as roles_queries
from register.roles.models import AuthorityRequest


def authority_request_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The request for authority in the address."""
    existing(session.get(AuthorityRequest, arguments["request_id"]))


def organisation_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The employer in the address."""
    organisations_queries.organisation_by_number(session, arguments["orgnr"])


def user_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The user in the address, and the role that is theirs when one is named."""
    user = people_queries.user(session, arguments["user_id"])
    if "grant_id" in arguments and roles_queries.grant(session, arguments["grant_id"]).user_id != user.id:
        raise NotFound


def office_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The NAV office in the address."""
    existing(session.get(NavOffice, arguments["office_id"]))
