"""The language of the page: the user's own, else chosen in this browser, else the browser's, else bokmål."""

from flask import Flask, request, session
from flask_babel import Babel
from flask_babel import get_locale as babel_locale

from app.kernel.auth import LANGUAGE, principal
from ground.texts import Locale

LANGUAGE_NAMES = {Locale.BOKMAAL: "Bokmål", Locale.NYNORSK: "Nynorsk", Locale.ENGLISH: "English"}


def register(app: Flask) -> None:
    """Choose the language of each request; the source texts are bokmål."""
    app.config["BABEL_DEFAULT_LOCALE"] = Locale.BOKMAAL.value
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    Babel(app, locale_selector=lambda: choose().value)
    app.jinja_env.globals["current_language"] = current_language


def choose() -> Locale:
    """The language for the running request; bokmål outside one."""
    if not request:
        return Locale.BOKMAAL
    reader = principal()
    if reader is not None:
        return reader.user.locale
    chosen = session.get(LANGUAGE)
    if chosen in set(Locale):
        return Locale(chosen)
    wanted = request.accept_languages.best_match(["nb", "nn", "en", "no"], default="nb")
    return Locale.BOKMAAL if wanted == "no" else Locale(wanted)


def current_language() -> Locale:
    """The language that texts are written in now, also in mails, where it is forced to the reader's."""
    return Locale(str(babel_locale() or Locale.BOKMAAL.value)[:2])
