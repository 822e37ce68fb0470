"""One handler for each kind of stop: refused by the rules, not found, forbidden, too often, broken."""

import structlog
from flask import Flask, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask import session as flask_session
from flask_wtf.csrf import CSRFError
from markupsafe import escape
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from app.kernel.access import Forbidden, SignInNeeded
from app.kernel.addresses import referring_path, safe_path
from app.kernel.auth import principal
from app.kernel.context import now
from app.kernel.database import own_transaction, session
from app.kernel.enforcement import SAFE_METHODS
from app.kernel.errors.broken_constraint import Kind, broken_constraint
from app.kernel.errors.messages import Message, message_for, message_for_constraint, message_for_status
from app.kernel.logs import place_of
from app.kernel.pdf import PrinterBusy
from app.kernel.translate import _
from ground import audit
from ground.act import Act
from ground.base import Base
from ground.errors import DomainError, EditedMeanwhile, NotFound
from register.people.models import User

log = structlog.get_logger()
CROSSED = frozenset({"40001", "40P01"})  # serialization failure, deadlock
PROMISES = frozenset({Kind.UNIQUE, Kind.CHECK, Kind.EXCLUSION})
Answer = tuple[str, int] | tuple[Response, int] | Response


def register(app: Flask) -> None:
    """Connect the handlers."""
    app.register_error_handler(SignInNeeded, _sign_in_needed)
    app.register_error_handler(Forbidden, _forbidden)
    app.register_error_handler(DomainError, _refused)
    app.register_error_handler(IntegrityError, _broken_promise)
    app.register_error_handler(StaleDataError, lambda _error: _refused(EditedMeanwhile()))
    app.register_error_handler(OperationalError, _crossed)
    app.register_error_handler(PrinterBusy, _printer_busy)
    app.register_error_handler(CSRFError, lambda _error: _page(message_for_status(400)))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _crash)
    # What breaks outside the handlers is logged by Flask with the address, which may hold a secret, and with values.
    app.log_exception = lambda exc_info: _log_crash(exc_info[1])  # type: ignore[method-assign]  # no other way in


def _sign_in_needed(_error: SignInNeeded) -> Answer:
    if request.headers.get("HX-Request"):  # a part of a page: the page itself says that nothing was saved
        return "", 401
    if request.method != "GET":
        flash(_("Du er logget ut. Det du skrev, er ikke lagret."), "warning")
        return redirect(url_for("auth.sign_in", neste=safe_path(referring_path())))
    return redirect(url_for("auth.sign_in", neste=request.full_path.rstrip("?")))


def _forbidden(_error: Forbidden) -> Answer:
    """Denied access is written down in a transaction of its own: the request's is rolled back."""
    who = principal()
    user_id = who.id if who else None
    session().rollback()
    if user_id is not None:
        with own_transaction() as short:
            user = short.get_one(User, user_id)
            audit.record(Act(short, user_id, now()), action="access.denied", subject=user, endpoint=request.endpoint)
    return _page(message_for_status(403))


def _refused(error: DomainError) -> Answer:
    if isinstance(error, NotFound):
        return _page(message_for_status(404))
    return _page(message_for(error))


def _broken_promise(error: IntegrityError) -> Answer:
    """A promise of the database held, as where two requests crossed; its name says which one it was.

    What refers to nothing or lacks a value is no promise that a person can meet, but a mistake of ours.
    """
    broken = broken_constraint(error, Base.metadata)
    if broken is None or broken.kind not in PROMISES:
        return _crash(error)
    log.warning("constraint", kind=broken.kind.value, name=", ".join(sorted(broken.names)), endpoint=request.endpoint)
    return _page(message_for_constraint(broken))


def _crossed(error: OperationalError) -> Answer:
    """Two requests that waited for each other: PostgreSQL let one of them go on. Anything else is a mistake of ours."""
    if getattr(error.orig, "sqlstate", None) in CROSSED:
        log.warning("crossed", endpoint=request.endpoint)
        return _refused(EditedMeanwhile())
    return _crash(error)


def _printer_busy(error: PrinterBusy) -> Answer:
    log.warning("printer_busy", endpoint=request.endpoint)
    answer = make_response(_page(message_for_status(503)))
    answer.headers["Retry-After"] = str(error.retry_after_seconds)
    return answer


def _http(error: HTTPException) -> Answer:
    if error.code is not None and 300 <= error.code < 400 and error.response is not None:
        return error.response  # type: ignore[return-value]  # werkzeug's redirect carries its own response
    return _page(message_for_status(error.code or 500))


def _crash(error: Exception) -> Answer:
    """A mistake of ours. The log gets the kind and place, never the values."""
    _log_crash(error)
    try:
        return _page(message_for_status(500))
    except Exception as again:  # the page itself needs the database, which may be what is gone
        _log_crash(again)
        return _bare_page(message_for_status(500))


def _log_crash(error: BaseException | None) -> None:
    log.error("crash", kind=type(error).__name__, endpoint=request.endpoint, place=place_of(error))


def _page(message: Message) -> Answer:
    session().rollback()  # nothing of the request is kept, and a session that broke in the middle can be read again
    if request.method not in SAFE_METHODS:
        flask_session.pop("_flashes", None)  # «Lagret» is not true any more
    if request.path.startswith("/api/"):
        return jsonify({"error": message.title}), message.status
    # Only a crash needs a reference: a foreign thing must look exactly as a missing one.
    reference = structlog.contextvars.get_contextvars().get("request_id") if message.status == 500 else None
    return render_template(
        "errors/error.html", message=message, code=message.status, reference=reference
    ), message.status


def _bare_page(message: Message) -> Answer:
    """Words alone, for when nothing else works."""
    title, text = escape(message.title), escape(message.text)
    words = f"<title>{title}</title><main><h1>{title}</h1><p>{text}</p></main>"
    return f'<!doctype html><html lang="nb"><head><meta charset="utf-8">{words}</html>', message.status
