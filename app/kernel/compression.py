"""Smaller pages. One with a secret in it is left as it is: its length would tell of the secret (BREACH)."""

import gzip

import brotli
from flask import Flask, Response, current_app, g, request, session

from app.kernel.assets import coding_of
from app.kernel.auth import CHOSEN_AT_THE_DOOR, LANGUAGE

FORM_TOKEN = "csrf_token"  # noqa: S105 - the name of one
"""Under which name flask-wtf keeps the token in the session, and for one request in `g` once a form has shown it."""
OF_ANYBODY = {LANGUAGE, CHOSEN_AT_THE_DOOR, FORM_TOKEN, "_fresh"}
"""What a session keeps of one who has only looked round; the last is Flask-Login's, and says that nobody is in."""
TOO_SMALL = 500
"""Bytes that leave in one packet anyway."""
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
"""A millisecond or two for a page of 50 kB; the built files are compressed once, as far as it goes."""


def register(app: Flask) -> None:
    """Compress pages without a secret. Registered first: whatever else changes an answer has done so before."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.mimetype != "text/html" or response.is_streamed or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    coding = coding_of(request.accept_encodings)
    if not coding or len(body) < TOO_SMALL or _may_hold_a_secret():
        return response
    response.set_data(
        brotli.compress(body, quality=BROTLI_QUALITY) if coding == "br" else gzip.compress(body, GZIP_LEVEL, mtime=0)
    )
    response.headers["Content-Encoding"] = coding
    return response


def _may_hold_a_secret() -> bool:
    """All but a page for somebody unknown, of whom nothing is kept but a language, on which no form shows its token."""
    cookies = request.cookies.keys() - {current_app.config["SESSION_COOKIE_NAME"]}
    kept = session.keys() - OF_ANYBODY
    return bool(cookies or kept or request.authorization or FORM_TOKEN in g)
