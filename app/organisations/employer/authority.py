"""Becoming leader: asking the county, and typing the code that came by post."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import in_organisation
from app.kernel.audiences import employer as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, settings
from app.kernel.database import own_transaction, session
from app.kernel.errors.telling import refusals_at
from app.organisations.employer.forms import AskForAuthorityForm, PostedCodeForm
from register.joining import authority as service
from register.joining.errors import CodeWrong, TooManyAttempts
from register.organisations.models import Organisation
from register.roles.types import MOST_CODE_ATTEMPTS, AuthorityState


@pages.get("/<orgnr>/fullmakt", access=in_organisation(purpose="see how one's own authority stands"))
def authority(organisation: Organisation) -> str:
    """How the person's own request stands, and what to do now."""
    return _page(organisation, AskForAuthorityForm(), PostedCodeForm())


@pages.post("/<orgnr>/fullmakt", access=in_organisation(purpose="ask for authority"))
def authority_ask(orgnr: str, organisation: Organisation) -> Response | str:
    """Ask the county to confirm the person as leader."""
    form = AskForAuthorityForm()
    if form.validate_on_submit():
        with refusals_at(form):
            service.request_authority(act(), organisation=organisation, position=form.position.data or "")
            flash(_("Forespørselen er sendt til fylkeskommunen."))
            return redirect(url_for("employer.authority", orgnr=orgnr))
    return _page(organisation, form, PostedCodeForm(formdata=None))


@pages.post("/<orgnr>/fullmakt/kode", access=in_organisation(purpose="prove authority with the posted code"))
def authority_code(orgnr: str, organisation: Organisation) -> Response | str:
    """Try the code from the letter. Each try is counted in a transaction of its own, so that none is forgotten."""
    form = PostedCodeForm()
    if form.validate_on_submit():
        organisation_id, user_id = organisation.id, signed_in_principal().id
        with refusals_at(form, code=(CodeWrong, TooManyAttempts)):
            with own_transaction() as short:
                service.count_code_attempt(short, organisation_id=organisation_id, user_id=user_id)
            service.confirm_by_code(
                act(), organisation_id=organisation_id, typed=form.code.data or "", key=settings().secret
            )
            flash(_("Du er nå leder for virksomheten i Plass."))
            return redirect(url_for("employer.front", orgnr=orgnr))
    return _page(organisation, AskForAuthorityForm(formdata=None), form)


def _page(organisation: Organisation, ask_form: AskForAuthorityForm, code_form: PostedCodeForm) -> str:
    request = service.latest_request(session(), organisation_id=organisation.id, user_id=signed_in_principal().id)
    code_is_dead = (
        request is not None
        and request.state is AuthorityState.CODE_SENT
        and request.standing_at(now()) is AuthorityState.OPEN
    )
    has_field = request is not None and request.state is AuthorityState.CODE_SENT and not code_is_dead
    if not has_field:  # what is said at the field stands above, since the field is not there
        code_form.form_errors, code_form.code.errors = [*code_form.form_errors, *code_form.code.errors], []
    return render_template(
        "organisations/employer/authority.html",
        request_for_authority=request,
        code_is_dead=code_is_dead,
        attempts_left=max(0, MOST_CODE_ATTEMPTS - request.code_attempts) if request else 0,
        form=code_form if code_form.errors else ask_form,
        ask_form=ask_form,
        code_form=code_form,
    )
