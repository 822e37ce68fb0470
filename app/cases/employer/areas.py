"""Answering the criteria of an area: one page with one button, and each answer saved by itself where script runs."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import has_case
from app.cases.criterion.forms import AreaForms
from app.cases.criterion.saving import state_of, who_saved
from app.cases.criterion.view import criterion_view, criterion_views
from app.cases.employer.answer_form import AnswerForm, shown
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.errors.messages import sentence_for
from app.kernel.errors.telling import refusals_at
from app.kernel.language import current_language
from app.kernel.translate import _
from certification.cases import answers as service
from certification.cases.case import Case
from certification.cases.errors import FigureImpossible
from certification.cases.rules.transitions import employer_may_edit
from ground.errors import DomainError, EditedMeanwhile


@pages.route(
    "/<orgnr>/sak/omrade/<area_id>",
    methods=["GET", "POST"],
    access=in_organisation(purpose="answer the criteria of an area", relation=has_case),
)
def assessment_area(orgnr: str, area_id: str, case: Case) -> Response | str:
    """The criteria of an area: to answer while the case may be changed, else to read."""
    views = criterion_views(case, case.in_area(area_id))
    if request.method == "GET" and not employer_may_edit(case.assessment.state):
        return _page("cases/employer/area_read.html", orgnr, case, area_id, views=views)
    forms = AreaForms([AnswerForm(view) for view in views])
    if request.method == "POST":
        with refusals_at(forms):
            _save(case, forms)
            if not forms.errors:
                return redirect(_next_address(orgnr, case, area_id))
    return _page("cases/employer/area.html", orgnr, case, area_id, forms=forms, form=forms)


@pages.post(
    "/<orgnr>/sak/kriterium/<criterion_id>", access=in_organisation(purpose="save one answer", relation=has_case)
)
def assessment_save(orgnr: str, criterion_id: str, case: Case) -> Response:
    """Save one answer while the person goes on (htmx); the answer is only what changes on the page."""
    form = AnswerForm(criterion_view(case, case.criterion(criterion_id)))
    with refusals_at(form, value=DomainError):
        fresh = _save(case, AreaForms([form]), by_itself=True)
        form.view = criterion_view(fresh, fresh.criterion(criterion_id))
    return state_of(form, "cases/employer/criterion_state.html", view=form.view, orgnr=orgnr)


def _save(case: Case, forms: AreaForms[AnswerForm], *, by_itself: bool = False) -> Case:
    """Save what was changed; the case as it is then. What is refused is told at its field, and kept as typed."""
    changed = forms.changed()
    claims = {form.view.id: (form.said, form.expected_version) for form in changed}
    then = service.save_answers(act(), case, claims=claims)
    edited = [one for one, error in then.refused.items() if isinstance(error, EditedMeanwhile)]
    stands = {one: then.case.answers[one] for one in edited if one in then.case.answers}
    by = who_saved({one: (answer.answered_by_id, answer.answered_at) for one, answer in stands.items()})
    for form in changed:
        answer, error = then.case.answers.get(form.view.id), then.refused.get(form.view.id)
        if error is not None:
            field = "figure_count" if isinstance(error, FigureImpossible) else "value"
            form.refuse(field, str(sentence_for(error)))
        if form.view.id in edited:
            form.tell_newer(shown(answer), by.get(form.view.id))
        if error is None or (form.view.id in edited and not by_itself):  # who sends the page has been shown it
            form.rebase(shown(answer))
    return then.case


def _next_address(orgnr: str, case: Case, area_id: str) -> str:
    """Where the pressed button leads: to a criterion's evidence, the plan, the next area or the overview."""
    wanted = request.form.get("goto", "")
    if any(item.criterion.id == wanted for item in case.applicable):
        return url_for("employer.assessment_evidence_add", orgnr=orgnr, criterion_id=wanted)
    if wanted == "plan":
        return url_for("employer.assessment_plan", orgnr=orgnr)
    flash(_("Svarene er lagret."), "success")
    ids = [area.id for area in case.areas]
    following = ids[ids.index(area_id) + 1 :]
    if wanted == "next" and following:
        return url_for("employer.assessment_area", orgnr=orgnr, area_id=following[0])
    if wanted == "next":
        return url_for("employer.assessment", orgnr=orgnr)
    return url_for("employer.assessment_area", orgnr=orgnr, area_id=area_id)


def _page(template: str, orgnr: str, case: Case, area_id: str, **values: object) -> str:
    locale = current_language()
    area = case.edition.area(area_id)

    def evidence_url(evidence_id: uuid.UUID) -> str:
        return url_for("employer.assessment_evidence_file", orgnr=orgnr, evidence_id=evidence_id)

    def remove_url(evidence_id: uuid.UUID) -> str:
        return url_for("employer.assessment_evidence_remove", orgnr=orgnr, evidence_id=evidence_id)

    return render_template(
        template,
        case=case,
        area=area,
        area_name=area.name.get(locale),
        area_about=area.about.get(locale),
        evidence_url=evidence_url,
        remove_url=remove_url,
        **values,
    )
