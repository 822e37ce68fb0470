"""Adding, removing and fetching evidence."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.access import has_case, has_evidence
from app.cases.criterion.view import criterion_view
from app.cases.employer.current import current_assessment
from app.cases.employer.forms import FileForm, LinkForm
from app.cases.evidence_file import evidence_response
from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act
from app.kernel.errors.telling import not_now, refusals_at
from app.kernel.forms.base import Form
from app.kernel.submits import done_once, sent_before
from app.kernel.translate import _
from certification.cases import evidence as service
from certification.cases.case import Case
from certification.cases.errors import AddressNotAllowed, FileEmpty, FileKindNotAllowed, FileTooLarge, NotEditable
from certification.cases.evidence import Attached
from certification.cases.rules.media_type import MOST_BYTES
from certification.cases.rules.transitions import employer_may_edit
from certification.cases.tables.evidence import Evidence
from certification.criteria.library import content_of
from register.organisations.models import Organisation


@pages.route(
    "/<orgnr>/sak/kriterium/<criterion_id>/dokumentasjon",
    methods=["GET", "POST"],
    access=in_organisation(purpose="add evidence", relation=has_case),
)
def assessment_evidence_add(orgnr: str, criterion_id: str, case: Case) -> Response | str:
    """Add a link or a file to an answer."""
    item = case.criterion(criterion_id)
    sent = request.form.get("kind")
    link = LinkForm(prefix="link", formdata=request.form if sent == "link" else None)
    file = FileForm(prefix="file") if sent == "file" else FileForm(prefix="file", formdata=None)
    form: LinkForm | FileForm = file if sent == "file" else link
    back = url_for("employer.assessment_area", orgnr=orgnr, area_id=item.area.id) + f"#{criterion_id}"
    if again := sent_before(form):
        return again
    if request.method == "GET" and not employer_may_edit(case.assessment.state):
        return not_now(NotEditable(case.assessment.state), url_for("employer.assessment", orgnr=orgnr))
    if sent and form.validate():
        with refusals_at(form, url=AddressNotAllowed, file=(FileEmpty, FileTooLarge, FileKindNotAllowed)):
            _add(case, criterion_id, form)
            flash(_("Dokumentasjonen er lagt til."), "success")
            return done_once(form, back)
    return render_template(
        "cases/employer/evidence.html",
        view=criterion_view(case, item),
        back=back,
        form=form,
        link_form=link,
        file_form=file,
    )


@pages.route(
    "/<orgnr>/sak/dokumentasjon/<uuid:evidence_id>/fjern",
    methods=["GET", "POST"],
    access=in_organisation(purpose="remove evidence", relation=has_evidence),
)
def assessment_evidence_remove(orgnr: str, organisation: Organisation, evidence: Evidence) -> Response | str:
    """Take evidence away, after a question."""
    assessment = current_assessment(organisation)
    if request.method == "GET" and not employer_may_edit(assessment.state):
        return not_now(NotEditable(assessment.state), url_for("employer.assessment", orgnr=orgnr))
    area = content_of(assessment.edition).area_of(evidence.criterion_id)
    back = url_for("employer.assessment_area", orgnr=orgnr, area_id=area.id) + f"#{evidence.criterion_id}"
    form = Form()
    if form.validate_on_submit():
        with refusals_at(form):
            service.remove(act(), evidence_id=evidence.id)
            flash(_("Dokumentasjonen er fjernet."))
            return redirect(back)
    return render_template("cases/employer/evidence_remove.html", form=form, evidence=evidence, back=back)


@pages.get(
    "/<orgnr>/sak/dokumentasjon/<uuid:evidence_id>",
    access=in_organisation(purpose="fetch evidence", relation=has_evidence),
)
def assessment_evidence_file(evidence: Evidence) -> Response:
    """The file, as a download."""
    return evidence_response(evidence)


def _add(case: Case, criterion_id: str, form: LinkForm | FileForm) -> Evidence:
    attached = Attached(criterion_id, form.description.data or "", form.effective_on.data)
    if isinstance(form, LinkForm):
        return service.add_link(act(), case, attached=attached, url=form.url.data or "")
    return service.add_file(
        act(),
        case,
        attached=attached,
        content=form.file.data.stream.read(MOST_BYTES + 1),
        original_name=form.file.data.filename or "",
    )
