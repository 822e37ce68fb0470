"""Asking to be let in at an employer that is registered already, and taking that back."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms import HiddenField

from app.kernel.access import signed_in
from app.kernel.audiences import auth as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.kernel.forms.base import Form
from app.organisations.access import own_access_request
from register.joining import access as service
from register.joining.models import AccessRequest
from register.organisations.queries import organisation_by_number


class AskForAccessForm(Form):
    """Where one wants in, and nothing else: what a stranger writes, nobody has to read."""

    orgnr = HiddenField()


@pages.post("/be-om-tilgang", access=signed_in("ask to be let in at an employer"))
def access_ask() -> Response:
    """Ask the leaders, or the county where there is none. The answer comes by mail."""
    organisation = organisation_by_number(session(), AskForAccessForm().orgnr.data or "")
    if signed_in_principal().role_in_organisation(organisation.orgnr) is not None:
        return redirect(url_for("employer.front", orgnr=organisation.orgnr))
    with refusals_flashed():
        service.ask_for_access(act(), organisation=organisation)
        flash(_("Forespørselen er sendt. Du får en e-post når den er besvart."), "success")
    return redirect(url_for("employer.register"))


@pages.post(
    "/be-om-tilgang/<uuid:request_id>/trekk",
    access=signed_in("take back what one has asked for", relation=own_access_request),
)
def access_withdraw(access_request: AccessRequest) -> Response:
    """Take it back."""
    with refusals_flashed():
        service.withdraw_access(act(), request_id=access_request.id)
        flash(_("Forespørselen er trukket."))
    return redirect(url_for("employer.register"))
