"""What one is invited to, and saying yes or no: nobody becomes a colleague without a yes of their own."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import signed_in
from app.kernel.audiences import auth as pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.people.access import own_invitation
from register.joining import colleagues
from register.joining.models import Invitation


@pages.get("/invitasjoner", access=signed_in("read what one is invited to"))
def invitations() -> str:
    """Who invites to what."""
    invited = colleagues.invitations_to(session(), signed_in_principal().user, now=now())
    return render_template("people/invited.html", invited=invited)


@pages.post("/invitasjoner/<uuid:invitation_id>/ja", access=signed_in("accept an invitation", relation=own_invitation))
def invitation_accept(invitation: Invitation) -> Response:
    """Say yes, and come to the employer's pages."""
    organisation = invitation.organisation
    with refusals_flashed():
        colleagues.accept(act(), invitation_id=invitation.id)
        flash(_("Du har nå tilgang til %(organisation)s.", organisation=organisation.name), "success")
        return redirect(url_for("employer.front", orgnr=organisation.orgnr))
    return redirect(url_for("auth.invitations"))


@pages.post(
    "/invitasjoner/<uuid:invitation_id>/nei", access=signed_in("decline an invitation", relation=own_invitation)
)
def invitation_decline(invitation: Invitation) -> Response:
    """Say no."""
    with refusals_flashed():
        colleagues.decline(act(), invitation_id=invitation.id)
        flash(_("Du har takket nei. Lederen ser det i listen over kolleger."))
    return redirect(url_for("auth.invitations"))
