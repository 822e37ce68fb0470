"""Roles that are proposed: the list, and one proposal that another administrator confirms or refuses."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.paging import page_number, url_for_page
from app.people.access import proposal_there
from app.people.forms import RefuseProposalForm
from register.roles import giving, queries
from register.roles.grants import people_with_role
from register.roles.may_give import ADMINISTRATORS_NEEDED, who_can_confirm
from register.roles.models import RoleProposal
from register.roles.types import Role


def is_alone() -> bool:
    """Whether there are too few administrators to give anybody anything."""
    return len(people_with_role(session(), Role.ADMINISTRATOR)) < ADMINISTRATORS_NEEDED


@pages.get("/roller/forslag", access=with_role(Role.ADMINISTRATOR, purpose="see which roles are proposed"))
def role_proposals() -> str:
    """Those that wait, or those that are over."""
    answered = request.args.get("vis") == "besvarte"
    return render_template(
        "people/county/proposals.html",
        found=queries.proposals_page(session(), answered=answered, page=page_number()),
        answered=answered,
        now=now(),
        alone=is_alone(),
        url_for_page=url_for_page(),
    )


@pages.get(
    "/roller/forslag/<uuid:role_proposal_id>",
    access=with_role(Role.ADMINISTRATOR, purpose="answer a role that is proposed", relation=proposal_there),
)
def role_proposal(proposal: RoleProposal) -> str:
    """One proposal, how it stands, and what the reader may do."""
    return _page(proposal, RefuseProposalForm())


@pages.post(
    "/roller/forslag/<uuid:role_proposal_id>/bekreft",
    access=with_role(Role.ADMINISTRATOR, purpose="confirm as the second person", relation=proposal_there),
)
def role_proposal_confirm(role_proposal_id: uuid.UUID) -> Response:
    """The second of two confirms."""
    with refusals_flashed():
        giving.confirm(act(), proposal_id=role_proposal_id)
        flash(_("Forslaget er bekreftet. Personen har fått en e-post og må selv ta imot."), "success")
    return redirect(url_for("county.role_proposal", role_proposal_id=role_proposal_id))


@pages.post(
    "/roller/forslag/<uuid:role_proposal_id>/avsla",
    access=with_role(Role.ADMINISTRATOR, purpose="refuse as the second person", relation=proposal_there),
)
def role_proposal_refuse(role_proposal_id: uuid.UUID, proposal: RoleProposal) -> Response | str:
    """The second of two says no, with a reason that the proposer reads."""
    form = RefuseProposalForm()
    if form.validate_on_submit():
        with refusals_at(form):
            giving.refuse(act(), proposal_id=role_proposal_id, reason=form.reason.data or "")
            flash(_("Forslaget er avslått. Den som foreslo det, har fått en e-post."))
            return redirect(url_for("county.role_proposal", role_proposal_id=role_proposal_id))
        proposal = queries.county_proposal(session(), role_proposal_id)  # as it is now
    return _page(proposal, form)


@pages.post(
    "/roller/forslag/<uuid:role_proposal_id>/trekk",
    access=with_role(Role.ADMINISTRATOR, purpose="take a proposal back", relation=proposal_there),
)
def role_proposal_withdraw(role_proposal_id: uuid.UUID) -> Response:
    """The proposer takes it back."""
    with refusals_flashed():
        giving.withdraw(act(), proposal_id=role_proposal_id)
        flash(_("Forslaget er trukket."))
    return redirect(url_for("county.role_proposal", role_proposal_id=role_proposal_id))


def _page(proposal: RoleProposal, form: RefuseProposalForm) -> str:
    reader = signed_in_principal().id
    return render_template(
        "people/county/proposal.html",
        proposal=proposal,
        stands=proposal.stands(now()),
        form=form,
        is_own=proposal.proposed_by_id == reader,
        is_for_reader=proposal.user_id == reader,
        confirmers=who_can_confirm(session(), proposal),
    )
