"""Roles at a NAV office, given and taken by its leader; counsellors see who has which."""

import uuid

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import counsellor as counsellors_pages
from app.kernel.audiences import office as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.forms.base import Form
from app.kernel.submits import done_once, sent_before
from app.people.access import led_office, offer_of_office, role_at_office
from app.people.forms import OfficeRoleForm
from register.organisations.models import NavOffice
from register.people.mailbox import written_mailbox
from register.roles import giving, queries
from register.roles import grants as roles
from register.roles.errors import AlreadyHasRole, AlreadyProposed, NotForOneself
from register.roles.models import RoleGrant, RoleProposal
from register.roles.types import Role


@counsellors_pages.get("/kolleger", access=with_role(Role.COUNSELLOR, purpose="see who holds which role at the office"))
def colleagues() -> str:
    """Who has which role at the counsellor's offices, and since when."""
    people = queries.people_at_offices(session(), signed_in_principal().office_ids)
    return render_template("people/counsellor/colleagues.html", people=people)


@pages.get(
    "/<uuid:office_id>/roller",
    access=with_role(Role.OFFICE_LEADER, purpose="see who holds which role at the office", relation=led_office),
)
def roles_here(office: NavOffice) -> str:
    """Who has which role at the office since when, who gave it, and what is offered."""
    people = queries.people_at_offices(session(), [office.id])
    return render_template(
        "people/office/roles.html",
        office=office,
        people=people,
        ways=queries.ways_of(session(), [grant.id for grant in people]),
        offers=queries.offers_of_office(session(), office.id, now()),
        reader=signed_in_principal().user,
    )


@pages.route(
    "/<uuid:office_id>/roller/gi",
    methods=["GET", "POST"],
    access=with_role(Role.OFFICE_LEADER, purpose="offer a role at the office", relation=led_office),
)
def role_offer(office_id: uuid.UUID, office: NavOffice) -> Response | str:
    """Offer a role at the office; it holds when the person has accepted."""
    form = OfficeRoleForm()
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        told_at_address = (AlreadyHasRole, AlreadyProposed, NotForOneself)
        with refusals_at(form, email=told_at_address):
            proposal = giving.offer_at_office(
                act(),
                email=form.email.data or "",
                name=form.name.data or "",
                role=Role(form.role.data),
                nav_office_id=office_id,
            )
            address = written_mailbox(proposal.user.email or "")
            flash(_("Rollen er tilbudt. %(email)s har fått en e-post og må selv ta imot.", email=address))
            return done_once(form, url_for("office.roles_here", office_id=office_id))
    return render_template("people/office/offer.html", form=form, office=office)


@pages.post(
    "/<uuid:office_id>/roller/tilbud/<uuid:role_proposal_id>/trekk",
    access=with_role(Role.OFFICE_LEADER, purpose="take an offer back", relation=offer_of_office),
)
def role_offer_withdraw(office_id: uuid.UUID, proposal: RoleProposal) -> Response:
    """Whoever offered it takes it back."""
    with refusals_flashed():
        giving.withdraw(act(), proposal_id=proposal.id)
        flash(_("Tilbudet er trukket."))
    return redirect(url_for("office.roles_here", office_id=office_id))


@pages.route(
    "/<uuid:office_id>/roller/<uuid:grant_id>/ta-bort",
    methods=["GET", "POST"],
    access=with_role(Role.OFFICE_LEADER, purpose="take a role at the office back", relation=role_at_office),
)
def role_take(office_id: uuid.UUID, office: NavOffice, grant: RoleGrant) -> Response | str:
    """Ask, and then take a role back; a leader may step down."""
    form, is_own = Form(), grant.user_id == signed_in_principal().id
    if form.validate_on_submit():
        with refusals_at(form):
            roles.take_role(act(), grant_id=grant.id)
            flash(_("Rollen er tatt bort."))
            if is_own and grant.role is Role.OFFICE_LEADER:
                return redirect(url_for("auth.home"))
            return redirect(url_for("office.roles_here", office_id=office_id))
    return render_template(
        "people/office/take.html",
        form=form,
        office=office,
        grant=grant,
        is_own=is_own,
        is_last_leader=roles.is_last_leader_of_office(session(), grant),
    )
