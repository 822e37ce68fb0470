"""What is written about me: see it, correct it, take a pause, see who has looked."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.candidates.profile_form import OWN_STEPS, WishesForm, shown
from app.candidates.words import ability_rows, person_rows, question, time_rows, wish_rows
from app.disclosures.readers import days_of_reading
from app.doors.access import oneself, oneself_known
from app.doors.telling import what_happened
from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed, refusals_of_edit
from app.kernel.forms.steps import place_of, step_with
from app.kernel.translate import _
from matching.candidates import life as candidates
from matching.disclosures.reads import reads_of
from matching.doors.events import events_of
from matching.records.profiles import missing_answers, profile_of
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.get("/om-meg", access=with_role(Role.CANDIDATE, purpose="see what is written", relation=oneself_known))
def profile(candidate: Candidate) -> str:
    """Everything that Plass knows."""
    kept = profile_of(candidate)
    return render_template(
        "candidates/candidate/profile.html",
        candidate=candidate,
        person=person_rows(kept),
        wishes=wish_rows(kept),
        times=time_rows(kept),
        abilities=ability_rows(kept),
        unanswered=[
            (question(name), url_for("candidate.profile_step", step=step_with(name, OWN_STEPS).name))
            for name in missing_answers(candidate)
            if name in candidates.OWN_FIELDS
        ],
    )


@pages.get("/om-meg/endre", access=with_role(Role.CANDIDATE, purpose="correct what is written", relation=oneself))
def profile_edit(candidate: Candidate) -> Response:
    """The first step of correcting what one has said oneself."""
    return redirect(url_for("candidate.profile_step", step=OWN_STEPS[0].name))


@pages.route(
    "/om-meg/endre/<step>",
    methods=["GET", "POST"],
    access=with_role(Role.CANDIDATE, purpose="correct what is written", relation=oneself),
)
def profile_step(candidate: Candidate, step: str) -> Response | str:
    """One step of it, saved before the next. Who is led to all the answers has gone through what is written."""
    place = place_of(step, OWN_STEPS)
    form = WishesForm(data=shown(candidate)).offer().only(place.step.fields)
    if form.validate_on_submit():
        with refusals_of_edit(form, candidate, lambda: shown(candidate)):
            wanted = place.wanted()
            candidates.change_own(
                act(),
                candidate=candidate,
                values=form.values(),
                expected_version=form.version.data or 0,
                is_all_seen=wanted is None,
            )
            flash(_("Lagret."), "success")
            return redirect(
                url_for("candidate.profile_step", step=wanted.name) if wanted else url_for("candidate.profile")
            )
    return render_template("candidates/candidate/profile_edit.html", form=form, place=place)


@pages.post("/om-meg/pause", access=with_role(Role.CANDIDATE, purpose="take a pause", relation=oneself))
def profile_pause(candidate: Candidate) -> Response:
    """Begin or end a pause from new proposals."""
    begin_or_end = candidates.resume if request.form.get("pause") == "nei" else candidates.pause
    with refusals_flashed():
        begin_or_end(act(), candidate=candidate)
        flash(_("Du har pause fra nye forslag.") if candidate.paused_at else _("Velkommen tilbake!"))
    return redirect(url_for("candidate.profile"))


@pages.get("/hvem-har-sett", access=with_role(Role.CANDIDATE, purpose="see who has looked", relation=oneself_known))
def readers(candidate: Candidate) -> str:
    """Who has looked, why and at what, day by day."""
    return render_template(
        "candidates/candidate/readers.html",
        days=days_of_reading(reads_of(session(), candidate.id)),
        happened=[what_happened(one) for one in events_of(session(), candidate.id)],
    )
