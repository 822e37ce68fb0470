"""Users: the list, letting somebody in, one user with roles, closing and opening again."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.messages import sentence_for
from app.kernel.errors.telling import not_now, refusals_at, refusals_flashed, refusals_of_edit
from app.kernel.forms.base import Form
from app.kernel.paging import page_number, url_for_page
from app.kernel.submits import done_once, sent_before
from app.people.access import role_of_user, user_there
from app.people.county.proposals import is_alone
from app.people.forms import InviteUserForm, RoleForm, UserFilters, UserForm
from ground.errors import NotFound
from register.organisations import queries as organisations_queries
from register.organisations.errors import InvalidOrganisationNumber
from register.organisations.number import parse_organisation_number
from register.people import accounts
from register.people.models import User
from register.roles import closing, giving
from register.roles import grants as roles
from register.roles import queries as roles_queries
from register.roles.errors import (
    AlreadyHasRole,
    Excluded,
    LastAdministrator,
    NotForOneself,
    OfficeHasLeader,
    UserIsClosed,
)
from register.roles.may_give import REOPENING, Wanted
from register.roles.models import RoleGrant
from register.roles.types import OFFICE_ROLES, ORGANISATION_ROLES, Role

AT_PERSON = (AlreadyHasRole, Excluded, NotForOneself, UserIsClosed)
AT_OFFICE = (OfficeHasLeader,)


@pages.get("/brukere", access=with_role(Role.ADMINISTRATOR, purpose="let people in"))
def users() -> str:
    """The list, with search."""
    form = UserFilters(request.args)
    role = Role(form.rolle.data) if form.rolle.data in set(Role) else None
    found = roles_queries.users_page(session(), q=form.q.words, role=role, page=page_number())
    held = roles_queries.roles_shown(session(), [user.id for user in found.rows])
    return render_template("people/county/users.html", form=form, found=found, roles=held, url_for_page=url_for_page())


@pages.route("/brukere/inviter", methods=["GET", "POST"], access=with_role(Role.ADMINISTRATOR, purpose="let people in"))
def user_invite() -> Response | str:
    """Propose a role to somebody new, by their address."""
    form = InviteUserForm(session())
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        scope = _scope(form)
        if scope is not None:
            with refusals_at(form, email=AT_PERSON, office_id=AT_OFFICE):
                proposal = giving.invite(
                    act(),
                    email=form.email.data or "",
                    name=form.name.data or "",
                    wanted=scope,
                    reason=form.reason.data or "",
                )
                flash(_("Rollen er foreslått. En annen administrator må bekrefte den."))
                return done_once(form, url_for("county.role_proposal", role_proposal_id=proposal.id))
    return render_template("people/county/invite.html", form=form, alone=is_alone())


@pages.route(
    "/brukere/<uuid:user_id>",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="see and correct a user", relation=user_there),
)
def user(user: User) -> Response | str:
    """One user: the name, the roles."""
    form = UserForm(obj=user)
    if form.validate_on_submit():
        with refusals_of_edit(form, user):
            accounts.change_user(
                act(), user_id=user.id, name=form.name.data or "", expected_version=form.version.data or 0
            )
            flash(_("Navnet er lagret."))
            return redirect(url_for("county.user", user_id=user.id))
    grants = roles_queries.visible_grants(session(), user.id)
    refused_roles = roles.refusals_to_take(session(), user)
    return render_template(
        "people/county/user.html",
        found=user,
        form=form,
        grants=grants,
        kept={id_: sentence_for(refused) for id_, refused in refused_roles.items()},
        stays_open=next((id_ for id_, why in refused_roles.items() if isinstance(why, LastAdministrator)), None),
        reopening=giving.open_reopening(session(), user, now=now()) if user.closed_at else None,
        alone=is_alone(),
    )


@pages.route(
    "/brukere/<uuid:user_id>/rolle",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="propose a role", relation=user_there),
)
def user_give_role(user: User) -> Response | str:
    """Propose a role to somebody who is there."""
    form = RoleForm(session())
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        scope = _scope(form)
        if scope is not None:
            with refusals_at(form, role=AT_PERSON, office_id=AT_OFFICE):
                proposal = giving.propose(act(), user=user, wanted=scope, reason=form.reason.data or "")
                flash(_("Rollen er foreslått. En annen administrator må bekrefte den."))
                return done_once(form, url_for("county.role_proposal", role_proposal_id=proposal.id))
    return render_template("people/county/role.html", form=form, found=user, alone=is_alone())


@pages.route(
    "/brukere/<uuid:user_id>/rolle/<uuid:grant_id>/fjern",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="take a role back", relation=role_of_user),
)
def user_take_role(user: User, grant: RoleGrant) -> Response | str:
    """Ask, and then take a role back."""
    there = url_for("county.user", user_id=user.id)
    if request.method == "GET" and (refused := roles.refusal_to_take(session(), grant)):
        return not_now(refused, there)
    form, place = Form(), grant.organisation or grant.nav_office
    if form.validate_on_submit():
        with refusals_at(form):
            roles.take_role(act(), grant_id=grant.id)
            flash(_("Rollen er tatt bort."))
            stays = grant.role is not Role.ADMINISTRATOR or user.id != signed_in_principal().id
            return redirect(there if stays else url_for("auth.home"))
    return render_template(
        "people/county/take_role.html",
        form=form,
        found=user,
        grant=grant,
        place=place,
        is_last_leader=roles.is_last_leader_of_office(session(), grant),
    )


@pages.route(
    "/brukere/<uuid:user_id>/steng",
    methods=["GET", "POST"],
    access=with_role(Role.ADMINISTRATOR, purpose="close a user", relation=user_there),
)
def user_close(user: User) -> Response | str:
    """Ask, and then close a user: signed out everywhere, and no way in."""
    if request.method == "GET" and roles.only_holder(session(), Role.ADMINISTRATOR) == user.id:
        return not_now(LastAdministrator(), url_for("county.user", user_id=user.id))
    form = Form()
    if form.validate_on_submit():
        with refusals_at(form):
            closing.close_user(act(), user_id=user.id)
            flash(_("%(name)s er stengt ute.", name=user.display_name))
            return redirect(url_for("county.users"))
    employers = roles.left_without_leader(session(), user)
    return render_template("people/county/close.html", form=form, found=user, employers=employers)


@pages.post(
    "/brukere/<uuid:user_id>/apne",
    access=with_role(Role.ADMINISTRATOR, purpose="propose to let a closed user in again", relation=user_there),
)
def user_reopen(user: User) -> Response:
    """Propose to let a closed user in again, with the roles from before."""
    with refusals_flashed():
        proposal = giving.propose(act(), user=user, wanted=REOPENING)
        flash(_("Åpningen er foreslått. En annen administrator må bekrefte den."))
        return redirect(url_for("county.role_proposal", role_proposal_id=proposal.id))
    return redirect(url_for("county.user", user_id=user.id))


def _scope(form: RoleForm) -> Wanted | None:
    """The chosen role and where it holds; None, with a message at the field, when there is no such organisation."""
    role = Role(form.role.data)
    if role in OFFICE_ROLES:
        return Wanted(role, nav_office_id=uuid.UUID(form.office_id.data))
    if role not in ORGANISATION_ROLES:
        return Wanted(role)

    def not_here(_error: NotFound) -> None:
        form.refuse("orgnr", _("Virksomheten er ikke registrert i Plass."))

    with refusals_at(form, orgnr=InvalidOrganisationNumber, said_by={NotFound: not_here}):
        orgnr = parse_organisation_number(form.orgnr.data or "")
        employer = organisations_queries.organisation_by_number(session(), orgnr)
        wanted = Wanted(role, organisation_id=employer.id)
        return wanted  # noqa: RET504  # nothing is shown from within the block
    return None
