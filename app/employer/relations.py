"""What ties the thing in an employer's address to the employer: else it is not found."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.access import Arguments, Forbidden, relation
from app.kernel.principal import Principal
from ground.errors import existing
from matching.openings.life import SHOWN_STATES
from matching.records.queries.openings import opening_of
from matching.records.tables.opening import Opening
from register.organisations.models import Organisation
from register.roles.models import RoleGrant
from register.roles.types import Role


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


@relation("opening")
def employers_opening(session: Session, _principal: Principal, arguments: Arguments) -> Opening:
    """The opening in the address is one of this employer."""
    return opening_of(session, arguments["orgnr"], arguments["opening_id"])


@relation("opening")
def employers_opening_to_edit(session: Session, principal: Principal, arguments: Arguments) -> Opening:
    """Everybody there writes drafts; what is shown to others, only leaders change."""
    opening = opening_of(session, arguments["orgnr"], arguments["opening_id"])
    if opening.state in SHOWN_STATES and principal.role_in_organisation(arguments["orgnr"]) is not Role.LEADER:
        raise Forbidden
    return opening
