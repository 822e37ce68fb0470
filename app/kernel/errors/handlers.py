"""One handler for each kind of stop: refused by the rules, not found, forbidden, too often, away, broken."""

from contextlib import suppress

import structlog
from flask import Flask, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask import session as flask_session
from flask_babel import refresh
from flask_wtf.csrf import CSRFError
from markupsafe import escape
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from app.kernel import drafts
from app.kernel.access import SAFE_METHODS, Forbidden, SignInNeeded
from app.kernel.addresses import referring_path, safe_path
from app.kernel.auth import know_nobody, principal
from app.kernel.context import now
from app.kernel.database import own_transaction, session
from app.kernel.errors.broken_constraint import Kind, broken_constraint
from app.kernel.errors.database_trouble import Trouble, trouble_of
from app.kernel.errors.messages import (
    DATABASE_HELD,
    PRINTER_BUSY,
    Message,
    message_for,
    message_for_constraint,
    message_for_status,
)
from app.kernel.house import Text
from app.kernel.logs import place_of
from app.kernel.pdf import PrinterBusy
from app.kernel.translate import _
from ground import audit
from ground.act import Act
from ground.base import Base
from ground.engine import may_write
from ground.errors import DomainError, EditedMeanwhile, NotFound
from register.people.models import User

log = structlog.get_logger()
CROSSED = frozenset({"40001", "40P01"})  # serialization failure, deadlock
PROMISES = frozenset({Kind.UNIQUE, Kind.CHECK, Kind.EXCLUSION})
KEPT_HEADER = "Plass-Kept"
"""Tells the script of a page that what it could not save is kept."""
Answer = str | tuple[str, int] | tuple[Response, int] | tuple[str, int, dict[str, str]] | Response


def register(app: Flask) -> None:
    """Connect the handlers."""
    app.register_error_handler(SignInNeeded, _sign_in_needed)
    app.register_error_handler(Forbidden, _forbidden)
    app.register_error_handler(DomainError, _refused)
    app.register_error_handler(IntegrityError, _broken_promise)
    app.register_error_handler(StaleDataError, lambda _error: _refused(EditedMeanwhile()))
    app.register_error_handler(DBAPIError, _broken_database)
    app.register_error_handler(NoConnectionFree, _broken_database)
    app.register_error_handler(PrinterBusy, _printer_busy)
    app.register_error_handler(CSRFError, _token_missing)
    app.register_error_handler(drafts.FormOfAnother, _form_of_another)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _crash)
    # What breaks outside the handlers is logged by Flask with the address, which may hold a secret, and with values.
    app.log_exception = lambda exc_info: _log_crash(exc_info[1])  # type: ignore[method-assign]  # no other way in


def _sign_in_needed(_error: SignInNeeded) -> Answer:
    if request.method not in SAFE_METHODS:
        return _signed_out(drafts.keep_what_was_sent())
    if request.headers.get("HX-Request"):
        return "", 401
    return redirect(_door(request.full_path.rstrip("?")))


def _door(onward: str) -> str:
    """Where whoever was going to a page signs in: young people have doors of their own."""
    return url_for("candidate.enter" if request.blueprint == "candidate" else "auth.sign_in", neste=onward)


def _token_missing(_error: CSRFError) -> Answer:
    """The token went with the cookie. A form with our own mark is kept; of anything else nothing is believed."""
    kept = drafts.keep_what_was_sent()
    if kept is None:
        return _page(message_for_status(400))
    if not drafts.is_senders_own(kept.mark):
        return _signed_out(kept) if principal() is None else _told_of_another(kept)
    if request.headers.get("HX-Request"):
        return make_response("", 200, {"HX-Refresh": "true"})
    return _left_out(kept, kept.mark.page) if kept.left_out else redirect(kept.mark.page)


def _form_of_another(_error: drafts.FormOfAnother) -> Answer:
    return _told_of_another(drafts.keep_what_was_sent())


def _told_of_another(kept: drafts.Kept | None) -> Answer:
    """Nothing of what another wrote is shown to the one who is signed in now, not even what is left out."""
    if request.headers.get("HX-Request"):
        return _part_not_saved(kept)
    flash(_("Skjemaet ble åpnet av en annen bruker i denne nettleseren. Derfor er det ikke sendt."), "warning")
    return redirect(url_for("auth.home"))


def _signed_out(kept: drafts.Kept | None) -> Answer:
    """What to do now, and whether what was typed is there still."""
    if request.headers.get("HX-Request"):
        return _part_not_saved(kept)
    if kept is None:
        flash(_("Du ble logget ut. Det siste du gjorde, er ikke lagret. Logg inn, og gjør det en gang til."), "warning")
        return redirect(_door(safe_path(referring_path())))
    onward = _door(safe_path(kept.mark.page))
    if kept.left_out:
        return _left_out(kept, onward)
    flash(_("Du ble logget ut. Det du skrev, tar vi vare på i 24 timer. Logg inn, så kan du sende det."), "warning")
    return redirect(onward)


def _part_not_saved(kept: drafts.Kept | None) -> Answer:
    """A part of a page that saves itself: what was typed stays there, and the page says that it is not saved."""
    return make_response("", 401, {KEPT_HEADER: "yes"} if kept else {})


def _left_out(kept: drafts.Kept, onward: str) -> Answer:
    """Shown once more, here and nowhere else, so that it can be copied or mended."""
    signed_in = drafts.is_senders_own(kept.mark)
    return render_template("errors/left_out.html", left_out=kept.left_out, onward=onward, signed_in_again=signed_in)


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


def _broken_database(error: DBAPIError | NoConnectionFree) -> Answer:
    """The database did not answer as it should: two crossed, one waited too long, it is away, or we made a mistake."""
    cause = getattr(error, "orig", None)
    if getattr(cause, "sqlstate", None) in CROSSED:  # two waited for each other, and PostgreSQL let one of them go on
        log.warning("crossed", endpoint=request.endpoint)
        return _refused(EditedMeanwhile())
    trouble = trouble_of(error)
    if trouble is None:
        return _crash(error)
    log.error("database", trouble=trouble.value, kind=type(cause or error).__name__, endpoint=request.endpoint)
    may_write.set(False)  # the page only reads, which nobody who writes holds up on SQLite
    return _page_alone(message_for_status(503)) if trouble is Trouble.AWAY else _page(DATABASE_HELD)


def _printer_busy(_error: PrinterBusy) -> Answer:
    log.warning("printer_busy", endpoint=request.endpoint)
    return _page(PRINTER_BUSY)


def _http(error: HTTPException) -> Answer:
    cause = getattr(error, "original_exception", None)  # of what broke in another handler
    if isinstance(cause, DBAPIError | NoConnectionFree):
        return _broken_database(cause)
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
    """The page with what stands around it for its reader; alone where the database does not say who that is."""
    try:
        session().rollback()  # nothing of the request is kept, and a session that broke in the middle can be read again
        return _shown(message)
    except (DBAPIError, NoConnectionFree) as error:
        if trouble_of(error) is None:
            raise
        return _page_alone(message)


def _page_alone(message: Message) -> Answer:
    """The page for a reader whom nobody knows, since the database is not to be asked."""
    with suppress(SQLAlchemyError):  # a connection that is gone has nothing to roll back
        session().rollback()
    know_nobody()
    refresh()  # in the language of this browser
    return _shown(message)


def _shown(message: Message) -> Answer:
    if request.method not in SAFE_METHODS:
        flask_session.pop("_flashes", None)  # «Lagret» is not true any more
    headers = {"Retry-After": str(message.retry_after)} if message.retry_after else {}
    if request.path.startswith("/api/"):
        answer = jsonify({"error": message.title})
        answer.headers.update(headers)
        return answer, message.status
    # Only a crash needs a reference: a foreign thing must look exactly as a missing one.
    reference = structlog.contextvars.get_contextvars().get("request_id") if message.status == 500 else None
    page = render_template(
        "errors/error.html",
        title=message.title,
        text=_text_of(message),
        again=_address_again(message),
        code=message.status,
        reference=reference,
    )
    return page, message.status, headers


def _text_of(message: Message) -> Text:
    """Who has only opened a page is not told that something they sent is lost."""
    reads = request.method in SAFE_METHODS
    return message.when_reading if reads and message.when_reading else message.text


def _address_again(message: Message) -> str:
    """Where a page can be opened again that waiting helps; empty where loading again would send something again."""
    helps = message.retry_after is not None and request.method in SAFE_METHODS
    return safe_path(request.full_path.rstrip("?")) if helps else ""


def _bare_page(message: Message) -> Answer:
    """Words alone, for when nothing else works."""
    title, text = escape(message.title), escape(_text_of(message))
    words = f"<title>{title}</title><main><h1>{title}</h1><p>{text}</p></main>"
    return f'<!doctype html><html lang="nb"><head><meta charset="utf-8">{words}</html>', message.status
