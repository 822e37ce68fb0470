"""Roles that somebody is offered, and says yes or no to; a closed user answers by the link in their mail."""

import uuid

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import everyone, signed_in
from app.kernel.audiences import auth as pages
from app.kernel.audiences import public as public_pages
from app.kernel.auth import act, signed_in_principal
from app.kernel.context import now, settings
from app.kernel.database import session
from app.kernel.errors.telling import refusals_flashed
from app.people.access import offered_to_reader
from app.people.words import ROLE_MEANS
from register.roles import giving, queries
from register.roles.models import RoleProposal


@pages.get("/tilbud", access=signed_in("see which roles one is offered"))
def offers() -> str:
    """The roles that the reader is offered, what each means, and who gives it."""
    found = queries.offers_to(session(), signed_in_principal().id, now())
    return render_template("people/offers.html", offers=found, means=ROLE_MEANS)


@pages.post("/tilbud/<uuid:role_proposal_id>/ja", access=signed_in("accept a role", relation=offered_to_reader))
def offer_accept(role_proposal_id: uuid.UUID, offer: RoleProposal) -> Response:
    """Accept: from now on it holds."""
    with refusals_flashed():
        giving.accept(act(), proposal_id=offer.id)
        flash(_("Du har tatt imot rollen."), "success")
        return redirect(url_for("auth.home"))
    return redirect(url_for("auth.offers"))


@pages.post("/tilbud/<uuid:role_proposal_id>/nei", access=signed_in("decline a role", relation=offered_to_reader))
def offer_decline(role_proposal_id: uuid.UUID, offer: RoleProposal) -> Response:
    """Say no."""
    with refusals_flashed():
        giving.decline(act(), proposal_id=offer.id)
        flash(_("Du har takket nei. Den som foreslo rollen, har fått en e-post."))
    return redirect(url_for("auth.offers"))


@public_pages.get("/gjenapning/<uuid:role_proposal_id>/<token>", access=everyone("answer to being let in again"))
def reopening(role_proposal_id: uuid.UUID, token: str) -> str:
    """What the link is about, and its two buttons: opening it changes nothing."""
    proposal = giving.reopening(session(), role_proposal_id, token=token, key=settings().secret)
    return render_template("people/reopening.html", proposal=proposal, stands=proposal.stands(now()), token=token)


@public_pages.post("/gjenapning/<uuid:role_proposal_id>/<token>/ja", access=everyone("be let in again"))
def reopening_accept(role_proposal_id: uuid.UUID, token: str) -> Response:
    """The user is open again, and signs in as before."""
    proposal = giving.reopening(session(), role_proposal_id, token=token, key=settings().secret)
    with refusals_flashed():
        giving.accept_reopening(act(), proposal_id=proposal.id)
        flash(_("Brukeren din er åpnet igjen. Logg inn med e-postadressen din."), "success")
        return redirect(url_for("auth.sign_in"))
    return redirect(url_for("public.reopening", role_proposal_id=role_proposal_id, token=token))


@public_pages.post("/gjenapning/<uuid:role_proposal_id>/<token>/nei", access=everyone("not be let in again"))
def reopening_decline(role_proposal_id: uuid.UUID, token: str) -> Response:
    """The user stays closed."""
    proposal = giving.reopening(session(), role_proposal_id, token=token, key=settings().secret)
    with refusals_flashed():
        giving.decline_reopening(act(), proposal_id=proposal.id)
        flash(_("Brukeren forblir stengt."))
    return redirect(url_for("public.reopening", role_proposal_id=role_proposal_id, token=token))
