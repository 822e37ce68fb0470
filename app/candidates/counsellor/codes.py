"""The code that lets a candidate sign in: made here, shown once, handed over on paper or read aloud."""

from flask import render_template, request

from app.disclosures.access import offices_candidate
from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.addresses import full_address
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.context import now, settings
from app.kernel.database import session
from matching.candidates import sign_in_codes
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.route(
    "/kandidater/<uuid:candidate_id>/kode",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="let a candidate sign in", relation=offices_candidate, logs_read=True),
)
def candidate_code(candidate: Candidate) -> str:
    """Ask first; then make the code and show it this one time. Only its hash is kept."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    if request.method == "GET":
        living = sign_in_codes.living_code(session(), candidate.id, now=now())
        return render_template("candidates/counsellor/code_make.html", candidate=candidate, living=living)
    code = sign_in_codes.make_code(act(), candidate=candidate, key=settings().secret)
    return render_template(
        "candidates/counsellor/code_shown.html",
        candidate=candidate,
        code=sign_in_codes.written_code(code),
        expires_at=now() + sign_in_codes.CODE_LIFE,
        address=full_address("candidate.enter_code"),
    )
