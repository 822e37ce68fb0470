"""The check itself, run before every request."""

import structlog
from flask import g, request

from app.access.rules import Access, Forbidden
from app.access.table import access_table
from app.auth.current import principal
from app.database import session
from ground.engine import may_write

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
log = structlog.get_logger()


def enforce() -> None:
    """Let the request pass or raise; an endpoint that stands in no list is closed to all."""
    if request.endpoint is None:
        may_write.set(False)
        return
    access = access_table().get(request.endpoint)
    may_write.set(access is None or access.logs_read or request.method not in SAFE_METHODS)
    if access is None:
        log.error("endpoint_without_access_rule", endpoint=request.endpoint)
        raise Forbidden
    g.access = access
    if request.endpoint == "static":
        return
    access.check(session(), principal(), request.view_args or {})


def current_access() -> Access:
    """The access rule of the running request; its purpose goes into the log of a candidate's readers."""
    return g.access  # type: ignore[no-any-return]  # flask.g holds anything
