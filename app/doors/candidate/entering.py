"""Coming in: a code that is typed, a link that is opened or a known telephone, and then the PIN."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.doors.at_the_door import (
    another_way,
    count,
    held_here,
    is_killed,
    let_in,
    remember_shown,
    shown_lately,
    tell_of_delay,
    where_to,
)
from app.doors.forms import CodeForm, FirstPinForm, OwnLinkForm, PinForm
from app.kernel.access import everyone
from app.kernel.addresses import full_address
from app.kernel.audiences import candidate as pages
from app.kernel.auth import act, principal, staff_have_signed_in_here, stop_session
from app.kernel.context import now, settings
from app.kernel.database import own_transaction, session
from app.kernel.errors.telling import refusals_at
from app.kernel.limits import count_wrong_try, links_asked_for, wrong_tries
from app.sign_in.browsers import kind_of_browser
from ground.act import Act
from matching.doors import codes, entering, links
from matching.doors.calling import may_ask
from matching.doors.errors import BirthDateWrong, CodeUnusable, PinTooEasy, PinWrong
from matching.doors.forgotten import open_reset
from matching.doors.models import OwnLink
from matching.doors.pins import has_pin
from register.organisations.queries import offices_to_call
from register.roles.types import Role
from register.sign_in.types import Door


@pages.route("/inn", methods=["GET", "POST"], access=everyone("come in with something held and the PIN"))
@wrong_tries
def enter() -> Response | str:
    """Ask for the PIN where something is held, else for something to hold. No name is shown before the PIN."""
    if _is_candidate():
        return redirect(where_to() or url_for("candidate.front"))
    held, form = held_here(), PinForm()
    if not held and form.is_submitted():
        tell_of_delay()
        return redirect(url_for("candidate.enter", neste=where_to() or None))
    if not held:
        return _without_key()
    first = held[0]
    if not has_pin(session(), first.candidate):
        if first.door is Door.CODE:
            return redirect(url_for("candidate.first_pin", neste=where_to() or None))
        return _without_key()
    if form.validate_on_submit():
        left = 0
        with refusals_at(form, pin=PinWrong) as refusals:
            left = count(first)
            done = entering.enter(
                act(), held, pin=form.pin.data or "", tries_left=left, key=settings().secret, browser=kind_of_browser()
            )
            return let_in(done, held)
        if is_killed(first, refusals.told, left):
            return redirect(url_for("candidate.enter", neste=where_to() or None))
    return render_template(
        "doors/candidate/pin.html",
        form=form,
        may_ask_for_call=first.door is Door.DEVICE and may_ask(first.candidate),
        reset=open_reset(session(), first.candidate, now=now())
        if first.door is not Door.CODE and first.is_proved
        else None,
        offices=offices_to_call(session()),
    )


@pages.post("/inn/en-annen", access=everyone("come in as somebody else than the telephone's owner"))
def somebody_else() -> Response:
    """Ask for something to hold: whoever sits here is not the one whose PIN is asked for."""
    another_way()
    return redirect(url_for("candidate.enter"))


@pages.get("/inn/<token>", access=everyone("come in by a link in a mail"))
def open_own_link(token: str) -> Response:
    """Remember that the link was opened here, and ask for the PIN; the address that opens is gone at once."""
    link = links.link_with(session(), token=token, key=settings().secret)
    asks = principal()
    if link is not None and asks is not None and link.candidate.user_id != asks.id:
        stop_session()  # somebody else on the same telephone
    if link is not None:
        remember_shown(Door.OWN_LINK, link.id)
    return redirect(url_for("candidate.enter", neste=where_to() or None))


@pages.route("/kode", methods=["GET", "POST"], access=everyone("come in with a code from the counsellor"))
@wrong_tries
def enter_code() -> Response | str:
    """Take a code. Every wrong one gets the same answer, and every try is counted. Never where staff sign in."""
    if staff_have_signed_in_here():
        return redirect(url_for("candidate.use_own_telephone"))
    form = CodeForm()
    if form.validate_on_submit():
        typed = form.code.data or ""
        with refusals_at(form, code=CodeUnusable):
            with own_transaction() as short:
                codes.count_attempt(Act(short, None, now()), typed=typed)
            code = codes.code_typed(session(), typed=typed, key=settings().secret, now=now())
            remember_shown(Door.CODE, code.id)
            wanted = where_to()
            forgot = url_for("candidate.forgotten_pin")
            return redirect(forgot if wanted == forgot else url_for("candidate.enter", neste=wanted or None))
        count_wrong_try()
    return render_template("doors/candidate/enter_code.html", form=form, offices=offices_to_call(session()))


@pages.get("/egen-telefon-trengs", access=everyone("read why a code does not work where staff sign in"))
def use_own_telephone() -> str:
    """Say that the code is for the young person's own telephone."""
    return render_template(
        "doors/candidate/staff_browser.html",
        offices=offices_to_call(session()),
        address=full_address("candidate.enter_code"),
    )


@pages.route("/ny-pin", methods=["GET", "POST"], access=everyone("choose the first PIN, with a code"))
@wrong_tries
def first_pin() -> Response | str:
    """Choose the first PIN, with the code that was typed and the birth date."""
    held = next((one for one in held_here() if one.door is Door.CODE), None)
    form = FirstPinForm()
    if held is None and form.is_submitted():
        tell_of_delay()
    if held is None or has_pin(session(), held.candidate):
        return redirect(url_for("candidate.enter", neste=where_to() or None))
    if form.validate_on_submit():
        left = 0
        with refusals_at(form, pin=PinTooEasy, birth_date=BirthDateWrong) as refusals:
            left = count(held)
            done = entering.enter_first(
                act(),
                held,
                birth_date=form.birth_date.data,
                pin=form.pin.data or "",
                tries_left=left,
                key=settings().secret,
                browser=kind_of_browser(),
            )
            return let_in(done, [held])
        if is_killed(held, refusals.told, left):
            return redirect(url_for("candidate.enter", neste=where_to() or None))
    return render_template("doors/candidate/first_pin.html", form=form, offices=offices_to_call(session()))


@pages.post("/ny-lenke", access=everyone("have a link sent to one's own address"))
@links_asked_for
def ask_for_link() -> Response | str:
    """Send a link: to the address of one that has run out, else to what is typed. The answer tells nothing."""
    old = shown_lately(Door.OWN_LINK)
    form = OwnLinkForm()
    if old is not None and not form.email.data:
        link = session().get(OwnLink, old)
        if link is not None and links.is_old(link, now=now()):
            links.send_own_link(act(), link.candidate, address=link.address)
        return redirect(url_for("candidate.link_sent"))
    if form.validate_on_submit():
        links.ask_for_link(act(), email=form.email.data or "")
        return redirect(url_for("candidate.link_sent"))
    return _without_key(form=form)


@pages.get("/ny-lenke/sendt", access=everyone("read that the link is on its way"))
def link_sent() -> str:
    """Say that the link is on its way, if the address is one of ours."""
    return render_template("doors/candidate/link_sent.html", offices=offices_to_call(session()))


def _without_key(*, form: OwnLinkForm | None = None) -> str:
    old = shown_lately(Door.OWN_LINK)
    link = session().get(OwnLink, old) if old else None
    return render_template(
        "doors/candidate/without_key.html",
        form=form or OwnLinkForm(formdata=None),
        first_time=link is not None and links.is_first_time(session(), link),
        link_is_old=link is not None and links.is_old(link, now=now()),
        link_is_over=link is not None,
        offices=offices_to_call(session()),
    )


def _is_candidate() -> bool:
    asks = principal()
    return asks is not None and Role.CANDIDATE in asks.roles
