"""Choosing the language of the interface."""

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

from app.kernel.access import everyone
from app.kernel.addresses import safe_path
from app.kernel.audiences import public as pages
from app.kernel.language import COOKIE_KEY
from ground.errors import NotFound
from ground.texts import Locale


@pages.get("/sprak/<code>", access=everyone("choose the language"))
def set_language(code: str) -> Response:
    """Remember the language in the cookie and go back."""
    if code not in set(Locale):
        raise NotFound
    session[COOKIE_KEY] = code
    return redirect(safe_path(request.args.get("neste")) or url_for("public.front"))
