"""A forgotten PIN: what can be done with what one holds, a new PIN, and saying no to one that somebody asked for."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.doors.at_the_door import count, held_here, is_killed, let_in, stop_asked_for, tell_of_delay
from app.doors.forms import FirstPinForm, NewPinForm
from app.kernel.access import everyone
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act, principal
from app.kernel.context import now, settings
from app.kernel.database import session
from app.kernel.errors.telling import refusals_at, refusals_flashed
from app.kernel.limits import wrong_tries
from app.kernel.translate import _
from app.sign_in.browsers import kind_of_browser
from matching.doors import calling, forgotten
from matching.doors.errors import BirthDateWrong, PinTooEasy
from matching.doors.held import are_two_doors
from matching.records.queries.candidates import candidate_with_user
from matching.records.tables.candidate import Candidate
from register.organisations.queries import offices_to_call
from register.sign_in.types import Door


@pages.route("/glemt", methods=["GET", "POST"], access=everyone("make a new PIN in place of a forgotten one"))
@wrong_tries
def forgotten_pin() -> Response | str:
    """With two things held, or a code whose day has passed: a new PIN. Else what there is to do."""
    held = held_here()
    if not held and NewPinForm().is_submitted():
        tell_of_delay()
    if not held or _oneself() is not None:
        return redirect(url_for("candidate.enter"))
    first = held[0]
    asked = forgotten.open_reset(session(), first.candidate, now=now())
    if asked is not None and asked.code_id != first.id:
        asked = None
    at_once = are_two_doors(held)
    may_choose = at_once or (asked is not None and asked.ready_at <= now())
    form: NewPinForm | FirstPinForm = NewPinForm() if at_once else FirstPinForm()
    if form.is_submitted() and not may_choose:
        return redirect(url_for("candidate.forgotten_pin"))
    if form.validate_on_submit():
        left = 0
        with refusals_at(form, pin=PinTooEasy, birth_date=BirthDateWrong) as refusals:
            left = count(first)
            done = forgotten.choose_new(
                act(),
                held,
                birth_date=form.birth_date.data if isinstance(form, FirstPinForm) else None,
                pin=form.pin.data or "",
                tries_left=left,
                key=settings().secret,
                browser=kind_of_browser(),
            )
            return let_in(done, held)
        if is_killed(first, refusals.told, left):
            return redirect(url_for("candidate.enter"))
    return render_template(
        "doors/candidate/forgotten.html",
        form=form if may_choose else None,
        with_code=first.door is Door.CODE,
        asked=asked,
        offices=offices_to_call(session()),
    )


@pages.post("/glemt/be-om-ny", access=everyone("ask for a new PIN with a code alone"))
def ask_for_new_pin() -> Response:
    """Ask, with the code that was typed; the other doors are told, and a day later it is made."""
    held = next((one for one in held_here() if one.door is Door.CODE), None)
    if held is None:
        return redirect(url_for("candidate.enter"))
    with refusals_flashed():
        forgotten.ask_for_reset(act(), held, browser=kind_of_browser())
        flash(_("Du har bedt om ny PIN-kode."), "success")
    return redirect(url_for("candidate.forgotten_pin"))


@pages.post("/stopp-ny-pin", access=everyone("say no to a new PIN that somebody asked for"))
def stop_new_pin() -> Response:
    """Whoever is signed in, or holds another thing than the code, can stop it; twice does nothing."""
    person = _oneself() or (held.candidate if (held := stop_asked_for()) else None)
    if person is not None and forgotten.stop_reset(act(), person):
        flash(_("Stoppet. PIN-koden din er som før."), "success")
    elif person is None and held_here():
        flash(_("Du må skrive PIN-koden din først. Så kan du stoppe det."))
    else:
        flash(_("Det er ingenting å stoppe. PIN-koden din er som før."))
    return redirect(url_for("candidate.enter"))


@pages.post("/ring-meg", access=everyone("ask the counsellor to call, on a known telephone"))
def call_me() -> Response:
    """Put it on the counsellor's desk. Nothing is shown, and nobody is told who it is."""
    held = next((one for one in held_here() if one.door is Door.DEVICE), None)
    if held is None:
        return redirect(url_for("candidate.enter"))
    with refusals_flashed():
        calling.ask_for_call(act(), held)
        flash(
            _("Vi har bedt veilederen din ringe deg. Er det ikke sikkert at vi har nummeret ditt, så ring selv."),
            "success",
        )
    return redirect(url_for("candidate.enter"))


def _oneself() -> Candidate | None:
    asks = principal()
    return candidate_with_user(session(), asks.id) if asks else None
