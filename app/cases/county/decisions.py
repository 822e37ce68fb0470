"""Two people decide: one proposes, another confirms or refuses; or the certifier is asked for more."""

import uuid

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.cases.access import is_for_county_reader, submitted_assessment, submitted_case, submitted_decision
from app.cases.county.forms import ImpartialForm, ProposeForm, ReasonForm
from app.cases.decision_view import VerdictView
from app.cases.lines import area_url
from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.translate import _
from certification.cases.case import Case
from certification.cases.errors import DeadlineNotAhead, OutcomeNotAllowed
from certification.cases.review import living_recommendation
from certification.cases.rules.codes import ReasonCode
from certification.cases.rules.decision_facts import Decider, Reason
from certification.cases.tables.decision import Decision
from certification.cases.types import DecisionOutcome
from certification.cases.verdict import SOMEBODY, stands_outside_county, verdict
from certification.decisions import deciding
from certification.decisions.errors import NotADecider, ProposalWaiting, SameDecider
from register.roles.types import Role


@pages.route(
    "/saker/<uuid:assessment_id>/vedtak",
    methods=["GET", "POST"],
    access=with_role(Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="propose a decision", relation=submitted_case),
)
def assessment_propose(assessment_id: uuid.UUID, case: Case) -> Response | str:
    """The first of two proposes what the rule allows this person to propose."""
    form = ProposeForm()
    said = verdict(session(), case, deciders=(_reader(), SOMEBODY), today=today())
    form.use(said)
    form.use_organisation(belongs_to_county=case.assessment.organisation.belongs_to_county)
    if form.validate_on_submit():
        with refusals_at(form, due_on=DeadlineNotAhead, outcome=(OutcomeNotAllowed, ProposalWaiting, NotADecider)):
            deciding.propose(
                act(),
                case,
                outcome=DecisionOutcome(form.outcome.data),
                reasons=form.reasons.data or "",
                due_on=form.due_on.data,
                declares_impartial=bool(form.impartial.data),
                written_in=form.language(),
            )
            flash(_("Forslaget er lagret. En annen må bekrefte det før det er et vedtak."), "success")
            return redirect(url_for("county.assessment", assessment_id=assessment_id))
    return render_template(
        "cases/county/propose.html",
        form=form,
        case=case,
        verdict=VerdictView(said, case),
        area_url=area_url("county.assessment_area", assessment_id=assessment_id),
        recommendation=living_recommendation(session(), assessment_id),
    )


@pages.route(
    "/saker/<uuid:assessment_id>/vedtak/<uuid:decision_id>",
    methods=["GET", "POST"],
    access=with_role(
        Role.PROGRAMME_LEAD,
        Role.COUNCIL,
        purpose="confirm a decision as the second person",
        relation=submitted_decision,
    ),
)
def assessment_confirm(case: Case, decision: Decision) -> Response | str:
    """The second of two confirms."""
    if _is_closed(decision):
        return _answered_already(case)
    form = ImpartialForm(prefix="ja")
    if form.validate_on_submit():
        with refusals_at(form, impartial=(SameDecider, NotADecider, OutcomeNotAllowed, DeadlineNotAhead)):
            deciding.confirm(act(), case, decision_id=decision.id, declares_impartial=bool(form.impartial.data))
            flash(_("Vedtaket er gjort. Virksomheten har fått en e-post."), "success")
            return redirect(_where_it_stands(case))
    return _confirm_page(case, decision, form, ReasonForm(prefix="nei", formdata=None))


@pages.post(
    "/saker/<uuid:assessment_id>/vedtak/<uuid:decision_id>/avvis",
    access=with_role(
        Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="refuse a proposed decision", relation=submitted_decision
    ),
)
def assessment_refuse(case: Case, decision: Decision) -> Response | str:
    """Somebody who may decide says no; another proposal may follow."""
    if _is_closed(decision):
        return _answered_already(case)
    form = ReasonForm(prefix="nei")
    if form.validate_on_submit():
        with refusals_at(form, reason=NotADecider):
            deciding.refuse(act(), decision_id=decision.id, reason=form.reason.data or "")
            flash(_("Forslaget er avvist."))
            return redirect(_where_it_stands(case))
    return _confirm_page(case, decision, ImpartialForm(prefix="ja", formdata=None), form)


@pages.route(
    "/saker/<uuid:assessment_id>/tilbake-til-sertifisor",
    methods=["GET", "POST"],
    access=with_role(
        Role.PROGRAMME_LEAD, Role.COUNCIL, purpose="ask the certifier for more", relation=submitted_assessment
    ),
)
def assessment_back(assessment_id: uuid.UUID) -> Response | str:
    """Ask the certifier for more."""
    form = ReasonForm()
    if form.validate_on_submit():
        with refusals_at(form, reason=ProposalWaiting):
            deciding.back_to_certifier(act(), assessment_id=assessment_id, reason=form.reason.data or "")
            flash(_("Saken er tilbake hos sertifisøren."))
            return redirect(url_for("county.assessments"))
    return render_template("cases/county/back.html", form=form, assessment_id=assessment_id)


def _confirm_page(case: Case, decision: Decision, form: ImpartialForm, refuse: ReasonForm) -> str:
    form.use_organisation(belongs_to_county=case.assessment.organisation.belongs_to_county)
    first = Decider(decision.first_decider_id, decision.first_outside_county)
    said, reader_id = verdict(session(), case, deciders=(first, _reader()), today=today()), signed_in_principal().id
    ties = Reason(ReasonCode.DECIDER_BELONGS_TO_ORGANISATION, params={"person": str(reader_id)})
    return render_template(
        "cases/county/confirm.html",
        form=refuse if refuse.errors else form,
        confirm_form=form,
        refuse_form=refuse,
        case=case,
        decision=decision,
        is_own=decision.first_decider_id == reader_id,
        may=said.may(decision.outcome),
        in_time=deciding.deadline_is_ahead(decision.outcome, decision.due_on, today()),
        belongs=ties in said.reasons,
        verdict=VerdictView(said, case),
        area_url=area_url("county.assessment_area", assessment_id=case.assessment.id),
    )


def _answered_already(case: Case) -> Response:
    flash(_("Forslaget er behandlet."))
    return redirect(_where_it_stands(case))


def _where_it_stands(case: Case) -> str:
    """The page of the case; the list for a reader who is shown it no longer, as the council one that was postponed."""
    if is_for_county_reader(signed_in_principal(), case.assessment):
        return url_for("county.assessment", assessment_id=case.assessment.id)
    return url_for("county.assessments")


def _is_closed(decision: Decision) -> bool:
    return decision.decided_at is not None or decision.refused_at is not None


def _reader() -> Decider:
    reader = signed_in_principal().id
    return Decider(reader, stands_outside_county(session(), reader))
