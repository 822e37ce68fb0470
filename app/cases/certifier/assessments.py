"""The certifier's cases: the list, impartiality, the overview, sending back and recommending."""

import uuid
from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import assigned, belongs_to_employer, impartial
from app.cases.certifier.forms import DeclareForm, DeclineForm, RecommendForm, SendBackForm
from app.cases.decision_view import VerdictView
from app.cases.lines import area_url
from app.cases.review_overview import ReviewOverview
from app.cases.timeline import timeline_of
from app.cases.waiting import for_certifier
from app.kernel.access import with_role
from app.kernel.audiences import certifier as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import today
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at
from app.kernel.language import current_language
from app.kernel.paging import page_number, url_for_page
from app.kernel.translate import _
from app.kernel.waiting import MOST_OF_A_KIND, NOTHING_WAITS, waiting_list
from app.words.filters import in_words
from app.words.numbers import NUMBERS
from certification.cases import review as service
from certification.cases.case import Case, read_case
from certification.cases.errors import CertifierHasRole, DeadlineNotAhead, FindingsNeedNotes, OutcomeNotAllowed
from certification.cases.history import employers_of
from certification.cases.rules.transitions import certifier_may_record
from certification.cases.signed import as_signed
from certification.cases.tables.review import CertifierAssignment
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.cases.verdict import verdict_for_review
from ground.errors import EditedMeanwhile
from ground.moves import may_move
from register.roles.types import Role

USUAL_TIME = timedelta(days=28)


@pages.get("/", access=with_role(Role.CERTIFIER, purpose="see assigned assessments"))
def front() -> str:
    """The cases that the county has given to this certifier."""
    who, page = signed_in_principal().id, page_number()
    found = service.assignments_page(session(), who, page=page)
    waiting = NOTHING_WAITS
    if page == 1:
        first = service.waiting_for_certifier(session(), who, most=MOST_OF_A_KIND)
        waiting = waiting_list(for_certifier(first), today())
    return render_template("cases/certifier/front.html", found=found, waiting=waiting, url_for_page=url_for_page())


@pages.route(
    "/saker/<uuid:assessment_id>",
    methods=["GET", "POST"],
    access=with_role(Role.CERTIFIER, purpose="declare impartiality and see how the review stands", relation=assigned),
)
def assessment(assessment_id: uuid.UUID, assignment: CertifierAssignment) -> Response | str:
    """Before the declaration only whose case it is; after it, how far the review has come.

    Who belongs to the employer, or has come to since, can only give the case up.
    """
    found = assignment.assessment
    declared = assignment.impartiality_declared_at is not None
    belongs = belongs_to_employer(signed_in_principal(), found) or (
        not declared and found.organisation_id in employers_of(session(), assignment.certifier_id)
    )
    if request.method == "GET" and belongs:
        may_give_up = may_move(found, AssessmentState.SUBMITTED)
        return render_template("cases/certifier/belongs.html", assessment=found, may_give_up=may_give_up)
    if declared:
        return _overview(as_signed(session(), read_case(session(), found)))
    form = DeclareForm()
    if form.validate_on_submit():
        with refusals_at(form, impartial=CertifierHasRole):
            service.declare_impartiality(act(), assessment_id=assessment_id)
            return redirect(url_for("certifier.assessment", assessment_id=assessment_id))
    return render_template("cases/certifier/declare.html", form=form, assessment=found)


@pages.route(
    "/saker/<uuid:assessment_id>/gi-fra",
    methods=["GET", "POST"],
    access=with_role(Role.CERTIFIER, purpose="give an assessment back", relation=assigned),
)
def assessment_decline(assessment_id: uuid.UUID, assignment: CertifierAssignment) -> Response | str:
    """Give the case back to the county."""
    form = DeclineForm()
    if form.validate_on_submit():
        with refusals_at(form, reason=EditedMeanwhile):
            service.end_assignment(
                act(), assessment_id=assessment_id, seen_id=assignment.id, reason=form.reason.data or ""
            )
            flash(_("Saken er gitt tilbake til fylkeskommunen."))
            return redirect(url_for("certifier.front"))
    return render_template("cases/certifier/decline.html", form=form, assessment_id=assessment_id)


@pages.route(
    "/saker/<uuid:assessment_id>/send-tilbake",
    methods=["GET", "POST"],
    access=with_role(Role.CERTIFIER, purpose="send an assessment back", relation=impartial),
)
def assessment_send_back(assessment_id: uuid.UUID, case: Case) -> Response | str:
    """Send the case back to the employer with what must be put right."""
    form = SendBackForm()
    if not form.is_submitted():
        form.message.data, form.due_on.data = _points(case), today() + USUAL_TIME
    elif form.validate():
        with refusals_at(form, due_on=DeadlineNotAhead, message=FindingsNeedNotes):
            service.send_back(
                act(),
                case,
                message=form.message.data or "",
                due_on=form.due_on.data or today(),
                written_in=form.language(),
            )
            flash(_("Saken er sendt tilbake. Virksomheten har fått en e-post."), "success")
            return redirect(url_for("certifier.assessment", assessment_id=assessment_id))
    return render_template("cases/certifier/send_back.html", form=form, case=case)


@pages.route(
    "/saker/<uuid:assessment_id>/innstilling",
    methods=["GET", "POST"],
    access=with_role(Role.CERTIFIER, purpose="recommend a decision", relation=impartial),
)
def assessment_recommend(assessment_id: uuid.UUID, case: Case) -> Response | str:
    """Recommend what the rule allows."""
    form = RecommendForm()
    verdict = verdict_for_review(session(), case, today=today())
    form.use(verdict)
    if form.validate_on_submit():
        with refusals_at(form, outcome=(FindingsNeedNotes, OutcomeNotAllowed)):
            service.recommend(
                act(),
                case,
                outcome=DecisionOutcome(form.outcome.data),
                text=form.text.data or "",
                written_in=form.language(),
            )
            flash(
                _(
                    "Innstillingen er sendt. %(deciders)s personer i fylkeskommunen avgjør saken.",
                    deciders=in_words(NUMBERS.deciders).capitalize(),
                ),
                "success",
            )
            return redirect(url_for("certifier.assessment", assessment_id=assessment_id))
    return render_template(
        "cases/certifier/recommend.html",
        form=form,
        case=case,
        verdict=VerdictView(verdict, case),
        area_url=area_url("certifier.assessment_area", assessment_id=assessment_id),
    )


def _overview(case: Case) -> str:
    found = case.assessment
    return render_template(
        "cases/certifier/assessment.html",
        case=case,
        overview=ReviewOverview(case),
        verdict=VerdictView(verdict_for_review(session(), case, today=today()), case),
        area_url=area_url("certifier.assessment_area", assessment_id=found.id),
        may_record=certifier_may_record(found.state),
        recommendation=service.living_recommendation(session(), found.id),
        sent_back=service.latest_sent_back(session(), found.id),
        events=timeline_of(session(), found),
    )


def _points(case: Case) -> str:
    """The certifier's notes on nonconformities by what they are about, as a start for the letter."""
    found, language = case.findings, current_language()
    return "\n".join(
        f"{item.criterion.called.get(language)}: {found[item.criterion.id].note}"
        for item in case.applicable
        if item.criterion.id in found and found[item.criterion.id].value in service.NEEDS_A_NOTE
    )
