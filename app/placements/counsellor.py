"""The counsellor's side of placements: the agreement, the start, following up until it lasts, the ending."""

from flask import render_template, request
from werkzeug.wrappers import Response

from app.disclosures.looks import log_names
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.forms.numbers import sent_version
from app.kernel.paging import page_number, url_for_page
from app.kernel.sorting import sorting
from app.placements import acts
from app.placements.access import offices_placement
from app.placements.forms import PlacementSearch
from app.placements.list_rows import list_rows
from app.placements.viewer import Viewer
from ground.paging import Order
from matching.disclosures.types import ReadPurpose
from matching.records.queries import placements as queries
from matching.records.tables.placement import Placement
from matching.records.types import ApprovalParty
from matching.waiting.placements import page_of_offices
from register.roles.types import Role


def viewer_at(placement: Placement) -> Viewer:
    """The counsellor at one placement."""
    return Viewer(ApprovalParty.COUNSELLOR, Role.COUNSELLOR, "counsellor", {}, placement)


@pages.get("/plasseringer", access=with_role(Role.COUNSELLOR, purpose="follow up placements", logs_read=True))
def placements_list() -> str:
    """The placements of the counsellor's offices; those that may wait for somebody come first."""
    offices, earlier, page = signed_in_principal().office_ids, request.args.get("vis") == "tidligere", page_number()
    form, by = PlacementSearch(request.args), sorting(Order.NEXT, Order.NAME, Order.NEWEST)
    searched = form.q.words
    found = (
        queries.past_of_offices(session(), offices, searched=searched, page=page)
        if earlier
        else page_of_offices(session(), offices, today=today(), searched=searched, order=by.order, page=page)
    )
    log_names([placement.candidate for placement in found.rows], purpose=ReadPurpose.FOLLOW_UP)
    return render_template(
        "placements/counsellor.html",
        form=form,
        sorting=None if earlier else by,
        found=found,
        rows=list_rows([viewer_at(placement) for placement in found.rows], today()),
        earlier=earlier,
        url_for_page=url_for_page(),
    )


@pages.get(
    "/plasseringer/<uuid:placement_id>",
    access=with_role(Role.COUNSELLOR, purpose="follow up a placement", relation=offices_placement, logs_read=True),
)
def placement_show(placement: Placement) -> str:
    """One placement."""
    return acts.show(viewer_at(placement))


@pages.route(
    "/plasseringer/<uuid:placement_id>/avtale",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="write an agreement", relation=offices_placement, logs_read=True),
)
def placement_edit(placement: Placement) -> acts.Page:
    """Change the agreement."""
    return acts.edit(viewer_at(placement))


@pages.post(
    "/plasseringer/<uuid:placement_id>/godkjenn",
    access=with_role(Role.COUNSELLOR, purpose="approve an agreement", relation=offices_placement, logs_read=True),
)
def placement_approve(placement: Placement) -> Response:
    """Approve the agreement, last of the three."""
    return acts.approve(viewer_at(placement), sent_version())


@pages.route(
    "/plasseringer/<uuid:placement_id>/godkjenn-for-kandidaten",
    methods=["GET", "POST"],
    access=with_role(
        Role.COUNSELLOR, purpose="approve in a candidate's place", relation=offices_placement, logs_read=True
    ),
)
def placement_approve_for(placement: Placement) -> acts.Page:
    """Approve in the candidate's place, with a reason."""
    return acts.approve_for_candidate(viewer_at(placement))


@pages.route(
    "/plasseringer/<uuid:placement_id>/oppstart",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="confirm a start", relation=offices_placement, logs_read=True),
)
def placement_start(placement: Placement) -> acts.Page:
    """Confirm the start."""
    return acts.start(viewer_at(placement))


@pages.route(
    "/plasseringer/<uuid:placement_id>/samtale/<int:week>",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="record a follow-up", relation=offices_placement, logs_read=True),
)
def placement_talk(placement: Placement, week: int) -> acts.Page:
    """Record a talk."""
    return acts.talk(viewer_at(placement), week)


@pages.route(
    "/plasseringer/<uuid:placement_id>/samtale/<int:week>/ikke-holdt",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="record a follow-up", relation=offices_placement, logs_read=True),
)
def placement_skip_talk(placement: Placement, week: int) -> acts.Page:
    """Record that a talk was not held."""
    return acts.skip_talk(viewer_at(placement), week)


@pages.route(
    "/plasseringer/<uuid:placement_id>/slutt",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="record an ending", relation=offices_placement, logs_read=True),
)
def placement_end(placement: Placement) -> acts.Page:
    """Record the ending."""
    return acts.end(viewer_at(placement))


@pages.route(
    "/plasseringer/<uuid:placement_id>/ta-tilbake-oppstarten",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="take back a start", relation=offices_placement, logs_read=True),
)
def placement_undo_start(placement: Placement) -> acts.Page:
    """Take back a start that was confirmed by mistake."""
    return acts.undo_start(viewer_at(placement))


@pages.route(
    "/plasseringer/<uuid:placement_id>/avlys",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="stop before the start", relation=offices_placement, logs_read=True),
)
def placement_cancel(placement: Placement) -> acts.Page:
    """Stop before the start, after a question."""
    viewer = viewer_at(placement)
    return acts.ask_whether_to_cancel(viewer) if request.method == "GET" else acts.cancel(viewer)
