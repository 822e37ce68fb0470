"""The county's cases: the list, one case with all that a decision rests on, and who looks at it."""

import uuid

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import is_for_county_reader, submitted_assessment, submitted_case, submitted_evidence
from app.cases.county.forms import AssignForm, CaseFilters, ReleaseForm
from app.cases.criterion.view import criterion_views
from app.cases.decision_view import DecisionView, VerdictView
from app.cases.evidence_file import evidence_response
from app.cases.lines import area_url
from app.cases.review_overview import ReviewOverview
from app.cases.sentences import reason_said
from app.cases.timeline import timeline_of
from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.language import current_language
from app.kernel.paging import page_number, url_for_page
from app.kernel.sorting import sorting
from app.kernel.translate import _
from certification.cases import review as service
from certification.cases.case import Case
from certification.cases.errors import CertifierHasRole, NotACertifier
from certification.cases.history import decisions_of
from certification.cases.queries import assessments_page
from certification.cases.rules.codes import ReasonCode
from certification.cases.rules.decision_facts import Reason
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence
from certification.cases.verdict import unfit_to_decide_each, verdict_for_review
from ground.errors import EditedMeanwhile
from ground.paging import Order
from register.roles.types import Role


@pages.get("/saker", access=with_role(Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="see which cases wait for what"))
def assessments() -> str:
    """The list, with search."""
    form, is_lead = CaseFilters(request.args), Role.PROGRAMME_LEAD in signed_in_principal().roles
    by = sorting(Order.NEWEST, Order.NAME)
    found = assessments_page(
        session(),
        q=form.q.words,
        state=form.state,
        level=form.level,
        submitted_only=not is_lead,
        order=by.order,
        page=page_number(),
    )
    return render_template(
        "cases/county/list.html",
        form=form,
        found=found,
        sorting=by,
        url_for_page=url_for_page(),
        may_open=lambda one: is_for_county_reader(signed_in_principal(), one),
    )


@pages.get(
    "/saker/<uuid:assessment_id>",
    access=with_role(Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="prepare a decision", relation=submitted_case),
)
def assessment(assessment_id: uuid.UUID, case: Case) -> str:
    """One case: claims and findings in short, the rule line by line, the recommendation, and what can be done."""
    decisions = decisions_of(session(), assessment_id)
    unfit = unfit_to_decide_each(session(), signed_in_principal().id, [case.assessment])[assessment_id]
    return render_template(
        "cases/county/show.html",
        case=case,
        overview=ReviewOverview(case),
        verdict=VerdictView(verdict_for_review(session(), case, today=today()), case),
        assignment=case.assignment,
        recommendation=service.living_recommendation(session(), assessment_id),
        waiting=next((one for one in decisions if not one.decided_at and not one.refused_at), None),
        decided=[DecisionView(one, case) for one in decisions if one.decided_at],
        refused=[one for one in decisions if one.refused_at],
        events=timeline_of(session(), case.assessment),
        area_url=area_url("county.assessment_area", assessment_id=assessment_id),
        is_lead=Role.PROGRAMME_LEAD in signed_in_principal().roles,
        reader_id=signed_in_principal().id,
        belongs=ReasonCode.DECIDER_BELONGS_TO_ORGANISATION in unfit,
        unfit=[reason_said(Reason(code), case.edition).text for code in sorted(unfit)],
    )


@pages.get(
    "/saker/<uuid:assessment_id>/omrade/<area_id>",
    access=with_role(Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="prepare a decision", relation=submitted_case),
)
def assessment_area(assessment_id: uuid.UUID, area_id: str, case: Case) -> str:
    """Claim, evidence and finding of each criterion, to read."""
    return render_template(
        "cases/county/area.html",
        case=case,
        area_name=case.edition.area_name(area_id, current_language()),
        views=criterion_views(case, case.in_area(area_id)),
        findings=case.findings,
        evidence_url=lambda id_: url_for(
            "county.assessment_evidence_file", assessment_id=assessment_id, evidence_id=id_
        ),
    )


@pages.get(
    "/saker/<uuid:assessment_id>/dokumentasjon/<uuid:evidence_id>",
    access=with_role(
        Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="look at evidence before a decision", relation=submitted_evidence
    ),
)
def assessment_evidence_file(evidence: Evidence) -> Response:
    """The file, as a download."""
    return evidence_response(evidence)


@pages.route(
    "/saker/<uuid:assessment_id>/sertifisor",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="choose a certifier", relation=submitted_assessment),
)
def assessment_assign(assessment: Assessment) -> Response | str:
    """Give the case to a certifier who has no tie to the employer."""
    form = AssignForm()
    form.use(service.possible_certifiers(session(), assessment))
    if form.validate_on_submit():
        with refusals_at(form, certifier=(CertifierHasRole, NotACertifier)):
            service.assign_certifier(act(), assessment_id=assessment.id, certifier_id=uuid.UUID(form.certifier.data))
            flash(_("Sertifisøren har fått saken og en e-post om den."), "success")
            return redirect(url_for("county.assessment", assessment_id=assessment.id))
    return render_template("cases/county/assign.html", form=form, assessment=assessment)


@pages.route(
    "/saker/<uuid:assessment_id>/sertifisor/ta-tilbake",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, purpose="take a case from a certifier", relation=submitted_assessment),
)
def assessment_release(assessment_id: uuid.UUID) -> Response | str:
    """Take the case from its certifier, so that another can have it."""
    assignment = service.living_assignment(session(), assessment_id)
    form = ReleaseForm(seen=str(assignment.id) if assignment else "")
    if form.validate_on_submit():
        with refusals_at(form, reason=EditedMeanwhile):
            service.end_assignment(
                act(), assessment_id=assessment_id, seen_id=form.seen_id, reason=form.reason.data or ""
            )
            flash(_("Saken er tatt tilbake. Velg en ny sertifisør."))
            return redirect(url_for("county.assessment", assessment_id=assessment_id))
        assignment = service.living_assignment(session(), assessment_id)
        form.seen.data = str(assignment.id) if assignment else ""  # the page says who has the case now
    return render_template("cases/county/release.html", form=form, assessment_id=assessment_id, assignment=assignment)
