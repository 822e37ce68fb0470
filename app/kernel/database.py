"""The edge of the transaction: one session a request, committed once after a good answer, else rolled back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from flask import Flask, Response, current_app, g
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from config import FOR_US_ALONE, ROOT, Settings, private_folder
from ground.base import Base
from ground.engine import may_write, prepare_engine

db = SQLAlchemy(metadata=Base.metadata, session_options={"autoflush": True})
migrate = Migrate()


def register(app: Flask, settings: Settings) -> None:
    """Connect the application to its database."""
    if not settings.database_url:
        # What the file may be read by, SQLite gives to those that it makes beside it.
        (private_folder(settings.data_folder) / settings.embedded.name).touch(FOR_US_ALONE)
    app.config["SQLALCHEMY_DATABASE_URI"] = settings.database
    # SQLAlchemy writes the values of a statement into its messages, and messages end in logs: these may be personal.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_pre_ping": True, "hide_parameters": True}
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True, compare_type=True)
    with app.app_context():
        prepare_engine(db.engine, longest_wait=settings.longest_wait)
    app.after_request(_finish)
    app.teardown_request(_forget_intent)


def _forget_intent(_error: BaseException | None) -> None:
    may_write.set(True)


def session() -> Session:
    """The session of this request (or command)."""
    return db.session()


def write_down(*rows: Base) -> None:
    """Write down who looked at what, before the answer goes out.

    A page that is only looked at is made first, as a reader; then the rows are written in a short transaction, without
    which it is not shown. On SQLite nobody else could write while it was made, and making a list takes its time. A
    request that writes anyway writes them with what it does.
    """
    if may_write.get():
        session().add_all(rows)
        session().flush()
    else:
        g.setdefault("to_write_down", []).extend(rows)


def afterwards(write: Callable[[Session], None]) -> None:
    """Write something of little weight when the answer is ready, in a short transaction; lost if that fails."""
    g.setdefault("afterwards", []).append(write)


def _finish(response: Response) -> Response:
    response = _finished(response)
    if response.status_code < 400:
        for write in g.pop("afterwards", []):
            with suppress(SQLAlchemyError), own_transaction() as short:
                write(short)
    return response


def _finished(response: Response) -> Response:
    rows = g.pop("to_write_down", [])
    if response.status_code >= 400:
        with suppress(SQLAlchemyError):  # a connection that is gone has nothing to roll back
            db.session.rollback()
        return response
    try:
        db.session.commit()
        if rows:
            with own_transaction() as short:
                short.add_all(rows)
    except Exception as error:  # what is refused first here gets the same answer as what is refused in a route
        db.session.rollback()
        return current_app.make_response(current_app.handle_user_exception(error))
    return response


@contextmanager
def outside_transaction() -> Iterator[None]:
    """Leave the request's transaction for something slow (HTTP, mail, PDF); a new one opens with the next query.

    Only for the time before anything is written: unsaved changes are a programming error.
    """
    current = session()
    if current.new or current.dirty or current.deleted:
        raise RuntimeError("something was written before leaving the transaction")
    current.rollback()
    yield


@contextmanager
def own_transaction() -> Iterator[Session]:
    """A short transaction of its own, for what must survive a refusal: denied access, attempts at a code.

    The request's own session must not be used inside: on SQLite it would wait for this one.
    """
    before = may_write.get()
    may_write.set(True)
    try:
        with outside_transaction(), Session(db.engine, expire_on_commit=False) as short, short.begin():
            yield short
    finally:
        may_write.set(before)


def in_transaction() -> bool:
    """Whether the request holds a transaction open; adapters that take time check that it does not."""
    return session().in_transaction()
