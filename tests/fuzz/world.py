"""The world that is fuzzed: a grown county, everybody signed in, and a way back to how it stood."""

import os
import random
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, Engine, Table, event, func, select, text
from sqlalchemy.orm import Session, configure_mappers
from sqlalchemy.types import Integer, String

from app.kernel.context import services
from app.kernel.database import db
from app.kernel.errors import handlers
from app.kernel.forms.numbers import LARGEST_NUMBER
from app.kernel.logs import place_of
from ground.act import Act
from ground.base import Base
from ground.moves import PAST_MOVE
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.factories.grown import County, grown
from tests.support.world import NOON, KeptMail, StoppedClock

WRITING = ("INSERT", "UPDATE", "DELETE")
KEPT_AFTER_AN_ERROR = frozenset({"rate_limit_counter", "audit_event", "sign_in_code", "kept_draft"})
"""What has a short transaction of its own, since it must survive a refusal: attempts, denied access, and what was typed
when a session had ended.
"""


class World:
    """The application on a database with a county in it. Everything begins again from there with `begin_again`."""

    def __init__(self, app: Flask, more: Callable[[Session], Mapping[str, User]] | None = None) -> None:
        self.app = app
        self.crashes: list[str] = []
        """Where something broke since this was asked last."""
        self.written: set[str] = set()
        """The tables that have been written to, and the transaction kept, since this was asked last."""
        with app.app_context():
            self.engine: Engine = db.engine
        with _the_same_ids(0), Session(self.engine) as session:
            self.county: County = grown(session, 1)
            people = {**self.county.people, **(more(session) if more else {})}
            self.tokens = {name: open_session(Act(session, None, NOON), user=user) for name, user in people.items()}
            session.commit()
            self.things = {name: dict(self.county.things_of(name)) for name in people}
        self._rows = self.rows()
        self._watch()

    @property
    def personas(self) -> list[str]:
        """All who can be signed in."""
        return list(self.tokens)

    def browser(self, persona: str | None) -> FlaskClient:
        """A browser of one of them; None is nobody."""
        client = self.app.test_client()
        if persona is not None:
            with client.session_transaction() as cookie:
                cookie["_user_id"] = self.tokens[persona]
        return client

    def cookie_of(self, persona: str | None) -> str:
        """What the browser of one of them holds as its session."""
        found = self.browser(persona).get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        return found.value if found else ""

    def begin_again(self) -> None:
        """Put everything back to how it stood at first."""
        self._put_back(Base.metadata.sorted_tables)
        with self.app.app_context():
            outside = services()
        assert isinstance(outside.clock, StoppedClock)
        assert isinstance(outside.mail, KeptMail)
        outside.clock.at = NOON
        outside.mail.sent.clear()
        self.crashes.clear()

    def take_back(self) -> None:
        """Put back what has been written since `written` was emptied last; cheaper than beginning again."""
        if self.written:
            gone_along = {
                table.name
                for table in Base.metadata.sorted_tables
                for key in table.foreign_keys
                if key.ondelete == "CASCADE" and key.column.table.name in self.written
            }
            names = self.written | gone_along
            self._put_back([table for table in Base.metadata.sorted_tables if table.name in names])

    def _put_back(self, tables: Sequence[Table]) -> None:
        with self.engine.begin() as connection:
            _without_order(connection)
            for table in reversed(tables):
                connection.execute(table.delete())
            for table in tables:
                if rows := self._rows[table.name]:
                    connection.execute(table.insert(), rows, execution_options={PAST_MOVE: "as they stood"})
        self.written.clear()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Within it, forms need no token, ids are the same each time, and crashes are noted with their place."""

        def note(error: BaseException | None) -> None:
            self.crashes.append(
                " < ".join(place_of(error)[:1] + [one for one in place_of(error) if "/app/" in one][-3:])
            )

        before = self.app.config.get("WTF_CSRF_ENABLED", True)
        self.app.config["WTF_CSRF_ENABLED"] = False
        try:
            with _the_same_ids(1), patch.object(handlers, "_log_crash", note):
                yield
        finally:
            self.app.config["WTF_CSRF_ENABLED"] = before

    def what_does_not_fit(self) -> list[str]:
        """Texts longer than their column and numbers larger, which SQLite keeps and PostgreSQL refuses; loose ends."""
        found = []
        with self.engine.connect() as connection:
            for table in Base.metadata.sorted_tables:
                for column in table.columns:
                    if type(column.type) is String and column.type.length:
                        longest = connection.scalar(select(func.max(func.length(column)))) or 0
                        if longest > column.type.length:
                            found.append(f"{column}: {longest} letters, not {column.type.length}")
                    elif type(column.type) is Integer:
                        largest = connection.scalar(select(func.max(func.abs(column)))) or 0
                        if largest > LARGEST_NUMBER:
                            found.append(f"{column}: {largest}")
            if self.engine.dialect.name == "sqlite":
                found += [str(row) for row in connection.execute(text("PRAGMA foreign_key_check"))]
        return found

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """All that stands in the database, by table."""
        with self.engine.connect() as connection:
            return {
                table.name: [
                    dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
                ]
                for table in Base.metadata.sorted_tables
            }

    def _watch(self) -> None:
        configure_mappers()
        in_hand: dict[int, set[str]] = {}

        def sent(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
            words = statement.replace('"', "").split(maxsplit=3)
            if words[0] in WRITING:
                in_hand.setdefault(id(connection), set()).add(words[1 if words[0] == "UPDATE" else 2])

        event.listen(self.engine, "before_cursor_execute", sent)
        event.listen(self.engine, "rollback", lambda connection: in_hand.pop(id(connection), None))
        event.listen(self.engine, "commit", lambda connection: self.written.update(in_hand.pop(id(connection), ())))


def _without_order(connection: Connection) -> None:
    """Rows refer to each other, also within a table; what is put back is whole in the end."""
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql(
        "PRAGMA defer_foreign_keys=ON" if sqlite else "SET LOCAL session_replication_role=replica"
    )


@contextmanager
def _the_same_ids(seed: int) -> Iterator[None]:
    """Ids are random; here they follow from a seed, so that what is found in one run can be tried in another."""
    rolled = random.Random(seed)  # no secret

    class _SameOs:
        urandom = staticmethod(rolled.randbytes)

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

    with patch.object(uuid, "os", _SameOs()):
        yield
