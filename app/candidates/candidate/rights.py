"""What one asks about one's own data, and a person must answer: stop the use, or mend what is wrong."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.candidates.forms import RightsForm
from app.doors.access import oneself_known
from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from matching.candidates import requests
from matching.candidates.errors import WordsMissing
from matching.candidates.types import RightsKind
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.route(
    "/rettigheter",
    methods=["GET", "POST"],
    access=with_role(Role.CANDIDATE, purpose="ask that one's data be not used, or be mended", relation=oneself_known),
)
def rights(candidate: Candidate) -> Response | str:
    """Ask, and see what one has asked for, how long it takes and what the answer was."""
    if candidate.deletion_asked_at is not None:
        return redirect(url_for("candidate.front"))
    form = RightsForm()
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form, words=WordsMissing):
            requests.ask(act(), candidate=candidate, kind=form.chosen(), words=form.words.data or "")
            flash(_told(form.chosen()), "success")
            return done_once(form, url_for("candidate.rights"))
    asked = requests.of_candidate(session(), candidate.id)
    return render_template(
        "candidates/candidate/rights.html", form=form, candidate=candidate, asked=asked, today=today()
    )


def _told(kind: RightsKind) -> str:
    """What happens now. Nothing stops while a correction waits, and one who has left has no counsellor of their own."""
    if kind.freezes:
        return _("Veilederen din har fått beskjed. Imens stopper bruken, men en avtale som gjelder, går videre.")
    return _("Nav-kontoret ditt har fått beskjed. Svaret kommer her.")


@pages.post(
    "/rettigheter/opphev",
    access=with_role(Role.CANDIDATE, purpose="let one's data be used again", relation=oneself_known),
)
def rights_lift(candidate: Candidate) -> Response:
    """End the stop."""
    with refusals_flashed():
        requests.lift(act(), candidate=candidate)
        flash(_("Da kan veilederen din finne plasser til deg igjen."), "success")
    return redirect(url_for("candidate.rights"))
