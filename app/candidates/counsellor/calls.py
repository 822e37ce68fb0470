"""Those who want to be called: pressed on a known telephone by somebody who does not come in."""

import uuid

from flask import flash, redirect, url_for
from werkzeug.wrappers import Response

from app.disclosures.access import offices_candidate
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.errors.telling import refusals_flashed
from app.kernel.translate import _
from matching.doors import calling
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.post(
    "/kandidater/<uuid:candidate_id>/ringt/<uuid:call_id>",
    access=with_role(Role.COUNSELLOR, purpose="say that a candidate has been called", relation=offices_candidate),
)
def call_made(candidate: Candidate, call_id: uuid.UUID) -> Response:
    """The candidate has been called, or has been left word."""
    with refusals_flashed():
        calling.called(act(), candidate, call_id)
        flash(_("Bra. Da er det gjort."))
    return redirect(url_for("counsellor.front"))
