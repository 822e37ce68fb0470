"""Cookies, CSRF and the headers that keep a browser from loading or leaking anything."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

from app.kernel import logs
from app.kernel.forms.numbers import MOST_DIGITS
from certification.cases.rules.media_type import MEGABYTE, MOST_BYTES
from config import Settings, is_this_machine
from register.sign_in.drafts import KEPT
from register.sign_in.sessions import SESSION_LIFE

csrf = CSRFProtect()

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
MOST_BYTES_IN_A_REQUEST = MOST_BYTES + 2 * MEGABYTE
"""The largest file, and the form around it."""
MOST_BYTES_IN_AN_ADDRESS = 8_000
"""Of path and query together, as they are sent."""


def register(app: Flask, settings: Settings) -> None:
    """Put the guards in place."""
    secure = settings.address.startswith("https://")
    app.config.update(
        SECRET_KEY=settings.secret,
        SESSION_COOKIE_NAME="plass",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # Longer than the session in the database, which alone decides: a form that is open in another tab is good again
        # for whoever has signed in anew.
        PERMANENT_SESSION_LIFETIME=SESSION_LIFE + KEPT,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=MOST_BYTES_IN_A_REQUEST,
        MAX_FORM_MEMORY_SIZE=2 * MEGABYTE,
    )
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]  # Flask's own documented way
    app.url_map.converters["int"] = BoundedInteger
    logs.log_requests(app)
    if not settings.base_url:
        app.before_request(_refuse_visitors_from_elsewhere)
    app.before_request(_refuse_long_addresses)
    app.before_request(_refuse_null_characters)
    csrf.init_app(app)

    @app.after_request
    def _headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        location = response.headers.get("Location", "")
        if location.startswith(request.host_url):  # written by the router, from a header that anybody may send
            response.headers["Location"] = "/" + location.removeprefix(request.host_url).lstrip("/")
        if secure:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if response.mimetype == "text/html":
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _refuse_visitors_from_elsewhere() -> Response | None:
    """Without a base URL Plass believes that only this machine finds it, and may be a demo; whoever serves it."""
    try:
        called = urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        called = ""
    if is_this_machine(request.remote_addr or "") and is_this_machine(called):
        return None
    return Response("Set PLASS_BASE_URL to the address at which others find Plass.\n", 403, mimetype="text/plain")


def _refuse_long_addresses() -> None:
    """No link and no search of ours comes near it; SQLite looks for no pattern of 50,000 letters."""
    if len(request.path) + len(request.query_string) > MOST_BYTES_IN_AN_ADDRESS:
        abort(414)


def _refuse_null_characters() -> None:
    """No person types one, and PostgreSQL keeps none: what carries it is refused before anything looks at it."""
    typed = (text for values in (request.args, request.form) for pair in values.items(multi=True) for text in pair)
    files = (text for name, file in request.files.items(multi=True) for text in (name, file.filename or ""))
    if any("\0" in text for text in (request.path, *typed, *files)):
        abort(400)


class BoundedInteger(IntegerConverter):
    """A number in an address. With more digits than a column keeps it leads to nothing, as any wrong address does."""

    regex = rf"\d{{1,{MOST_DIGITS - 1}}}"
