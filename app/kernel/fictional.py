"""Whether the database is a demo's or that of real people, and which start Plass refuses on it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import structlog
from flask import Flask
from sqlalchemy import inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug.wrappers import Response

from app.kernel.database import own_transaction
from config import Settings, is_this_machine
from ground.base import Base, UtcDateTime
from register.people.models import User

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = structlog.get_logger()


class DemoMark(Base):
    """Stands in a database that a demo has been loaded into, for ever: its people are fictional, its sign-in open."""

    __tablename__ = "demo_mark"

    loaded_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)


class WrongStart(SystemExit):
    """Plass does not start like this: the process ends with the message, which says why and what to do."""


def what_is_wrong(session: Session, settings: Settings) -> str | None:
    """Why Plass should not start on these data with these settings; None when it may, or there are no tables yet."""
    if not inspect(session.connection()).has_table(DemoMark.__tablename__):
        return None
    is_marked = session.scalar(select(DemoMark.loaded_at).limit(1)) is not None
    if is_marked and not settings.is_demo:
        return (
            "The database is a demo's: its people are fictional, and some of them are administrators. "
            "Real people need a database of their own; set DATABASE_URL or PLASS_DATA_FOLDER to another."
        )
    if settings.is_demo and not is_marked and session.scalar(select(User.id).limit(1)) is not None:
        return (
            "The database has real people, and in a demo anyone can be anyone. "
            "Let the demo have a database of its own; set DATABASE_URL or PLASS_DATA_FOLDER to another."
        )
    return None


def check_start(app: Flask, settings: Settings) -> None:
    """Refuse what must not be, and warn of what is strange, before web server or scheduler begin. Raises WrongStart.

    Where only this machine finds Plass, it is warned of alone: whoever tries things out there harms nobody.
    """
    wrong = _looked_at(app, settings)
    if wrong is not None and not settings.is_on_this_machine:
        raise WrongStart(wrong)
    if wrong is not None:
        log.warning("wrong_data", why=wrong)
    if not settings.is_demo and not settings.smtp_host:
        log.warning("mail_reaches_nobody", why="PLASS_SMTP_HOST is not set, and mail is written to a folder")
    if settings.demo and not settings.is_demo:
        log.warning("no_demo", why=f"a demo at {settings.host} needs PLASS_DEMO_HOST={settings.host}")


def guard_start(app: Flask, settings: Settings) -> None:
    """Answer nobody on data that a start would be refused on, by whichever web server Plass is started.

    Ours has looked before it begins; another (`flask run`, gunicorn with its own settings) does at the first request.
    """
    app.wsgi_app = _Guarded(app, app.wsgi_app, settings)  # type: ignore[method-assign]  # as Flask says to wrap it


class _Guarded:
    def __init__(self, app: Flask, inner: "WSGIApplication", settings: Settings) -> None:
        self._app, self._inner, self._settings = app, inner, settings
        self._has_looked = settings.is_on_this_machine
        self._wrong: str | None = None

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if not self._has_looked:
            self._wrong = _looked_at(self._app, self._settings)
            self._has_looked = True
            if self._wrong is not None:
                log.error("wrong_data", why=self._wrong)
        if self._wrong is None:
            return self._inner(environ, start_response)
        answer = Response("Plass is not started.", HTTPStatus.SERVICE_UNAVAILABLE, content_type="text/plain")
        return answer(environ, start_response)


def _looked_at(app: Flask, settings: Settings) -> str | None:
    with app.app_context():
        try:
            with own_transaction() as short:
                return what_is_wrong(short, settings)
        except SQLAlchemyError:  # the database is away, which /readyz tells
            return None


def check_listeners(settings: Settings, bound: Sequence[Any]) -> None:
    """Refuse to listen to others while Plass believes that only this machine finds it. Raises WrongStart.

    `bound` are the addresses of the sockets; behind one that is a file stands whoever has it.
    """
    open_to_others = [one for one in bound if not isinstance(one, tuple) or not is_this_machine(one[0])]
    if open_to_others and not settings.base_url:
        raise WrongStart(
            f"Plass would listen on {open_to_others[0]} to others. "
            "Set PLASS_BASE_URL to the address at which they find it."
        )
