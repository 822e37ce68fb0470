"""Being deleted: asking for it, and regretting it; while something is agreed or running, a request."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.doors.access import oneself_known
from app.doors.proof import ProvenForm, must_prove_oneself, settle_proof
from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.translate import _
from matching.candidates import leaving, requests, retention
from matching.candidates.types import RightsKind
from matching.doors.errors import PinNotRight
from matching.records.queries.placements import is_placed
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.route(
    "/slett",
    methods=["GET", "POST"],
    access=with_role(Role.CANDIDATE, purpose="be deleted", relation=oneself_known),
)
def delete(candidate: Candidate) -> Response | str:
    """Say what happens, and do it. Who has an agreement asks the counsellor instead."""
    if candidate.deletion_asked_at is not None:
        return redirect(url_for("candidate.front"))
    placed = is_placed(session(), candidate.id)
    form = ProvenForm()
    if form.validate_on_submit():
        with refusals_at(form, pin=PinNotRight) as refusals:
            must_prove_oneself(act(), candidate, form)
            if placed:
                requests.ask(act(), candidate=candidate, kind=RightsKind.DELETION, words="")
                flash(_("Veilederen din har fått beskjed om at du vil slettes."), "success")
                return redirect(url_for("candidate.rights"))
            leaving.ask_deletion(act(), candidate=candidate)
            return redirect(url_for("candidate.front"))
        settle_proof(form, refusals.told)
    return render_template("candidates/candidate/delete.html", form=form, placed=placed)


@pages.post(
    "/slett/angre", access=with_role(Role.CANDIDATE, purpose="not be deleted after all", relation=oneself_known)
)
def delete_regret(candidate: Candidate) -> Response:
    """Everything that was written is there again."""
    with refusals_flashed():
        leaving.regret(act(), candidate=candidate)
        flash(_("Så fint at du blir! Det som står om deg, er som før, men forslagene er trukket tilbake."), "success")
    return redirect(url_for("candidate.front"))


@pages.post("/bli", access=with_role(Role.CANDIDATE, purpose="not be forgotten yet", relation=oneself_known))
def stay(candidate: Candidate) -> Response:
    """The time after which all is forgotten begins anew."""
    with refusals_flashed():
        retention.stay(act(), candidate=candidate)
        flash(_("Da beholder vi det som står om deg."), "success")
    return redirect(url_for("candidate.front"))
