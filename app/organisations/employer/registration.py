"""Registering an employer: type the number, see what Enhetsregisteret answers, confirm."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import signed_in
from app.kernel.audiences import employer as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import services
from app.kernel.database import outside_transaction, session
from app.kernel.errors.telling import refusals_at
from app.kernel.limits import limiter
from app.kernel.submits import done_once, sent_before
from app.organisations.employer.forms import LookUpForm, RegisterForm
from ground.errors import DomainError
from register.joining import access, authority, registration
from register.joining.errors import AlreadyRegistered, RegistrationRefused
from register.organisations import queries as organisations_queries
from register.organisations.business_register import (
    NoAnswer,
    Refused,
    RegisterAnswer,
    RegisteredUnit,
    legal_entity_above,
)
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
    form = RegisterForm()
    if again := sent_before(form):
        return again
    search = LookUpForm(orgnr=form.orgnr.data)
    if not form.validate_on_submit():
        return _show_answer(search, form)
    with refusals_at(search, orgnr=DomainError) as refusals:
        orgnr = parse_organisation_number(form.chosen_number)
        there = url_for("employer.front", orgnr=orgnr)
        if _is_ours(orgnr):
            return redirect(there)
        answer = _look_up(orgnr)
        organisation = registration.register_organisation(act(), typed_number=orgnr, answer=answer)
        authority.request_authority(act(), organisation=organisation, position=form.position.data or "")
        flash(_("Virksomheten er registrert. Fylkeskommunen ser at du vil være leder."))
        return done_once(form, there)
    return _ask(search, registered=_registered(refusals.told))


def _is_ours(orgnr: str) -> bool:
    return signed_in_principal().role_in_organisation(orgnr) is not None


def _look_up(orgnr: str) -> RegisterAnswer:
    """Ask Enhetsregisteret about a number that is new here. Raises AlreadyRegistered."""
    registration.must_be_new(session(), orgnr)
    with outside_transaction():
        return services().business_register.look_up(orgnr)


@dataclass(frozen=True)
class Above:
    """The legal entity that a ledd belongs to, as far as it is known, and whether it is in Plass."""

    legal: RegisteredUnit | None = None
    registered: bool = False


def _look_above(unit: RegisteredUnit) -> Above:
    with outside_transaction():
        legal = legal_entity_above(services().business_register, unit)
    return Above(legal, legal is not None and organisations_queries.is_registered(session(), legal.orgnr))


def _show_answer(search: LookUpForm, form: RegisterForm) -> Response | str:
    refused: Refused | None = None
    with refusals_at(search, orgnr=DomainError) as refusals:
        orgnr = form.orgnr.data = parse_organisation_number(search.orgnr.data or "")
        if _is_ours(orgnr):
            return redirect(url_for("employer.front", orgnr=orgnr))
        answer = _look_up(orgnr)
        if isinstance(answer, Refused):
            refused = answer
            raise RegistrationRefused(answer.reason)
        unit, above, trouble = None, Above(), None
        if isinstance(answer, NoAnswer):
            trouble = answer.trouble
        else:
            unit, above = answer, _look_above(answer)
        form.legal.data = ""
        if unit and above.legal and not above.registered:
            form.offer(unit, above.legal)
        return render_template(
            "organisations/employer/confirm.html", form=form, unit=unit, above=above, trouble=trouble, orgnr=orgnr
        )
    return _ask(search, refused, registered=_registered(refusals.told))


def _registered(told: DomainError | None) -> str | None:
    """The number of an employer that is registered already, where that is what was refused."""
    return told.orgnr if isinstance(told, AlreadyRegistered) else None


def _ask(form: LookUpForm, answer: Refused | None = None, *, registered: str | None = None) -> str:
    return render_template(
        "organisations/employer/register.html",
        form=form,
        refused=answer,
        registered=registered,
        asked=access.open_requests_of(session(), signed_in_principal().id),
    )
