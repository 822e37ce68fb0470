"""The cost of a page is counted in statements, and what is above its budget fails."""

import pytest
from flask import Flask, current_app
from sqlalchemy import text

from app.kernel.database import session as database_session
from tests.support.budget import EXCEPTIONS, USUAL, budget_of
from tests.support.statements import Statements


def test_a_page_that_asks_too_often_is_seen(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: Statements = app.extensions["statements"]

    def asks(times: int) -> str:
        for _ in range(times):
            database_session().execute(text("SELECT 1"))
        return "ok"

    monkeypatch.setitem(app.view_functions, "static", lambda **_: asks(int(current_app.config["ASKS"])))
    app.config["ASKS"] = USUAL
    app.test_client().get("/static/x")
    assert counted.told() == []
    app.config["ASKS"] = USUAL + 1
    app.test_client().get("/static/x")
    assert counted.told() == [f"GET static (200): {USUAL + 1}, not {USUAL}"]


def test_an_exception_is_of_a_page_that_is_there_and_above_the_usual(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    for page, (most, reason) in EXCEPTIONS.items():
        assert page.split()[1] in endpoints
        assert USUAL < most == budget_of(page)
        assert reason
