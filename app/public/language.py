"""Choosing the language of the interface."""

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

from app.auth.paths import safe_path
from app.language import COOKIE_KEY
from app.public.blueprint import blueprint
from ground.errors import NotFound
from ground.texts import Locale


@blueprint.get("/sprak/<code>")
def set_language(code: str) -> Response:
    """Remember the language in the cookie and go back."""
    if code not in set(Locale):
        raise NotFound
    session[COOKIE_KEY] = code
    return redirect(safe_path(request.args.get("neste")) or url_for("public.front"))
