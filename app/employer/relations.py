"""What ties the thing in an employer's address to the employer: else it is not found."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments, Forbidden
from ground.errors import existing
from matching.openings.life import SHOWN_STATES
from matching.records.queries.openings import opening_of
from register.organisations.models import Organisation
from register.roles.models import RoleGrant
from register.roles.types import Role


def colleague(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The role in the address is held now in the organisation of the address."""
    existing(
        session.scalar(
            select(RoleGrant.id)
            .join(Organisation, Organisation.id == RoleGrant.organisation_id)
            .where(
                RoleGrant.id == arguments["grant_id"],
                RoleGrant.revoked_at.is_(None),
                Organisation.orgnr == arguments["orgnr"],
            )
        )
    )


def employers_opening(session: Session, _principal: Principal, arguments: Arguments) -> None:
    """The opening in the address is one of this employer."""
    opening_of(session, arguments["orgnr"], arguments["opening_id"])


def employers_opening_to_edit(session: Session, principal: Principal, arguments: Arguments) -> None:
    """Everybody there writes drafts; what is shown to others, only leaders change."""
    opening = opening_of(session, arguments["orgnr"], arguments["opening_id"])
    if opening.state in SHOWN_STATES and principal.role_in_organisation(arguments["orgnr"]) is not Role.LEADER:
        raise Forbidden
