"""The young person's side of a placement: read the agreement and approve it."""

import uuid

from flask import request
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import signed_in_principal
from app.kernel.database import session
from app.placements import acts
from app.placements.access import own_placement
from app.placements.viewer import Viewer
from matching.records.queries import placements as queries
from matching.records.tables.placement import Placement
from matching.records.types import ApprovalParty
from register.roles.types import Role


def viewer_at(placement: Placement) -> Viewer:
    """The candidate at one of their own placements."""
    return Viewer(ApprovalParty.CANDIDATE, Role.CANDIDATE, "candidate", {}, placement)


def _viewer(placement_id: uuid.UUID) -> Viewer:
    return viewer_at(queries.placement_of_candidate(session(), signed_in_principal().id, placement_id))


@pages.get(
    "/plasseringer/<uuid:placement_id>",
    access=with_role(Role.CANDIDATE, purpose="read one's own agreement", relation=own_placement),
)
def placement_show(placement_id: uuid.UUID) -> str:
    """One placement, in plain words."""
    return acts.show(_viewer(placement_id), template="placements/candidate.html")


@pages.post(
    "/plasseringer/<uuid:placement_id>/godkjenn",
    access=with_role(Role.CANDIDATE, purpose="approve one's own agreement", relation=own_placement),
)
def placement_approve(placement_id: uuid.UUID) -> Response:
    """Approve the agreement."""
    return acts.approve(_viewer(placement_id), request.form.get("version", 0, type=int))
