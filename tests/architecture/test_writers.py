"""Each request opens its transaction as what it is: a writer takes SQLite's lock at once, a reader leaves it to others.

A look at a candidate is written down, but not before the page is made: making it may take long, and all would wait.
"""

from collections.abc import Iterator

import pytest
from flask import Flask, url_for
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from app.kernel.access import SAFE_METHODS
from app.kernel.audiences import access_of
from app.kernel.database import db
from app.kernel.limits import limiter
from ground.engine import may_write
from tests.architecture.personas import Personas, arguments_for, make_personas

NOT_ASKED = {"static", "auth.sign_out", "auth.sign_out_everywhere"}
"""Files, and where one comes out as nobody: for nobody nothing is looked up."""


@pytest.fixture
def personas(session: Session) -> Personas:
    return make_personas(session)


@pytest.fixture
def opened(app: Flask) -> Iterator[list[bool]]:
    """Whether each transaction opened as a writer: on SQLite by what the database was told, else by what was meant."""

    def told(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("BEGIN"):
            found.append(statement == "BEGIN IMMEDIATE")

    def meant(_connection: Connection) -> None:
        found.append(may_write.get())

    found: list[bool] = []
    with app.app_context():
        engine = db.engine
    listener = ("before_cursor_execute", told) if engine.dialect.name == "sqlite" else ("begin", meant)
    event.listen(engine, *listener)
    yield found
    event.remove(engine, *listener)


@pytest.fixture(autouse=True)
def _without_csrf(app: Flask) -> Iterator[None]:
    """A form without a token would be refused before anything is opened."""
    app.config["WTF_CSRF_ENABLED"] = False
    yield
    app.config["WTF_CSRF_ENABLED"] = True


def ways_in(app: Flask) -> list[tuple[Rule, str]]:
    """Every address of a page, with each method that it answers to."""
    return [
        (rule, method)
        for rule in app.url_map.iter_rules()
        for method in ("GET", "POST")
        if method in (rule.methods or ()) and rule.endpoint not in NOT_ASKED
    ]


def test_a_request_opens_as_a_writer_if_and_only_if_it_posts(
    app: Flask, personas: Personas, opened: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "enabled", False)  # what it counts, it writes in a transaction of its own
    client, wrong, looks = app.test_client(), {}, 0
    with client.session_transaction() as cookie:
        cookie["_user_id"] = personas.tokens["leader"]
    for rule, method in ways_in(app):
        access = access_of(app, rule.endpoint)
        assert access is not None
        with app.test_request_context():
            address = url_for(rule.endpoint, **arguments_for(set(rule.arguments), personas.own_orgnr))
        opened.clear()
        client.open(address, method=method)
        writes = method not in SAFE_METHODS
        looks += access.logs_read and method == "GET"
        if opened[:1] != [writes]:
            wrong[f"{method} {rule.rule}"] = opened[:1]
    assert wrong == {}
    assert looks > 15
