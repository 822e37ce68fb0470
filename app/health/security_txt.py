"""Where to tell of a security hole, as machines and finders look for it (RFC 9116)."""

from datetime import timedelta

from flask import Response, abort, url_for

from app.kernel.access import everyone
from app.kernel.audiences import health as pages
from app.kernel.context import now, settings
from ground.texts import Locale

HOLDS_FOR = timedelta(days=90)
"""RFC 9116 asks for less than a year. Counted from each reading: it holds as long as Plass runs with the setting."""


@pages.get("/.well-known/security.txt", access=everyone("find where to tell of a security hole"))
def security_txt() -> Response:
    """Whom to write to, in which languages, until when. Missing where nobody has said who answers."""
    contact = settings().address_for_holes
    if not contact:
        abort(404)
    lines = [
        f"Contact: {contact}",
        f"Expires: {(now() + HOLDS_FOR).strftime('%Y-%m-%dT00:00:00Z')}",
        f"Preferred-Languages: {', '.join(Locale)}",
    ]
    address = settings().address + url_for("health.security_txt")
    if address.startswith("https://"):  # the RFC allows no other
        lines.append(f"Canonical: {address}")
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
