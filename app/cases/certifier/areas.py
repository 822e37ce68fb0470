"""Claim and evidence side by side with the finding, area by area."""

import uuid
from collections.abc import Mapping

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import evidence_in_review, impartial
from app.cases.certifier.forms import FindingForm
from app.cases.criterion_forms import AreaForms
from app.cases.criterion_view import criterion_view
from app.cases.evidence_file import evidence_response
from app.kernel.access import with_role
from app.kernel.audiences import certifier as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.language import current_language
from app.kernel.translate import _
from certification.cases.case import Case, read_case
from certification.cases.findings import findings_of, is_outdated, save_finding
from certification.cases.review import in_review
from certification.cases.rules.transitions import certifier_may_record
from certification.cases.tables.evidence import Evidence
from certification.cases.tables.review import Finding
from ground.errors import EditedMeanwhile
from register.roles.types import Role


@pages.route(
    "/saker/<uuid:assessment_id>/omrade/<area_id>",
    methods=["GET", "POST"],
    access=with_role(Role.CERTIFIER, purpose="look at claims and record findings", relation=impartial),
)
def assessment_area(assessment_id: uuid.UUID, area_id: str, case: Case) -> Response | str:
    """The criteria of an area with the form of each finding; to read when the case is not in review."""
    findings = findings_of(session(), assessment_id)
    forms = AreaForms([_form(case, item.criterion.id, findings) for item in case.in_area(area_id)])
    if request.method == "POST" and _save(case, forms):
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
        may_record=certifier_may_record(case.assessment.state),
        evidence_url=lambda id_: url_for(
            "certifier.assessment_evidence_file", assessment_id=assessment_id, evidence_id=id_
        ),
    )


@pages.post(
    "/saker/<uuid:assessment_id>/kriterium/<criterion_id>",
    access=with_role(Role.CERTIFIER, purpose="record one finding", relation=impartial),
)
def assessment_save(assessment_id: uuid.UUID, criterion_id: str, case: Case) -> str:
    """Save one finding while the certifier goes on (htmx)."""
    form = _form(case, criterion_id, findings_of(session(), assessment_id))
    _save(case, AreaForms([form]))
    return render_template("cases/certifier/finding_state.html", form=form, saved_at=now())


@pages.get(
    "/saker/<uuid:assessment_id>/dokumentasjon/<uuid:evidence_id>",
    access=with_role(Role.CERTIFIER, purpose="look at evidence", relation=evidence_in_review),
)
def assessment_evidence_file(evidence: Evidence) -> Response:
    """The file, as a download."""
    return evidence_response(evidence)


def _form(case: Case, criterion_id: str, findings: Mapping[str, Finding]) -> FindingForm:
    finding = findings.get(criterion_id)
    view = criterion_view(case, case.criterion(criterion_id))
    return FindingForm(view, finding, outdated=finding is not None and is_outdated(case, finding))


def _save(case: Case, forms: AreaForms[FindingForm]) -> bool:
    """Record what was changed; whether all of it could be."""
    certifier = signed_in_principal().id
    held = read_case(session(), in_review(session(), case.assessment.id, certifier))
    for form in forms.changed():
        with refusals_at(form, value=EditedMeanwhile):
            finding = save_finding(
                act(), held, criterion_id=form.view.id, found=form.said, expected_version=form.expected_version
            )
            form.saved = True
            form.rebase_on(finding)
        if not form.saved:
            form.conflict = findings_of(session(), case.assessment.id).get(form.view.id)
            form.rebase_on(form.conflict)
    return not forms.errors


def _next_address(case: Case, area_id: str) -> str:
    ids = [area.id for area in case.areas]
    following = ids[ids.index(area_id) + 1 :]
    assessment_id = case.assessment.id
    if request.form.get("goto") != "next":
        return url_for("certifier.assessment_area", assessment_id=assessment_id, area_id=area_id)
    if following:
        return url_for("certifier.assessment_area", assessment_id=assessment_id, area_id=following[0])
    return url_for("certifier.assessment", assessment_id=assessment_id)
