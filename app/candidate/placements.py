"""The young person's side of a placement: read the agreement and approve it."""

import uuid

from flask import request
from werkzeug.wrappers import Response

from app.auth.current import signed_in_principal
from app.candidate.blueprint import blueprint
from app.database import session
from app.placements import acts
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


@blueprint.get("/plasseringer/<uuid:placement_id>")
def placement_show(placement_id: uuid.UUID) -> str:
    """One placement, in plain words."""
    return acts.show(_viewer(placement_id), template="candidate/placement.html")


@blueprint.post("/plasseringer/<uuid:placement_id>/godkjenn")
def placement_approve(placement_id: uuid.UUID) -> Response:
    """Approve the agreement."""
    return acts.approve(_viewer(placement_id), request.form.get("version", 0, type=int))
