"""Which statements are sent while a template renders: none. Judged in all tests that open pages or print."""

import sys
from typing import Any

from sqlalchemy import Engine, event

from tests.support.statements import OF_THE_TRANSACTION

TEMPLATE = "__jinja_template__"
"""What Jinja puts among the globals of the code that it makes of a template."""


class Rendering:
    """Listens to the engine, and looks in the stack for a template whenever something is asked."""

    def __init__(self, engine: Engine) -> None:
        self.asked: list[str] = []
        event.listen(engine, "before_cursor_execute", self._sent)

    def _sent(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        line = line_that_renders()
        if line is not None and not statement.startswith(OF_THE_TRANSACTION):
            self.asked.append(f"{line} asks the database: {_in_short(statement)}")

    def told(self) -> list[str]:
        """What templates have asked since this was asked last."""
        told, self.asked = self.asked, []
        return told


def line_that_renders() -> str | None:
    """The innermost template that is rendering just now, as `cases/county/show.html:12`; None if none is."""
    frame = sys._getframe(1)  # the stack has no other entrance that is as quick
    while True:
        template = frame.f_globals.get(TEMPLATE)
        if template is not None:
            return f"{template.name}:{template.get_corresponding_lineno(frame.f_lineno)}"
        if frame.f_back is None:
            return None
        frame = frame.f_back


def _in_short(statement: str) -> str:
    """The table that a statement reads, without its long list of columns."""
    _, found, rest = " ".join(statement.split()).partition(" FROM ")
    return f"FROM {rest}" if found else statement
