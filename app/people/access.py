"""Users whom the county knows, roles that are proposed, a NAV office and its leader, the colleagues of an employer."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.context import now
from app.kernel.principal import Principal
from ground.errors import NotFound, existing
from register.joining import access as joining_access
from register.joining import colleagues
from register.joining.models import AccessRequest, Invitation
from register.organisations import queries as organisations_queries
from register.organisations.models import NavOffice, Organisation
from register.people.models import User
from register.roles import queries as roles_queries
from register.roles.models import RoleGrant, RoleProposal
from register.roles.types import Role


@relation("user")
def user_there(session: Session, _principal: Principal, arguments: Arguments) -> User:
    """The user in the address, when an administrator may see them: one who is a candidate only is missing."""
    return roles_queries.user_for_the_county(session, arguments["user_id"])


@relation("user", "grant")
def role_of_user(session: Session, _principal: Principal, arguments: Arguments) -> tuple[User, RoleGrant]:
    """Such a user, and a role that they hold now and that an administrator may see."""
    user = roles_queries.user_for_the_county(session, arguments["user_id"])
    grant = roles_queries.grant(session, arguments["grant_id"])
    if grant.user_id != user.id or grant.role is Role.CANDIDATE or grant.revoked_at is not None:
        raise NotFound
    return user, grant


@relation("proposal")
def proposal_there(session: Session, _principal: Principal, arguments: Arguments) -> RoleProposal:
    """The county's own proposal in the address."""
    return roles_queries.county_proposal(session, arguments["role_proposal_id"])


@relation("offer")
def offered_to_reader(session: Session, principal: Principal, arguments: Arguments) -> RoleProposal:
    """The role in the address is or was offered to the reader."""
    return roles_queries.offer_to(session, principal.id, arguments["role_proposal_id"])


@relation("office")
def led_office(session: Session, principal: Principal, arguments: Arguments) -> NavOffice:
    """The NAV office in the address, whose leader the reader is."""
    return _led(session, principal, arguments)


@relation("office", "grant")
def role_at_office(session: Session, principal: Principal, arguments: Arguments) -> tuple[NavOffice, RoleGrant]:
    """Such an office, and a role that somebody holds there now."""
    office, grant = _led(session, principal, arguments), roles_queries.grant(session, arguments["grant_id"])
    if grant.nav_office_id != office.id or grant.revoked_at is not None:
        raise NotFound
    return office, grant


@relation("proposal")
def offer_of_office(session: Session, principal: Principal, arguments: Arguments) -> RoleProposal:
    """What the reader has offered at such an office."""
    offer = roles_queries.offices_offer(session, _led(session, principal, arguments).id, arguments["role_proposal_id"])
    if offer.proposed_by_id != principal.id:
        raise NotFound
    return offer


def _led(session: Session, principal: Principal, arguments: Arguments) -> NavOffice:
    if not principal.leads_office(arguments["office_id"]):
        raise NotFound
    return organisations_queries.office(session, arguments["office_id"])


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


@relation("access_request")
def access_request_here(session: Session, principal: Principal, arguments: Arguments) -> AccessRequest:
    """The request for access in the address waits in the organisation of the address."""
    grant = existing(principal.grant_in_organisation(str(arguments["orgnr"])))
    waiting = joining_access.open_requests_at(session, existing(grant.organisation_id))
    return existing(next((one for one in waiting if one.id == arguments["request_id"]), None))


@relation("invitation")
def own_invitation(session: Session, principal: Principal, arguments: Arguments) -> Invitation:
    """The invitation in the address is to the reader's own address and has no answer."""
    return _invited(colleagues.invitations_to(session, principal.user, now=now()), arguments)


@relation("invitation")
def invitation_here(session: Session, principal: Principal, arguments: Arguments) -> Invitation:
    """The invitation in the address is to the organisation of the address, and the leaders see it."""
    grant = existing(principal.grant_in_organisation(str(arguments["orgnr"])))
    sent = colleagues.invitations_of(session, existing(grant.organisation_id), now=now())
    return _invited([one.invitation for one in sent], arguments)


def _invited(found: Sequence[Invitation], arguments: Arguments) -> Invitation:
    return existing(next((one for one in found if one.id == arguments["invitation_id"]), None))
