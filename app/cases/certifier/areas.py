"""Claim and evidence side by side with the finding, area by area."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import evidence_in_review, impartial
from app.cases.certifier.forms import FindingForm, shown
from app.cases.criterion.forms import AreaForms
from app.cases.criterion.saving import state_of, who_saved
from app.cases.criterion.view import criterion_view
from app.cases.evidence_file import evidence_response
from app.kernel.access import with_role
from app.kernel.audiences import certifier as pages
from app.kernel.auth import act
from app.kernel.errors.messages import sentence_for
from app.kernel.errors.telling import refusals_at
from app.kernel.language import current_language
from app.kernel.translate import _
from certification.cases.case import Case
from certification.cases.findings import is_outdated, save_findings
from certification.cases.rules.transitions import certifier_may_record
from certification.cases.tables.evidence import Evidence
from ground.errors import DomainError
from register.roles.types import Role


@pages.route(
    "/saker/<uuid:assessment_id>/omrade/<area_id>",
    methods=["GET", "POST"],
    access=with_role(Role.CERTIFIER, purpose="look at claims and record findings", relation=impartial),
)
def assessment_area(assessment_id: uuid.UUID, area_id: str, case: Case) -> Response | str:
    """The criteria of an area with the form of each finding; to read when the case is not in review."""
    forms = AreaForms([_form(case, item.criterion.id) for item in case.in_area(area_id)])
    if request.method == "POST":
        with refusals_at(forms):
            _save(case, forms)
            if not forms.errors:
                flash(_("Funnene er lagret."), "success")
                return redirect(_next_address(case, area_id))
    area = case.edition.area(area_id)
    return render_template(
        "cases/certifier/area.html",
        case=case,
        area=area,
        area_name=area.name.get(current_language()),
        forms=forms,
        form=forms,
        may_record=certifier_may_record(case.assessment.state) or bool(forms.errors),  # what was typed stands there
        evidence_url=lambda id_: url_for(
            "certifier.assessment_evidence_file", assessment_id=assessment_id, evidence_id=id_
        ),
    )


@pages.post(
    "/saker/<uuid:assessment_id>/kriterium/<criterion_id>",
    access=with_role(Role.CERTIFIER, purpose="record one finding", relation=impartial),
)
def assessment_save(criterion_id: str, case: Case) -> Response:
    """Save one finding while the certifier goes on (htmx)."""
    form = _form(case, criterion_id)
    with refusals_at(form, value=DomainError):
        _save(case, AreaForms([form]), by_itself=True)
    return state_of(form, "cases/certifier/finding_state.html", assessment_id=case.assessment.id)


@pages.get(
    "/saker/<uuid:assessment_id>/dokumentasjon/<uuid:evidence_id>",
    access=with_role(Role.CERTIFIER, purpose="look at evidence", relation=evidence_in_review),
)
def assessment_evidence_file(evidence: Evidence) -> Response:
    """The file, as a download."""
    return evidence_response(evidence)


def _form(case: Case, criterion_id: str) -> FindingForm:
    finding = case.findings.get(criterion_id)
    view = criterion_view(case, case.criterion(criterion_id))
    return FindingForm(view, finding, outdated=finding is not None and is_outdated(case, finding))


def _save(case: Case, forms: AreaForms[FindingForm], *, by_itself: bool = False) -> None:
    """Record what was changed. What is refused is told at its field, and kept as typed."""
    changed = forms.changed()
    then = save_findings(act(), case, findings={form.view.id: (form.said, form.expected_version) for form in changed})
    stands = {one: then.case.findings[one] for one in then.refused if one in then.case.findings}
    by = who_saved({one: (finding.recorded_by_id, finding.recorded_at) for one, finding in stands.items()})
    for form in changed:
        finding, error = then.case.findings.get(form.view.id), then.refused.get(form.view.id)
        form.finding, form.outdated = finding, False
        if error is not None:
            form.refuse("value", str(sentence_for(error)))
            form.tell_newer(shown(finding), by.get(form.view.id))
        if error is None or not by_itself:  # whoever sends the page again, has been shown it
            form.rebase(shown(finding))


def _next_address(case: Case, area_id: str) -> str:
    ids = [area.id for area in case.areas]
    following = ids[ids.index(area_id) + 1 :]
    assessment_id = case.assessment.id
    if request.form.get("goto") != "next":
        return url_for("certifier.assessment_area", assessment_id=assessment_id, area_id=area_id)
    if following:
        return url_for("certifier.assessment_area", assessment_id=assessment_id, area_id=following[0])
    return url_for("certifier.assessment", assessment_id=assessment_id)
