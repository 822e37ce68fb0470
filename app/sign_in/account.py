"""One's own account: name, language, and signing out everywhere."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import RadioField

from app.kernel.access import signed_in
from app.kernel.addresses import safe_path
from app.kernel.audiences import auth as pages
from app.kernel.auth import act, keep_language, signed_in_principal, stop_session
from app.kernel.drafts import drafts_of_reader
from app.kernel.errors.telling import refusals_of_edit
from app.kernel.forms.base import EditForm
from app.kernel.forms.fields import StringField, TelField
from app.kernel.forms.validators import AtMost, Required
from app.kernel.language import LANGUAGE_NAMES
from ground.texts import Locale
from register.people import accounts
from register.roles.types import Role
from register.sign_in.drafts import throw_away
from register.sign_in.sessions import end_all_sessions


class AccountForm(EditForm):
    """What the person is called, and the language of pages and mails."""

    name = StringField(
        _l("Navn"),
        validators=[
            Required(_l("Skriv inn navnet ditt.")),
            AtMost(200),
        ],
        render_kw={"autocomplete": "name"},
    )
    phone = TelField(
        _l("Telefon"),
        description=_l("Vises for dem du følger opp."),
        validators=[AtMost(20)],
        render_kw={"autocomplete": "tel"},
    )
    locale = RadioField(_l("Språk på sider og e-post"), validators=[Required(_l("Velg et språk."))])

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.locale.choices = [(code.value, name) for code, name in LANGUAGE_NAMES.items()]


@pages.route("/konto", methods=["GET", "POST"], access=signed_in("see and change one's own account"))
def account() -> Response | str:
    """See and change one's own account."""
    asks = signed_in_principal()
    user, form = asks.user, AccountForm(obj=asks.user)
    if Role.COUNSELLOR not in asks.roles:
        del form.phone
    if form.validate_on_submit():
        with refusals_of_edit(form, user):
            accounts.change_user(
                act(),
                user_id=user.id,
                name=form.name.data or "",
                phone=form.phone.data or "" if form.phone else None,
                locale=Locale(form.locale.data),
                expected_version=form.version.data or 0,
            )
            keep_language(Locale(form.locale.data))
            flash(_("Kontoen er lagret."))
            return redirect(url_for("auth.account"))
    return render_template("sign_in/account.html", form=form, user=user, drafts=drafts_of_reader())


@pages.post("/konto/kast", access=signed_in("throw away what one has typed and not sent"))
def throw_away_draft() -> Response:
    """Forget what was kept of a form."""
    page, form = request.form.get("page", ""), request.form.get("form", "")
    throw_away(act(), user_id=signed_in_principal().id, page=page, form=form)
    flash(_("Det er kastet."))
    return redirect(safe_path(page) or url_for("auth.account"))


@pages.get("/konto/her", access=signed_in("stay signed in"))
def stay() -> Response:
    """Say that one is here still: a page that is asked for keeps the session, whatever it answers."""
    return Response(status=HTTPStatus.NO_CONTENT)


@pages.post("/konto/logg-ut-overalt", access=signed_in("sign out everywhere"))
def sign_out_everywhere() -> Response:
    """End all one's sessions, in this browser too."""
    end_all_sessions(act(), user_id=signed_in_principal().id)
    stop_session()
    flash(_("Du er logget ut overalt."))
    return redirect(url_for("public.front"))
