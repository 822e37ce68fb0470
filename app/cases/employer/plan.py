"""The action plan of the case."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import has_action, has_case
from app.cases.employer.forms import ActionFields, EditActionForm, NewActionForm, values_of
from app.cases.lines import area_url, place_of
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.context import today
from app.kernel.errors.telling import not_now, refusals_at, refusals_flashed, refusals_of_edit
from app.kernel.language import current_language
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from certification.cases import action_plan as service
from certification.cases.action_plan import Action
from certification.cases.case import Case
from certification.cases.errors import NotEditable
from certification.cases.rules.transitions import employer_may_edit
from certification.cases.tables.answer import ActionItem


@pages.route(
    "/<orgnr>/sak/plan",
    methods=["GET", "POST"],
    access=in_organisation(purpose="keep the action plan", relation=has_case),
)
def assessment_plan(orgnr: str, case: Case) -> Response | str:
    """The plan, and a form for one more action."""
    form = NewActionForm()
    form.criterion_id.choices = _choices(case)
    here = url_for("employer.assessment_plan", orgnr=orgnr)
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form):
            service.add_action(act(), case, action=_action(form))
            flash(_("Tiltaket er lagt til."), "success")
            return done_once(form, here)
    may_edit = employer_may_edit(case.assessment.state) or form.is_submitted()  # what was typed stands there still
    return render_template(
        "cases/employer/plan.html",
        case=case,
        form=form,
        may_edit=may_edit,
        today=today(),
        place_of=lambda action: place_of(case, action.criterion_id) if action.criterion_id else None,
        area_url=area_url("employer.assessment_area", orgnr=orgnr),
    )


@pages.route(
    "/<orgnr>/sak/plan/<uuid:action_id>",
    methods=["GET", "POST"],
    access=in_organisation(purpose="change an action", relation=has_action),
)
def assessment_action(orgnr: str, case: Case, action: ActionItem) -> Response | str:
    """Change one action."""
    there = url_for("employer.assessment_plan", orgnr=orgnr)
    if request.method == "GET" and not employer_may_edit(case.assessment.state):
        return not_now(NotEditable(case.assessment.state), there)
    form = EditActionForm(data=values_of(action))
    form.criterion_id.choices = _choices(case)
    if form.validate_on_submit():
        with refusals_of_edit(form, action, lambda: values_of(action)):
            service.change_action(
                act(),
                case,
                action_id=action.id,
                action=_action(form),
                is_done=bool(form.is_done.data),
                expected_version=form.version.data or 0,
            )
            flash(_("Tiltaket er lagret."), "success")
            return redirect(there)
    return render_template("cases/employer/action.html", form=form, action=action)


@pages.post(
    "/<orgnr>/sak/plan/<uuid:action_id>/fjern", access=in_organisation(purpose="remove an action", relation=has_action)
)
def assessment_action_remove(orgnr: str, case: Case, action: ActionItem) -> Response:
    """Take an action out of the plan."""
    with refusals_flashed():
        service.remove_action(act(), case, action_id=action.id)
        flash(_("Tiltaket er fjernet."))
    return redirect(url_for("employer.assessment_plan", orgnr=orgnr))


def _choices(case: Case) -> list[tuple[str, str]]:
    locale = current_language()
    criteria = [(one.criterion.id, one.criterion.called.get(locale)) for one in case.applicable]
    return [("", _("Planen som helhet")), *criteria]


def _action(form: ActionFields) -> Action:
    return Action(
        what=form.what.data or "",
        responsible=form.responsible.data or "",
        due_on=form.due_on.data,
        criterion_id=form.criterion_id.data or None,
        written_in=form.language(),
    )
