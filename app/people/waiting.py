"""What waits around roles: proposals for a second administrator, and offers at a NAV office that nobody answers."""

from flask import url_for
from sqlalchemy.orm import Session

from app.kernel.cards import CountyView
from app.kernel.context import now
from app.kernel.translate import _
from app.kernel.waiting import Waiting, day_of
from app.words.filters import label
from register.organisations.models import NavOffice
from register.roles import queries
from register.roles.models import RoleProposal


def for_county(view: CountyView) -> list[Waiting]:
    """The proposals that this administrator is the second of two for."""
    if not view.reaches("county.role_proposal"):
        return []
    return [
        Waiting(
            key=f"role proposal {one.id}",
            about=one.name,
            verb=_("Bekreft eller si nei"),
            url=url_for("county.role_proposal", role_proposal_id=one.id),
            where=_role(one),
            since=one.proposed_at,
        )
        for one in queries.to_confirm(view.session, view.principal.id, now())
    ]


def for_office_leader(session: Session, office: NavOffice) -> list[Waiting]:
    """The roles that the office has offered, whose receivers have not answered; each lapses on a day."""
    return [
        Waiting(
            key=f"role proposal {one.id}",
            about=_role(one),
            verb=_("Minn om invitasjonen"),
            url=url_for("office.roles_here", office_id=office.id),
            where=one.name,
            due=day_of(one.open_until),
            since=one.proposed_at,
        )
        for one in queries.offers_of_office(session, office.id, now())
    ]


def _role(proposal: RoleProposal) -> str:
    return label(proposal.role) if proposal.role else _("Åpne kontoen igjen")
