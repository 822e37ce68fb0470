"""The code that lets a candidate sign in: made here, shown once, handed over on paper or read aloud."""

import uuid

from flask import render_template, request

from app.addresses import full_address
from app.auth.current import signed_in_principal
from app.context import now, settings
from app.counsellor.blueprint import blueprint
from app.counsellor.reading import look_at
from app.database import session
from matching.candidates import sign_in_codes
from matching.disclosures.types import ReadPurpose, ReadWhat


@blueprint.route("/kandidater/<uuid:candidate_id>/kode", methods=["GET", "POST"])
def candidate_code(candidate_id: uuid.UUID) -> str:
    """Ask first; then make the code and show it this one time. Only its hash is kept."""
    candidate = look_at(candidate_id, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    if request.method == "GET":
        living = sign_in_codes.living_code(session(), candidate.id, now=now())
        return render_template("counsellor/code_make.html", candidate=candidate, living=living)
    code = sign_in_codes.make_code(
        session(),
        candidate=candidate,
        counsellor_id=signed_in_principal().id,
        key=settings().secret,
        now=now(),
    )
    return render_template(
        "counsellor/code_shown.html",
        candidate=candidate,
        code=sign_in_codes.written_code(code),
        expires_at=now() + sign_in_codes.CODE_LIFE,
        address=full_address("candidate.enter_code"),
    )
