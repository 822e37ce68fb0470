"""What the county's people are related to: every employer, user, office and request of the scheme that is there."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from certification.register import queries
from certification.register.errors import NotFound, existing
from certification.register.models import AuthorityRequest, NavOffice


def authority_request_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The request for authority in the address."""
    existing(session.get(AuthorityRequest, arguments["request_id"]))


def organisation_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The employer in the address."""
    queries.organisation_by_number(session, arguments["orgnr"])


def user_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The user in the address, and the role that is theirs when one is named."""
    user = queries.user(session, arguments["user_id"])
    if "grant_id" in arguments and queries.grant(session, arguments["grant_id"]).user_id != user.id:
        raise NotFound


def office_there(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The NAV office in the address."""
    existing(session.get(NavOffice, arguments["office_id"]))
