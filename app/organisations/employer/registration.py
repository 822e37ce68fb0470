"""Registering an employer: type the number, see what Enhetsregisteret answers, confirm."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import signed_in
from app.kernel.audiences import employer as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, services
from app.kernel.database import outside_transaction, session
from app.kernel.errors.messages import sentence_for
from app.kernel.forms.once import location_of_earlier, remember
from app.kernel.limits import limiter
from app.organisations.employer.forms import LookUpForm, RegisterForm
from ground.errors import DomainError
from register.joining import authority, registration
from register.joining.errors import AlreadyRegistered, RegistrationRefused
from register.organisations.business_register import Refused, RegisterAnswer, Unreachable
from register.organisations.number import parse_organisation_number

LOOK_UPS = "60 per hour"


@pages.get("/registrer", access=signed_in("register an employer"))
@limiter.limit(LOOK_UPS, methods=["GET"], exempt_when=lambda: "orgnr" not in request.args)
def register() -> Response | str:
    """Ask for the number; with one in the address, show what Enhetsregisteret answers about it."""
    form = LookUpForm(request.args)
    if "orgnr" not in request.args or not form.validate():
        return _ask(form)
    return _show_answer(form, RegisterForm(formdata=None))


@pages.post("/registrer", access=signed_in("register an employer"))
@limiter.limit(LOOK_UPS)
def confirm_registration() -> Response | str:
    """Register the unit, with the request for authority in the same go."""
    form, user = RegisterForm(), signed_in_principal().user
    earlier = location_of_earlier(session(), form, user_id=user.id)
    if earlier:
        return redirect(earlier)
    search = LookUpForm(orgnr=form.orgnr.data)
    if not form.validate_on_submit():
        return _show_answer(search, form)
    try:
        answer = _look_up(form.orgnr.data or "")
        user = signed_in_principal().user
        organisation = registration.register_organisation(act(), typed_number=form.orgnr.data or "", answer=answer)
    except DomainError as error:
        return _refuse(search, error)
    position = form.position.data or ""
    authority.request_authority(act(), organisation=organisation, position=position)
    there = url_for("employer.front", orgnr=organisation.orgnr)
    remember(session(), form, user_id=user.id, location=there, now=now())
    flash(_("Virksomheten er registrert. Fylkeskommunen får beskjed om at du vil være leder."))
    return redirect(there)


def _look_up(typed_number: str) -> RegisterAnswer:
    """Ask Enhetsregisteret about a number that is right and new here. Raises what the rules say about the number."""
    orgnr = parse_organisation_number(typed_number)
    registration.must_be_new(session(), orgnr)
    with outside_transaction():
        return services().business_register.look_up(orgnr)


def _show_answer(search: LookUpForm, form: RegisterForm) -> Response | str:
    try:
        answer = _look_up(search.orgnr.data or "")
        if isinstance(answer, Refused):
            return _refuse(search, RegistrationRefused(answer.reason), answer)
    except DomainError as error:
        return _refuse(search, error)
    form.orgnr.data = parse_organisation_number(search.orgnr.data or "")
    return render_template(
        "organisations/employer/confirm.html",
        form=form,
        unit=None if isinstance(answer, Unreachable) else answer,
        orgnr=form.orgnr.data,
    )


def _refuse(search: LookUpForm, error: DomainError, answer: Refused | None = None) -> Response | str:
    if isinstance(error, AlreadyRegistered):
        orgnr = parse_organisation_number(search.orgnr.data or "")
        if signed_in_principal().role_in_organisation(orgnr) is not None:
            return redirect(url_for("employer.front", orgnr=orgnr))
    search.refuse("orgnr", str(sentence_for(error)))
    return _ask(search, answer)


def _ask(form: LookUpForm, answer: Refused | None = None) -> str:
    return render_template("organisations/employer/register.html", form=form, refused=answer)
