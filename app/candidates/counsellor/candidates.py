"""One candidate: the profile, changing it, pausing, handing over to a colleague."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.candidates.forms import AssignForm
from app.candidates.profile_form import KEPT_STEPS, ProfileForm, shown
from app.candidates.words import ability_rows, person_rows, question, time_rows, wish_rows
from app.disclosures.access import offices_candidate, offices_candidate_known
from app.disclosures.looks import look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act
from app.kernel.context import now, today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed, refusals_of_edit
from app.kernel.forms.base import Form
from app.kernel.forms.steps import Step, place_of, step_with
from app.kernel.translate import _
from app.placements.counsellor import viewer_at
from app.placements.list_rows import list_rows
from matching.candidates import caseload, leaving
from matching.candidates import life as candidates
from matching.candidates.errors import NotACounsellorHere
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.doors import codes as sign_in_codes
from matching.doors.calling import call_asked_for
from matching.records.profiles import missing_answers, profile_of
from matching.records.queries import candidates as queries
from matching.records.queries import placements as placement_queries
from matching.records.tables.candidate import Candidate
from register.roles.grants import people_with_role
from register.roles.types import Role

Page = Response | str
PARTS = (person_rows, wish_rows, time_rows, ability_rows)
"""What is told of the profile, step by step of `KEPT_STEPS`."""


@pages.get(
    "/kandidater/<uuid:candidate_id>",
    access=with_role(Role.COUNSELLOR, purpose="know a candidate", relation=offices_candidate_known, logs_read=True),
)
def candidate_show(candidate: Candidate) -> str:
    """Everything that is kept about a candidate, and how things stand; of one who wants to be deleted, only that."""
    if candidate.deletion_asked_at is not None:
        look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
        gone_on = leaving.gone_on(candidate)
        return render_template("candidates/counsellor/leaving.html", candidate=candidate, gone_on=gone_on)
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.PROFILE)
    profile = profile_of(candidate)
    entry = caseload.current_entry(session(), candidate.id)
    return render_template(
        "candidates/counsellor/show.html",
        candidate=candidate,
        parts=zip(KEPT_STEPS, [rows(profile) for rows in PARTS], strict=True),
        unanswered=[
            (question(name), _after(candidate, step_with(name, KEPT_STEPS))) for name in missing_answers(candidate)
        ],
        coordinator=entry.counsellor if entry else None,
        proposals=queries.proposals_of(session(), [candidate.id]),
        placements=list_rows(map(viewer_at, placement_queries.of_candidate(session(), candidate.id)), today()),
        code=sign_in_codes.living_code(session(), candidate.id, now=now()),
        call=call_asked_for(session(), candidate.id),
    )


@pages.get(
    "/kandidater/<uuid:candidate_id>/rediger",
    access=with_role(Role.COUNSELLOR, purpose="keep the profile right", relation=offices_candidate),
)
def candidate_edit(candidate: Candidate) -> Page:
    """The first step of going through the profile. Nothing is read on the way there."""
    return redirect(url_for("counsellor.candidate_step", candidate_id=candidate.id, step=KEPT_STEPS[0].name))


@pages.route(
    "/kandidater/<uuid:candidate_id>/rediger/<step>",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="keep the profile right", relation=offices_candidate, logs_read=True),
)
def candidate_step(candidate: Candidate, step: str) -> Page:
    """One step of changing the profile, best together with the candidate; saved before the next."""
    place = place_of(step, KEPT_STEPS)
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.PROFILE)
    form = ProfileForm(data=shown(candidate)).offer().only(place.step.fields)
    if form.validate_on_submit():
        with refusals_of_edit(form, candidate, lambda: shown(candidate)):
            candidates.change(
                act(),
                candidate=candidate,
                profile=form.profile(profile_of(candidate)),
                expected_version=form.version.data or 0,
            )
            flash(_("Opplysningene er lagret."), "success")
            return redirect(_after(candidate, place.wanted()))
    return render_template("candidates/counsellor/edit.html", form=form, candidate=candidate, place=place)


def _after(candidate: Candidate, wanted: Step | None) -> str:
    if wanted is None:
        return url_for("counsellor.candidate_show", candidate_id=candidate.id)
    return url_for("counsellor.candidate_step", candidate_id=candidate.id, step=wanted.name)


@pages.post(
    "/kandidater/<uuid:candidate_id>/pause",
    access=with_role(Role.COUNSELLOR, purpose="give a candidate a pause", relation=offices_candidate, logs_read=True),
)
def candidate_pause(candidate: Candidate) -> Response:
    """Begin or end a pause."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    begin_or_end = candidates.resume if request.form.get("pause") == "nei" else candidates.pause
    with refusals_flashed():
        begin_or_end(act(), candidate=candidate)
        flash(_("%(name)s har pause.", name=candidate.first_name) if candidate.paused_at else _("Pausen er over."))
    return redirect(url_for("counsellor.candidate_show", candidate_id=candidate.id))


@pages.route(
    "/kandidater/<uuid:candidate_id>/avslutt",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="end a candidate's part", relation=offices_candidate, logs_read=True),
)
def candidate_close(candidate: Candidate) -> Page:
    """End the candidate's part in Plass, after a question."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    form = Form()
    if form.validate_on_submit():
        with refusals_at(form):
            candidates.close(act(), candidate=candidate)
            flash(_("Avsluttet. Arbeidsgivere ser ikke lenger noe om kandidaten."))
            return redirect(url_for("counsellor.front"))
    return render_template("candidates/counsellor/close.html", form=form, candidate=candidate)


@pages.route(
    "/kandidater/<uuid:candidate_id>/veileder",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="hand a candidate over", relation=offices_candidate, logs_read=True),
)
def candidate_assign(candidate: Candidate) -> Page:
    """Give the candidate another coordinator in the same office."""
    look_at(candidate, purpose=ReadPurpose.FOLLOW_UP, what=ReadWhat.LIST_ENTRY)
    form = AssignForm().offer(_colleagues(candidate))
    if form.validate_on_submit():
        with refusals_at(form, counsellor=NotACounsellorHere):
            caseload.assign(act(), candidate=candidate, counsellor_id=form.counsellor_id())
            flash(_("Kandidaten har fått ny veileder."), "success")
            return redirect(url_for("counsellor.front"))
    return render_template("candidates/counsellor/assign.html", form=form, candidate=candidate)


def _colleagues(candidate: Candidate) -> list[tuple[str, str]]:
    people = people_with_role(session(), Role.COUNSELLOR, nav_office_id=candidate.nav_office_id)
    return [(str(person.id), person.display_name) for person in people]
