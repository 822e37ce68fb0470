"""The employer's side of placements: the agreement, the start and the ending."""

from flask import render_template, request
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session, write_down
from app.kernel.forms.numbers import sent_version
from app.kernel.paging import page_number, url_for_page
from app.placements import acts
from app.placements.access import employers_placement
from app.placements.list_rows import list_rows
from app.placements.viewer import Viewer
from matching.disclosures.reads import reads_of_list
from matching.disclosures.types import ReadPurpose
from matching.records.queries import placements as queries
from matching.records.tables.placement import Placement
from matching.records.types import ApprovalParty
from matching.waiting.placements import page_of_organisation
from register.organisations.models import Organisation
from register.roles.types import Role


def viewer_at(organisation: Organisation, placement: Placement) -> Viewer:
    """The employer at one of its placements."""
    return Viewer(ApprovalParty.EMPLOYER, Role.LEADER, "employer", {"orgnr": organisation.orgnr}, placement)


@pages.get("/<orgnr>/plasseringer", access=in_organisation(Role.LEADER, purpose="keep agreements", logs_read=True))
def placements_list(organisation: Organisation) -> str:
    """Everyone who is on the way in or at work; by itself what there has been before, without names."""
    if request.args.get("vis") == "tidligere":
        return _past(organisation)
    found = page_of_organisation(session(), organisation.id, today=today(), page=page_number())
    looks = reads_of_list(
        act(),
        candidates=[placement.candidate for placement in found.rows],
        role=Role.LEADER,
        purpose=ReadPurpose.AGREEMENT,
        organisation_id=organisation.id,
    )
    write_down(*looks)
    return render_template(
        "placements/employer.html",
        found=found,
        rows=list_rows([viewer_at(organisation, placement) for placement in found.rows], today()),
        url_for_page=url_for_page(),
    )


def _past(organisation: Organisation) -> str:
    found = queries.past_of_organisation(session(), organisation.id, page=page_number())
    return render_template("placements/employer_past.html", found=found, url_for_page=url_for_page())


@pages.get(
    "/<orgnr>/plasseringer/<uuid:placement_id>",
    access=in_organisation(Role.LEADER, purpose="read an agreement", relation=employers_placement, logs_read=True),
)
def placement_show(organisation: Organisation, placement: Placement) -> str:
    """One placement."""
    return acts.show(viewer_at(organisation, placement))


@pages.route(
    "/<orgnr>/plasseringer/<uuid:placement_id>/avtale",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="write an agreement", relation=employers_placement, logs_read=True),
)
def placement_edit(organisation: Organisation, placement: Placement) -> acts.Page:
    """Change the agreement."""
    return acts.edit(viewer_at(organisation, placement))


@pages.post(
    "/<orgnr>/plasseringer/<uuid:placement_id>/godkjenn",
    access=in_organisation(Role.LEADER, purpose="approve an agreement", relation=employers_placement),
)
def placement_approve(organisation: Organisation, placement: Placement) -> Response:
    """Approve the agreement."""
    return acts.approve(viewer_at(organisation, placement), sent_version())


@pages.route(
    "/<orgnr>/plasseringer/<uuid:placement_id>/oppstart",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="confirm a start", relation=employers_placement, logs_read=True),
)
def placement_start(organisation: Organisation, placement: Placement) -> acts.Page:
    """Confirm the start."""
    return acts.start(viewer_at(organisation, placement))


@pages.route(
    "/<orgnr>/plasseringer/<uuid:placement_id>/slutt",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="record an ending", relation=employers_placement, logs_read=True),
)
def placement_end(organisation: Organisation, placement: Placement) -> acts.Page:
    """Record the ending."""
    return acts.end(viewer_at(organisation, placement))
