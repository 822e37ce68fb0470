"""Users whom the county knows, and the colleagues of an employer."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from ground.errors import NotFound, existing
from register.organisations.models import Organisation
from register.people import queries as people_queries
from register.people.models import User
from register.roles import queries as roles_queries
from register.roles.models import RoleGrant


@relation("user")
def user_there(session: Session, _principal: Principal, arguments: Arguments) -> User:
    """The user in the address, and the role that is theirs when one is named."""
    user = people_queries.user(session, arguments["user_id"])
    if "grant_id" in arguments and roles_queries.grant(session, arguments["grant_id"]).user_id != user.id:
        raise NotFound
    return user


@relation("grant")
def colleague(session: Session, _principal: Principal, arguments: Arguments) -> RoleGrant:
    """The role in the address is held now in the organisation of the address."""
    return existing(
        session.scalar(
            select(RoleGrant)
            .join(Organisation, Organisation.id == RoleGrant.organisation_id)
            .where(
                RoleGrant.id == arguments["grant_id"],
                RoleGrant.revoked_at.is_(None),
                Organisation.orgnr == arguments["orgnr"],
            )
        )
    )
