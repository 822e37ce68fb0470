"""The employer's case as a whole: overview, start, profile, signature, withdrawal."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import has_case
from app.cases.decision_view import DecisionView
from app.cases.employer.current import current_assessment
from app.cases.employer.forms import ProfileForm, SignForm, StartForm, WithdrawForm, answers_of
from app.cases.lines import area_url
from app.cases.overview import CaseOverview
from app.cases.timeline import timeline_of
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.database import session
from app.kernel.errors.telling import not_now, refusals_at, refusals_of_edit
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _, ngettext
from certification.cases import assessments as service
from certification.cases.case import Case, read_case
from certification.cases.errors import (
    AssessmentAlreadyOpen,
    LevelNotRenewable,
    NotEditable,
    NotReadyToSubmit,
    OrganisationNotVerified,
    ProfileReasonMissing,
)
from certification.cases.history import assessments_of, decisions_of
from certification.cases.review import latest_sent_back
from certification.cases.rules.transitions import employer_may_edit, is_open
from certification.criteria.library import content_of, current_edition, published_content
from certification.criteria.types import LevelId
from ground.errors import EditedMeanwhile
from register.organisations.models import Organisation
from register.roles.types import Role


@pages.get("/<orgnr>/sak", access=in_organisation(purpose="see how the case stands"))
def assessment(organisation: Organisation) -> str:
    """How the case stands and what is still missing; or what certification is, before there is a case."""
    all_cases = assessments_of(session(), organisation.id)
    if not all_cases:
        return render_template("cases/employer/intro.html", edition=published_content(session()))
    found, *earlier = all_cases
    case = read_case(session(), found)
    return render_template(
        "cases/employer/assessment.html",
        case=case,
        overview=CaseOverview(case),
        area_url=area_url("employer.assessment_area", orgnr=organisation.orgnr),
        earlier=earlier,
        sent_back=latest_sent_back(session(), found.id),
        decisions=[DecisionView(one, case) for one in decisions_of(session(), found.id) if one.decided_at],
        events=timeline_of(session(), found),
        may_edit=employer_may_edit(found.state),
        is_open=is_open(found.state),
    )


@pages.route("/<orgnr>/sak/start", methods=["GET", "POST"], access=in_organisation(purpose="start a case"))
def assessment_start(orgnr: str, organisation: Organisation) -> Response | str:
    """Choose a level and begin."""
    form = StartForm()
    hints = form.use(content_of(current_edition(session())))
    if again := sent_before(form):
        return again
    if form.validate_on_submit():
        with refusals_at(form, level=(AssessmentAlreadyOpen, LevelNotRenewable, OrganisationNotVerified)):
            service.start(act(), organisation=organisation, level=LevelId(form.level.data))
            there = url_for("employer.assessment_profile", orgnr=orgnr)
            return done_once(form, there)
    return render_template("cases/employer/start.html", form=form, hints=hints)


@pages.route(
    "/<orgnr>/sak/profil",
    methods=["GET", "POST"],
    access=in_organisation(purpose="answer the profile questions", relation=has_case),
)
def assessment_profile(orgnr: str, case: Case) -> Response | str:
    """Answer the questions that select which criteria apply."""
    there = url_for("employer.assessment", orgnr=orgnr)
    if request.method == "GET" and not employer_may_edit(case.assessment.state):
        return not_now(NotEditable(case.assessment.state), there)
    form = ProfileForm(data=answers_of(case.assessment))
    form.use(case.edition)
    if form.validate_on_submit():
        with refusals_of_edit(
            form,
            case.assessment,
            lambda: answers_of(case.assessment),
            reason=ProfileReasonMissing,
            level=LevelNotRenewable,
        ):
            saved = service.save_profile(
                act(),
                case,
                level=LevelId(form.level.data),
                profile=form.profile,
                reason=form.reason.data or "",
                expected_version=form.version.data or 0,
            )
            count = len(saved.applicable)
            flash(
                ngettext(
                    "Lagret. %(num)s kriterium gjelder for dere.", "Lagret. %(num)s kriterier gjelder for dere.", count
                ),
                "success",
            )
            return redirect(there)
    return render_template("cases/employer/profile.html", form=form, case=case)


@pages.route(
    "/<orgnr>/sak/signer",
    methods=["GET", "POST"],
    access=in_organisation(Role.LEADER, purpose="sign and submit the case", relation=has_case),
)
def assessment_sign(orgnr: str, case: Case) -> Response | str:
    """A leader sees what is signed and what is missing, signs and submits."""
    there = url_for("employer.assessment", orgnr=orgnr)
    if request.method == "GET" and not employer_may_edit(case.assessment.state):
        return not_now(NotEditable(case.assessment.state), there)
    form = SignForm()
    if form.validate_on_submit():
        with refusals_at(form, confirmed=(EditedMeanwhile, NotReadyToSubmit, OrganisationNotVerified)):
            service.sign_and_submit(act(), case, seen_hash=form.seen_hash.data or "")
            flash(_("Sertifiseringen er signert og sendt inn. Fylkeskommunen velger en sertifisør."), "success")
            return redirect(there)
    form.seen_hash.data = case.hash
    return render_template(
        "cases/employer/sign.html",
        form=form,
        case=case,
        overview=CaseOverview(case),
        area_url=area_url("employer.assessment_area", orgnr=orgnr),
    )


@pages.route(
    "/<orgnr>/sak/trekk", methods=["GET", "POST"], access=in_organisation(Role.LEADER, purpose="withdraw the case")
)
def assessment_withdraw(orgnr: str, organisation: Organisation) -> Response | str:
    """A leader takes the case back."""
    form = WithdrawForm()
    if form.validate_on_submit():
        with refusals_at(form):
            service.withdraw(act(), assessment_id=current_assessment(organisation).id, reason=form.reason.data or "")
            flash(_("Sertifiseringen er trukket. Dere kan starte en ny når dere vil."))
            return redirect(url_for("employer.assessment", orgnr=orgnr))
    return render_template("cases/employer/withdraw.html", form=form)
