"""The code that lets a candidate sign in: made here, shown to its maker for a while, handed over on paper or aloud."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.disclosures.access import offices_candidate_known
from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.addresses import full_address
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, settings
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.forms.once import CreateForm
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from ground.secrets import in_groups
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.doors import codes as sign_in_codes
from matching.doors.codes import ShownCode
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.route(
    "/kandidater/<uuid:candidate_id>/kode",
    methods=["GET", "POST"],
    access=with_role(
        Role.COUNSELLOR, purpose="let a candidate sign in", relation=offices_candidate_known, logs_read=True
    ),
)
def candidate_code(candidate: Candidate) -> Response | str:
    """Ask first; then make the code. Sent twice it makes one, which does not put out the one that was handed over."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    form = CreateForm()
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form):
            sign_in_codes.make_code(act(), candidate=candidate, key=settings().secret)
            return done_once(form, url_for("counsellor.candidate_code_shown", candidate_id=candidate.id))
    return render_template(
        "candidates/counsellor/code_make.html",
        form=form,
        candidate=candidate,
        living=sign_in_codes.living_code(session(), candidate.id, now=now()),
        shown=_shown(candidate),
    )


@pages.get(
    "/kandidater/<uuid:candidate_id>/kode/vis",
    access=with_role(
        Role.COUNSELLOR, purpose="let a candidate sign in", relation=offices_candidate_known, logs_read=True
    ),
)
def candidate_code_shown(candidate: Candidate) -> Response | str:
    """The code, for its maker alone and for a few minutes. Looking changes nothing: it may be loaded again."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    shown = _shown(candidate)
    if shown is None:
        flash(_("Koden vises ikke lenger. Lag en ny hvis dere trenger det."), "warning")
        return redirect(url_for("counsellor.candidate_code", candidate_id=candidate.id))
    return render_template(
        "candidates/counsellor/code_shown.html",
        candidate=candidate,
        code=in_groups(shown.code),
        shown=shown,
        address=full_address("candidate.enter_code"),
    )


def _shown(candidate: Candidate) -> ShownCode | None:
    return sign_in_codes.code_to_show(
        session(), candidate.id, maker_id=signed_in_principal().id, key=settings().secret, now=now()
    )
