"""Signing in by a one-time link or the code beside it, and signing out."""

from typing import Any

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.access import everyone
from app.kernel.addresses import safe_path
from app.kernel.audiences import auth as pages
from app.kernel.auth import act, principal, signed_in_principal, start_session, stop_session
from app.kernel.context import now, settings
from app.kernel.database import own_transaction
from app.kernel.database import session as database
from app.kernel.drafts import way_back
from app.kernel.errors.telling import refusals_at
from app.kernel.forms.base import Form
from app.kernel.language import choose
from app.kernel.limits import count_wrong_try, links_asked_for, wrong_tries
from app.sign_in.browsers import keep_in_browser, kind_of_browser, token_of_browser
from app.sign_in.forms import CodeForm, SignInForm
from app.words.numbers import NUMBERS
from ground.act import Act
from ground.secrets import new_token
from matching.doors import links as own_links
from register.people import accounts
from register.people.mailbox import written_mailbox
from register.roles.queries import is_staff
from register.roles.types import Role
from register.sign_in import codes, links
from register.sign_in.browsers import note_browser
from register.sign_in.errors import CodeUnusable, LinkFromOtherBrowser

BROWSER_KEY = "sign_in_browser"


@pages.route("/logg-inn", methods=["GET", "POST"], access=everyone("ask for a sign-in link"))
@links_asked_for
def sign_in() -> Response | str:
    """Ask for a link. The answer is the same whether or not the address is known."""
    if principal() is not None:
        return redirect(url_for("auth.home"))
    form = SignInForm()
    if form.validate_on_submit():
        address = form.email.data or ""
        is_candidates = not accounts.is_users(database(), address) and own_links.ask_for_link(act(), email=address)
        links.send_link(
            act(),
            email=address,
            browser=_browser_secret(),
            next_path=safe_path(request.args.get("neste")),
            locale=choose(),
            key=settings().secret,
            known_only=is_candidates,
            asked_from=kind_of_browser(),
            known_by=token_of_browser(),
            link_only=is_staff,
        )
        return redirect(url_for("auth.link_sent"))
    return render_template("sign_in/sign_in.html", form=form)


@pages.route(
    "/logg-inn/sendt", methods=["GET", "POST"], access=everyone("read that the mail is on its way, and type its code")
)
@wrong_tries
def link_sent() -> Response | str:
    """Say that the mail is on its way, and take the code from it: the same page for all, whatever they were sent."""
    form = CodeForm()
    if form.validate_on_submit():
        with refusals_at(form, code=CodeUnusable):
            with own_transaction() as short:
                tried = codes.count_attempt(Act(short, None, now()), browser=session.get(BROWSER_KEY, ""))
            done = codes.use_code(
                act(),
                typed=form.code.data or "",
                tried=tried,
                locale=choose(),
                key=settings().secret,
                link_only=is_staff,
                browser_kind=kind_of_browser(),
            )
            return _enter(done)
        count_wrong_try()
    return render_template("sign_in/link_sent.html", form=form, minutes=NUMBERS.link_minutes)


@pages.route("/logg-inn/<token>", methods=["GET", "POST"], access=everyone("use a sign-in link"))
@wrong_tries
def open_link(token: str) -> Any:
    """Show who is about to sign in; only the button uses the link up, so that mail scanners cannot.

    Whoever is signed in already as the one whose used link it is, is led on.
    """
    who = principal()
    if who is not None and (page := links.leads_on(database(), token=token, user=who.user)) is not None:
        return redirect(page or url_for("auth.home"))
    form, browser = Form(), session.get(BROWSER_KEY, "")
    with refusals_at(form) as refusals:
        if not form.validate_on_submit():
            link = links.check_link(act(), token=token, browser=browser)
            return render_template("sign_in/open_link.html", form=form, email=written_mailbox(link.email), token=token)
        done = links.use_link(act(), token=token, browser=browser, locale=choose(), browser_kind=kind_of_browser())
        return _enter(done)
    if form.is_submitted() and not isinstance(refusals.told, LinkFromOtherBrowser):
        count_wrong_try()
    return render_template("sign_in/link_unusable.html", why=form.form_errors), 410


@pages.post("/logg-ut", access=everyone("sign out"))
def sign_out() -> Response:
    """End the session of this browser."""
    stop_session()
    flash(_("Du er logget ut."))
    return redirect(url_for("public.front"))


def _enter(done: links.SignedIn) -> Response:
    """Sign this browser in and lead on. Who was signed in here before is signed out; a new browser is told of."""
    if principal() is not None:
        stop_session()
    start_session(done.user, done.session_token)
    response = redirect(done.next_path or way_back() or url_for("auth.home"))
    if Role.CANDIDATE not in signed_in_principal().roles:  # candidates have devices of their own, and no mail by this
        token = token_of_browser()
        note_browser(act(), user=done.user, token=token, kind=kind_of_browser())
        keep_in_browser(response, token)
    return response


def _browser_secret() -> str:
    """A secret that only this browser holds; a link asked for here works only here."""
    if BROWSER_KEY not in session:
        session[BROWSER_KEY] = new_token()
    return str(session[BROWSER_KEY])
