"""The check itself, run before every request."""

import structlog
from flask import Flask, current_app, g, request

from app.kernel import drafts
from app.kernel.access import SAFE_METHODS, Forbidden
from app.kernel.audiences import access_of
from app.kernel.auth import principal
from app.kernel.database import session
from ground.engine import may_write

log = structlog.get_logger()


def register(app: Flask) -> None:
    """Check every request."""
    app.before_request(enforce)


def enforce() -> None:
    """Let the request pass, with what it is about, or raise; a page that says nothing of access is closed to all."""
    if request.endpoint is None:
        may_write.set(False)
        return
    access = access_of(current_app, request.endpoint)
    may_write.set(request.method not in SAFE_METHODS)
    if access is None:
        log.error("endpoint_without_access_rule", endpoint=request.endpoint)
        raise Forbidden
    if request.method not in SAFE_METHODS:
        drafts.refuse_form_of_another()
    if request.endpoint != "static":
        g.found = access.find(session(), principal(), request.view_args or {})
