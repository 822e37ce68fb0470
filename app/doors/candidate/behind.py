"""Behind the door: is this telephone my own, which are known, and what has happened at my doors."""

import uuid

from flask import flash, redirect, render_template, url_for
from flask import session as cookie
from werkzeug.wrappers import Response

from app.doors.access import oneself_known
from app.doors.at_the_door import CONFIRMS, DEVICE_COOKIE, DEVICE_SECONDS, where_to
from app.doors.forms import OwnEmailForm, OwnTelephoneForm, new_pin_field
from app.doors.proof import ProvenForm, must_know_pin, settle_proof
from app.doors.telling import what_happened
from app.kernel.access import with_role
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act, signed_in_principal, staff_have_signed_in_here, stop_session
from app.kernel.context import now, settings
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.long_cookies import forget_cookie, keep_cookie, read_cookie
from app.kernel.translate import _
from app.sign_in.browsers import kind_of_browser
from ground.secrets import fingerprint
from matching.doors import devices, entering, events, pins
from matching.doors.errors import PinNotRight, PinTooEasy
from matching.doors.links import confirm_address, tell_all_addresses
from matching.doors.mails import DoorMail
from matching.doors.models import OwnLink
from matching.doors.types import DoorEventKind
from matching.records.tables.candidate import Candidate
from register.roles.types import Role
from register.sign_in.sessions import end_other_sessions
from register.sign_in.types import CANDIDATES_DOORS


class ChangePinForm(ProvenForm):
    """The PIN of now, and another."""

    new = new_pin_field()


@pages.route(
    "/egen-telefon",
    methods=["GET", "POST"],
    access=with_role(Role.CANDIDATE, purpose="say whether the telephone is one's own", relation=oneself_known),
)
def own_telephone(candidate: Candidate) -> Response | str:
    """Ask; no unless one says so. Never where staff have signed in."""
    entered, onwards = signed_in_principal().entered, redirect(where_to() or url_for("candidate.front"))
    known = read_cookie(DEVICE_COOKIE)
    asks = entered is not None and entered.door in CANDIDATES_DOORS and not staff_have_signed_in_here()
    if not asks or (known and devices.held_device(session(), token=known, now=now())):
        return onwards
    form = OwnTelephoneForm()
    if form.validate_on_submit():
        if form.own.data == "yes" and entered is not None:
            token = entering.is_own_telephone(act(), candidate, entered, browser=kind_of_browser())
            keep_cookie(onwards, DEVICE_COOKIE, token, seconds=DEVICE_SECONDS)
            flash(_("Neste gang trenger du bare PIN-koden på denne telefonen."), "success")
        else:
            flash(_("Neste gang trenger du en ny kode fra veilederen din, eller en lenke på e-post."))
        return onwards
    return render_template("doors/candidate/own_telephone.html", form=form)


@pages.route(
    "/er-dette-min-e-post",
    methods=["GET", "POST"],
    access=with_role(Role.CANDIDATE, purpose="confirm one's own address", relation=oneself_known),
)
def confirm_email(candidate: Candidate) -> Response | str:
    """Ask whoever came by a link to an address that is not confirmed whether it is theirs."""
    onwards = redirect(url_for("candidate.own_telephone", neste=where_to() or None))
    link = session().get(OwnLink, uuid.UUID(cookie.get(CONFIRMS) or "0" * 32))
    if link is None or link.candidate_id != candidate.id or link.address != candidate.email:
        return onwards
    form = OwnEmailForm()
    if form.validate_on_submit():
        cookie.pop(CONFIRMS, None)
        if form.own.data == "yes":
            confirm_address(act(), candidate)
            flash(_("Takk. Da vet vi at adressen er din."), "success")
        else:
            flash(_("Du kan rette adressen under «Om meg»."))
        return onwards
    return render_template("doors/candidate/confirm_email.html", form=form, email=candidate.email)


@pages.route(
    "/bytt-pin",
    methods=["GET", "POST"],
    access=with_role(Role.CANDIDATE, purpose="change one's own PIN", relation=oneself_known),
)
def change_pin(candidate: Candidate) -> Response | str:
    """Another PIN, as when somebody has seen it; the one of now is asked for, and all others are signed out."""
    form = ChangePinForm()
    if form.validate_on_submit():
        with refusals_at(form, pin=PinNotRight, new=PinTooEasy) as refusals:
            pins.must_be_hard_enough(candidate, pin=form.new.data or "")
            must_know_pin(act(), candidate, form)
            pins.choose(act(), candidate, pin=form.new.data or "", key=settings().secret)
            events.note(act(), candidate, DoorEventKind.PIN_RESET, browser=kind_of_browser())
            end_other_sessions(act(), entered=signed_in_principal().entered)
            tell_all_addresses(act(), candidate, kind=DoorMail.PIN_CHANGED)
            flash(_("PIN-koden er byttet."), "success")
            return redirect(url_for("candidate.telephones"))
        settle_proof(form, refusals.told)
    return render_template("doors/candidate/change_pin.html", form=form)


@pages.get(
    "/telefoner", access=with_role(Role.CANDIDATE, purpose="see which telephones are known", relation=oneself_known)
)
def telephones(candidate: Candidate) -> str:
    """The telephones that are known, and all that has happened at the doors."""
    return render_template(
        "doors/candidate/telephones.html",
        devices=devices.devices_of(session(), candidate.id, now=now()),
        this=fingerprint(read_cookie(DEVICE_COOKIE)),
        happened=[what_happened(one) for one in events.events_of(session(), candidate.id)],
    )


@pages.post(
    "/telefoner/<uuid:device_id>/glem",
    access=with_role(Role.CANDIDATE, purpose="know a telephone no more", relation=oneself_known),
)
def forget_telephone(candidate: Candidate, device_id: uuid.UUID) -> Response:
    """Know one telephone no more; whoever is signed in elsewhere, perhaps on it, is signed out."""
    with refusals_flashed():
        this = devices.close(act(), candidate, device_id).token_hash == fingerprint(read_cookie(DEVICE_COOKIE))
        end_other_sessions(act(), entered=signed_in_principal().entered)
        flash(
            _(
                "Telefonen er glemt, og du er logget ut andre steder. "
                "Neste gang trenger du en kode eller en lenke i tillegg til PIN-koden."
            )
        )
        answer = redirect(url_for("candidate.telephones"))
        if this:
            forget_cookie(answer, DEVICE_COOKIE)
        return answer
    return redirect(url_for("candidate.telephones"))


@pages.post("/telefoner/glem-alle", access=with_role(Role.CANDIDATE, purpose="close all doors", relation=oneself_known))
def forget_all_telephones(candidate: Candidate) -> Response:
    """Know no telephone any more, and sign out everywhere, here too."""
    devices.close_all(act(), candidate)
    stop_session()
    flash(_("Alle telefoner er fjernet, og du er logget ut overalt."))
    answer = redirect(url_for("candidate.enter"))
    forget_cookie(answer, DEVICE_COOKIE)
    return answer


@pages.post(
    "/sett/<uuid:event_id>",
    access=with_role(Role.CANDIDATE, purpose="have read what has happened", relation=oneself_known),
)
def have_read(candidate: Candidate, event_id: uuid.UUID) -> Response:
    """What was shown is read, up to an event."""
    events.read_events(act(), candidate=candidate, until=event_id, since=signed_in_principal().came_in_at)
    flash(_("Da er det lest. Du finner det igjen under «Hvem har sett»."))
    return redirect(url_for("candidate.front"))
