"""Colleagues: who may do what in the organisation. Everyone there sees it, leaders change it."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import not_now, refusals_at, refusals_flashed
from app.kernel.forms.base import Form
from app.kernel.submits import done_once, sent_before
from app.people.access import access_request_here, colleague, invitation_here
from app.people.forms import ChangeRoleForm, InviteForm
from register.joining import access
from register.joining import colleagues as inviting
from register.joining.errors import AlreadyColleague, AlreadyInvited
from register.joining.models import AccessRequest, Invitation
from register.organisations.models import Organisation
from register.roles import grants as roles
from register.roles import queries
from register.roles.errors import LastLeader
from register.roles.models import RoleGrant
from register.roles.types import Role


@pages.get("/<orgnr>/kolleger", access=in_organisation(purpose="see who may do what"))
def colleagues(organisation: Organisation) -> str:
    """The list."""
    return render_template(
        "people/employer/colleagues.html",
        colleagues=queries.colleagues(session(), organisation.id),
        only_leader=roles.only_holder(session(), Role.LEADER, organisation.id),
        reader=signed_in_principal().user,
        asking=access.open_requests_at(session(), organisation.id),
        invited=inviting.invitations_of(session(), organisation.id, now=now()),
    )


@pages.route(
    "/<orgnr>/kolleger/inviter",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="let a colleague in"),
)
def colleague_invite(orgnr: str, organisation: Organisation) -> Response | str:
    """Invite a colleague, who says yes or no."""
    form = InviteForm()
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form, email=(AlreadyColleague, AlreadyInvited)):
            inviting.invite_colleague(
                act(),
                organisation=organisation,
                email=form.email.data or "",
                name=form.name.data or "",
                role=Role(form.role.data),
            )
            there = url_for("employer.colleagues", orgnr=orgnr)
            flash(_("Invitasjonen er sendt til %(email)s.", email=form.email.data))
            return done_once(form, there)
    return render_template("people/employer/invite.html", form=form)


@pages.route(
    "/<orgnr>/kolleger/<uuid:grant_id>",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="change what a colleague may do", relation=colleague),
)
def colleague_role(orgnr: str, organisation: Organisation, grant: RoleGrant) -> Response | str:
    """Change what a colleague may do."""
    if request.method == "GET" and (refused := roles.refusal_to_take(session(), grant)):
        return not_now(refused, url_for("employer.colleagues", orgnr=orgnr))
    form = ChangeRoleForm(role=grant.role.value)
    if form.validate_on_submit():
        role = Role(form.role.data)
        with refusals_at(form, role=LastLeader):
            roles.change_role(act(), user=grant.user, role=role, organisation=organisation)
            flash(_("Rollen er endret."))
            return redirect(url_for("employer.colleagues", orgnr=orgnr))
    return render_template("people/employer/role.html", form=form, colleague=grant.user)


@pages.route(
    "/<orgnr>/kolleger/<uuid:grant_id>/fjern",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="take a colleague's role back", relation=colleague),
)
def colleague_remove(orgnr: str, grant: RoleGrant) -> Response | str:
    """Ask, and then take the role back."""
    if request.method == "GET" and (refused := roles.refusal_to_take(session(), grant)):
        return not_now(refused, url_for("employer.colleagues", orgnr=orgnr))
    form = Form()
    colleague, actor = grant.user, signed_in_principal()
    if form.validate_on_submit():
        with refusals_at(form):
            roles.take_role(act(), grant_id=grant.id)
            flash(_("%(name)s har ikke lenger tilgang.", name=colleague.display_name))
            left = colleague.id == actor.id
            return redirect(url_for("auth.home") if left else url_for("employer.colleagues", orgnr=orgnr))
    return render_template("people/employer/remove.html", form=form, grant=grant, colleague=colleague)


@pages.post(
    "/<orgnr>/kolleger/foresporsler/<uuid:request_id>/ja",
    access=in_organisation(Role.LEADER, purpose="let somebody in who asks", relation=access_request_here),
)
def colleague_access_give(orgnr: str, access_request: AccessRequest) -> Response:
    """Let somebody in who asks, as an employee."""
    with refusals_flashed():
        access.give_access(act(), request_id=access_request.id)
        flash(_("%(name)s har fått tilgang.", name=access_request.user.display_name), "success")
    return redirect(url_for("employer.colleagues", orgnr=orgnr))


@pages.post(
    "/<orgnr>/kolleger/foresporsler/<uuid:request_id>/nei",
    access=in_organisation(Role.LEADER, purpose="say no to somebody who asks", relation=access_request_here),
)
def colleague_access_decline(orgnr: str, access_request: AccessRequest) -> Response:
    """Say no."""
    with refusals_flashed():
        access.decline_access(act(), request_id=access_request.id)
        flash(_("Svaret er nei, og personen har fått en e-post om det."))
    return redirect(url_for("employer.colleagues", orgnr=orgnr))


@pages.post(
    "/<orgnr>/kolleger/invitasjoner/<uuid:invitation_id>/trekk",
    access=in_organisation(Role.LEADER, purpose="take an invitation back", relation=invitation_here),
)
def colleague_invitation_withdraw(orgnr: str, invitation: Invitation) -> Response:
    """Take an invitation back."""
    with refusals_flashed():
        inviting.withdraw_invitation(act(), invitation_id=invitation.id)
        flash(_("Invitasjonen er trukket."))
    return redirect(url_for("employer.colleagues", orgnr=orgnr))
