"""Requests for access to employers that have no leader: one administrator says yes, and another agrees."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.cards import CountyView
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.organisations.access import access_request_without_leader
from register.joining import access as service
from register.joining.models import AccessRequest
from register.joining.types import AccessState
from register.roles.types import Role


@pages.get("/tilganger", access=with_role(Role.ADMINISTRATOR, purpose="let people in where no leader can"))
def access_requests() -> str:
    """Those who wait."""
    return render_template(
        "organisations/county/access_requests.html",
        waiting=service.open_requests_without_leader(session()),
        reader=signed_in_principal(),
        may_open_employer=CountyView(session(), signed_in_principal()).reaches("county.organisation"),
    )


@pages.post(
    "/tilganger/<uuid:request_id>/ja",
    access=with_role(
        Role.ADMINISTRATOR, purpose="let somebody in where no leader can", relation=access_request_without_leader
    ),
)
def access_request_give(access_request: AccessRequest) -> Response:
    """Say yes: the first of two, or the second."""
    with refusals_flashed():
        request = service.give_access_by_county(act(), request_id=access_request.id)
        if request.state is AccessState.ENDORSED:
            flash(_("Du har sagt ja. Nå må en annen administrator gjøre det samme."))
        else:
            flash(_("Personen har fått tilgang, og en e-post om det."), "success")
    return redirect(url_for("county.access_requests"))


@pages.post(
    "/tilganger/<uuid:request_id>/nei",
    access=with_role(Role.ADMINISTRATOR, purpose="say no where no leader can", relation=access_request_without_leader),
)
def access_request_decline(access_request: AccessRequest) -> Response:
    """Say no."""
    with refusals_flashed():
        service.decline_access(act(), request_id=access_request.id)
        flash(_("Svaret er nei, og personen har fått en e-post om det."))
    return redirect(url_for("county.access_requests"))
