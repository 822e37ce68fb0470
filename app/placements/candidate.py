"""The young person's side of a placement: read the agreement and approve it."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.forms.numbers import sent_version
from app.placements import acts
from app.placements.access import own_placement, own_placement_known
from app.placements.viewer import Viewer
from matching.records.tables.placement import Placement
from matching.records.types import ApprovalParty
from register.roles.types import Role


def viewer_at(placement: Placement) -> Viewer:
    """The candidate at one of their own placements."""
    return Viewer(ApprovalParty.CANDIDATE, Role.CANDIDATE, "candidate", {}, placement)


@pages.get(
    "/plasseringer/<uuid:placement_id>",
    access=with_role(Role.CANDIDATE, purpose="read one's own agreement", relation=own_placement_known),
)
def placement_show(placement: Placement) -> Response | str:
    """One placement, in plain words; who has left is led to the page that says so, and leads to all that is kept."""
    if not placement.candidate.takes_part:
        return redirect(url_for("candidate.front"))
    return acts.show(viewer_at(placement), template="placements/candidate.html")


@pages.post(
    "/plasseringer/<uuid:placement_id>/godkjenn",
    access=with_role(Role.CANDIDATE, purpose="approve one's own agreement", relation=own_placement),
)
def placement_approve(placement: Placement) -> Response:
    """Approve the agreement."""
    return acts.approve(viewer_at(placement), sent_version())
