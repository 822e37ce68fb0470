"""What young people ask about their own data: the list of what waits, and the answer."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.candidates.access import offices_correction, offices_request
from app.candidates.forms import AnswerForm, CorrectionForm, RefusalForm
from app.candidates.profile_form import shown
from app.disclosures.looks import log_names, look_at
from app.kernel.access import with_role
from app.kernel.audiences import counsellor as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import not_now, refusals_at, refusals_of_edit
from app.kernel.paging import page_number, url_for_page
from app.kernel.translate import _
from ground.states import MoveNotAllowed
from matching.candidates import requests as rights_requests
from matching.candidates.errors import ReasonMissing
from matching.candidates.models import RightsRequest
from matching.candidates.types import RightsKind, RightsState
from matching.disclosures.types import ReadPurpose, ReadWhat
from matching.records.profiles import profile_of
from matching.records.queries import candidates as queries
from matching.records.tables.candidate import Candidate
from register.roles.types import Role


@pages.get("/krav", access=with_role(Role.COUNSELLOR, purpose="know what waits for an answer", logs_read=True))
def requests() -> str:
    """What waits for an answer at the counsellor's offices; what is overdue comes first."""
    offices = signed_in_principal().office_ids
    found = rights_requests.page_of_offices(session(), offices, page=page_number())
    log_names([one.candidate for one in found.rows], purpose=ReadPurpose.ANSWER_REQUEST)
    return render_template(
        "candidates/counsellor/requests.html",
        found=found,
        keepers=queries.coordinators_of(session(), [one.candidate_id for one in found.rows]),
        today=today(),
        url_for_page=url_for_page(),
    )


@pages.route(
    "/krav/<uuid:request_id>",
    methods=["GET", "POST"],
    access=with_role(Role.COUNSELLOR, purpose="answer what a candidate asks", relation=offices_request, logs_read=True),
)
def request_show(candidate: Candidate, rights_request: RightsRequest) -> Response | str:
    """What the person asks for and why, and the answer; a yes to a correction is given by mending."""
    look_at(candidate, purpose=ReadPurpose.ANSWER_REQUEST, what=ReadWhat.REQUEST)
    form = RefusalForm() if rights_request.kind is RightsKind.CORRECTION else AnswerForm()
    if form.validate_on_submit():
        with refusals_at(form, reason=ReasonMissing):
            rights_requests.answer(
                act(), request=rights_request, granted=form.is_granted(), reason=form.reason.data or ""
            )
            flash(_("Svaret er sendt."), "success")
            return redirect(url_for("counsellor.requests"))
    return render_template(
        "candidates/counsellor/request.html", form=form, candidate=candidate, asked=rights_request, today=today()
    )


@pages.route(
    "/krav/<uuid:request_id>/rett",
    methods=["GET", "POST"],
    access=with_role(
        Role.COUNSELLOR, purpose="mend what a candidate says is wrong", relation=offices_correction, logs_read=True
    ),
)
def request_correct(candidate: Candidate, rights_request: RightsRequest) -> Response | str:
    """Mend what is kept, also of one who has left, and answer yes with the same button."""
    look_at(candidate, purpose=ReadPurpose.ANSWER_REQUEST, what=ReadWhat.PROFILE)
    there = url_for("counsellor.request_show", request_id=rights_request.id)
    if rights_request.state is not RightsState.WAITING:
        return not_now(MoveNotAllowed(rights_request.state, RightsState.GRANTED), there)
    form = CorrectionForm(data=shown(candidate)).offer()
    if form.validate_on_submit():
        with refusals_of_edit(form, candidate, lambda: shown(candidate), reason=ReasonMissing):
            rights_requests.correct(
                act(),
                request=rights_request,
                profile=form.profile(profile_of(candidate)),
                expected_version=form.version.data or 0,
                reason=form.reason.data or "",
            )
            flash(_("Rettet, og svaret er sendt."), "success")
            return redirect(there)
    return render_template(
        "candidates/counsellor/correct.html", form=form, candidate=candidate, asked=rights_request, there=there
    )
