"""Which statements set a state that `ground.moves.move` did not: listened for in all tests, judged after each.

`ground.moves` itself refuses what goes by a thing in hand. A statement has no thing: it is judged here, by the text
that reaches the driver, whoever made it.
"""

import re
import traceback
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.sql.compiler import SQLCompiler

from app.models import load
from config import ROOT
from ground.base import Base
from ground.moves import PAST_MOVE, Stateful, first_state, state_of

load()
MOVED = "moved_in_this_transaction"
WRITTEN_TO = re.compile(r"\b(?:UPDATE|INTO)\s+(?:ONLY\s+|OR\s+\w+\s+)?(?:\w+\.)?[\"`\[]?(\w+)", re.IGNORECASE)
"""Also in the midst of a statement, as PostgreSQL allows; `FOR UPDATE OF` names no table here."""


def kinds_with_a_state() -> list[type[Stateful]]:
    """Every kind of thing with a state."""
    kinds = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Stateful)]
    return sorted(kinds, key=lambda kind: kind.__name__)


STATES = {str(inspect(kind).local_table): kind for kind in kinds_with_a_state()}
"""The kinds by their tables."""

FIXED: dict[str, frozenset[str]] = {
    "approval": frozenset({"party", "on_behalf_reason", "door"}),
    "assessment": frozenset({"round"}),
    "candidate_read": frozenset({"role", "what"}),
    "certificate": frozenset({"level"}),
    "certificate_event": frozenset({"kind"}),
    "decision": frozenset({"outcome"}),
    "door_event": frozenset({"kind"}),
    "evidence": frozenset({"kind"}),
    "gathering_sign_up": frozenset({"taking_part_as"}),
    "job_event": frozenset({"kind", "opening_kind", "sector"}),
    "opening_adaptation": frozenset({"adaptation"}),
    "opening_shift": frozenset({"weekday"}),
    "outbox_message": frozenset({"locale"}),
    "placement": frozenset({"kind"}),
    "recommendation": frozenset({"outcome"}),
    "rights_request": frozenset({"kind"}),
    "role_grant": frozenset({"role"}),
    "user_session": frozenset({"door"}),
    "signed_text": frozenset({"level"}),
    "role_proposal": frozenset({"role"}),
}
"""What is said when a row is made, and never otherwise: another level is another certificate."""


class Moves:
    """Listens to every engine of the process."""

    def __init__(self) -> None:
        self.past: list[str] = []
        event.listen(Engine, "begin", self._begins)
        event.listen(Engine, "before_cursor_execute", self._sent)
        event.listen(Stateful, "before_update", self._will_be_written, propagate=True)

    def _begins(self, connection: Connection) -> None:
        connection.info[MOVED] = []

    def _will_be_written(self, mapper: Any, connection: Connection, thing: Any) -> None:
        """One that `move` let go is about to be written: `ground.moves` has refused all others."""
        if inspect(thing).attrs[thing.state_name].history.added:
            connection.info[MOVED].append((str(mapper.local_table), thing.id, state_of(thing)))

    def _sent(
        self, connection: Connection, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool
    ) -> None:
        if PAST_MOVE in context.execution_options:
            return
        for table in _written_to(statement):
            fine = not any(_sets(statement, column) for column in FIXED.get(table, ()))
            kind = STATES.get(table)
            if kind is not None and _sets(statement, kind.state_name):
                fine &= _all_moved(connection.info.get(MOVED, []), table, kind, context)
            elif kind is not None:
                fine &= _begin_where_their_kind_does(statement, kind, context)
            if not fine:
                self._note(statement)

    def _note(self, statement: str) -> None:
        own = [frame for frame in traceback.extract_stack() if frame.filename.startswith(f"{ROOT}/")]
        there = [frame for frame in own if "/.venv/" not in frame.filename and frame.filename != __file__]
        where = f"{there[-1].filename.removeprefix(f'{ROOT}/')}:{there[-1].lineno}" if there else "?"
        self.past.append(f"{where}: {' '.join(statement.split())[:160]}")

    def told(self) -> list[str]:
        """What went past since this was asked last."""
        told, self.past = self.past, []
        return told


@lru_cache(maxsize=4096)  # the same few texts are sent over and over
def _written_to(statement: str) -> frozenset[str]:
    return frozenset(name.lower() for name in WRITTEN_TO.findall(statement))


def _sets(statement: str, column: str) -> bool:
    """Whether a column is given a value: `SET state =`, `, state =`, `SET (state, …) =`, or after ON CONFLICT."""
    name = rf"[\"`\[]?{column}\b[\"`\]]?"
    return re.search(rf"(\bSET|,)\s*{name}\s*=|\bSET\s*\([^)]*{name}[^)]*\)\s*=", statement, re.IGNORECASE) is not None


def _all_moved(waiting: list[tuple[str, object, object]], table: str, kind: type[Stateful], context: Any) -> bool:
    """Whether each row of an UPDATE is one that `move` let go; it is crossed off."""
    rows = context.compiled_parameters if isinstance(context.compiled, SQLCompiler) else []
    for row in rows:
        moved = (table, row.get(f"{table}_id"), row.get(kind.state_name))
        if moved not in waiting:
            return False
        waiting.remove(moved)
    return bool(rows)


def _begin_where_their_kind_does(statement: str, kind: type[Stateful], context: Any) -> bool:
    """Whether each row of an INSERT is new in the first state; an UPDATE that leaves the state alone is fine."""
    if re.search(r"\bINTO\b", statement, re.IGNORECASE) is None:
        return True
    columns = re.search(r"\bINTO\s+\S+?\s*\(([^)]*)\)", statement, re.IGNORECASE)  # without them, it is all columns
    if columns is not None and not re.search(rf"\b{kind.state_name}\b", columns[1]):
        return True
    if not isinstance(context.compiled, SQLCompiler) or not context.compiled.isinsert:
        return False
    given = re.compile(rf"{kind.state_name}(_m\d+)?")
    states = [[value for name, value in row.items() if given.fullmatch(name)] for row in context.compiled_parameters]
    return all(found and set(found) == {first_state(kind)} for found in states)
