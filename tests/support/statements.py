"""How many statements each request sends to the database, judged by a budget in all tests that open pages."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from flask import Flask, Response, g, has_request_context, request
from flask.signals import request_finished, request_started
from sqlalchemy import Engine, event

from tests.support.budget import budget_of

OF_THE_TRANSACTION = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA")


class Statements:
    """Counts while the application answers; what a test itself asks is not counted."""

    def __init__(self, app: Flask, engine: Engine) -> None:
        self.count = 0
        """Those of the last request."""
        self.most: Counter[str] = Counter()
        """The most that each page has sent so far, as `GET employer.openings`."""
        self.too_many: list[str] = []
        event.listen(engine, "before_cursor_execute", self._sent)
        request_started.connect(self._begins, app)
        request_finished.connect(self._ends, app)

    def _sent(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if has_request_context() and "statements" in g and not statement.startswith(OF_THE_TRANSACTION):
            g.statements += 1

    def _begins(self, _app: Flask, **_more: Any) -> None:
        g.statements = 0  # on the request itself: a browser asks for several things at once

    def _ends(self, _app: Flask, response: Response, **_more: Any) -> None:
        self.count = count = g.pop("statements", 0)
        page = f"{request.method} {request.endpoint}"
        self.most[page] = max(self.most[page], count)
        if count > budget_of(page):
            self.too_many.append(f"{page} ({response.status_code}): {count}, not {budget_of(page)}")

    def told(self) -> list[str]:
        """What was above its budget since this was asked last."""
        told, self.too_many = self.too_many, []
        return told

    def keep(self, folder: Path, worker: str) -> None:
        """Write down the most of each page, so that the budget can be set by what is."""
        (folder / f"statements-{worker}.json").write_text(json.dumps(self.most))
