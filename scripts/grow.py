"""Makes a demo so many times as large, by copying its rows with new ids: its people stay one, and get longer lists."""

import itertools
import re
import sqlite3
import uuid
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table, UniqueConstraint

from app.demo.people import LEADER, PEOPLE
from ground.base import Base

ONCE = {
    "criteria_edition", "demo_mark", "nav_office", "evidence_file", "outbox_message", "rate_limit_counter",
    "scheduler_lease",
    "known_browser", "sign_in_link", "sign_in_code", "submitted_form", "user_session",
}  # fmt: skip
"""Tables of which there is not more in a larger county, or which no page lists."""

NAMING_OTHERS = {"audit_event", "job_event"}
"""Tables that name rows of others without a foreign key, and so come after them all."""

OF_ONE_JOB = ("source_ref", "person_ref", "workplace_id")
"""What the events of one job have in common."""

HEX = re.compile("[0-9a-f]{32}")  # how SQLite keeps a UUID
Row = dict[str, object]
Rows = dict[Table, list[Row]]


def grow(database: Path, factor: int) -> None:
    """Copy every row that can be there more than once, with what points to a copied row pointing to the copy."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.row_factory = sqlite3.Row
        rows = {
            table: [Row(row) for row in connection.execute(f"SELECT * FROM {table.name}")]  # noqa: S608  # our own
            for table in sorted(Base.metadata.sorted_tables, key=lambda table: table.name in NAMING_OTHERS)
            if table.name not in ONCE
        }
        kept = _kept(rows)
        for number in range(1, factor):
            copied = _Copy(number, kept)
            for table, originals in rows.items():
                copies = [copy for row in originals if (copy := copied.of(table, row)) is not None]
                connection.executemany(_writing(table), copies)
        connection.execute("ANALYZE")


def grow_events(database: Path, number: int) -> None:
    """Let the count have so many events, by copying those of the demo as other jobs of other people."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.row_factory = sqlite3.Row
        rows = [Row(row) for row in connection.execute("SELECT * FROM job_event")]
        copies: list[Row] = []
        while len(rows) + len(copies) < number:
            new: dict[object, str] = defaultdict(lambda: uuid.uuid4().hex)
            for row in rows[: number - len(rows) - len(copies)]:
                other = {name: new[row[name]] for name in OF_ONE_JOB if row[name] is not None}
                copies.append({**row, **other, "id": uuid.uuid4().hex})
        connection.executemany(_writing(Base.metadata.tables["job_event"]), copies)
        connection.execute("ANALYZE")


class _Copy:
    """One copy of the county: what each value that is there once becomes in it."""

    def __init__(self, number: int, kept: set[object]) -> None:
        self.number = number
        self.kept = kept
        self.new: dict[object, object] = {}

    def of(self, table: Table, row: Row) -> Row | None:
        """The copy of a row, or None where a promise of the table lets it be there only once."""
        if row.get("id") in self.kept:
            return None
        promises = _promises(table)
        for (name,) in (promise for promise in promises if len(promise) == 1):
            if isinstance(row[name], str) and not table.c[name].foreign_keys:  # a name of its own
                self.new[row[name]] = self._other(name, str(row[name]))
        copy = {name: self.new.get(value, value) for name, value in row.items()}
        for promise in promises:
            if all(copy[name] == row[name] and row[name] is not None for name in promise):
                self.new.pop(row.get("id"), None)
                return None
        return copy

    def _other(self, name: str, value: str) -> str:
        if name == "orgnr":
            return f"{next(_numbers):09d}"
        if HEX.fullmatch(value):
            return uuid.uuid4().hex
        return f"{self.number}{value}"


_numbers = itertools.count(400_000_000)


def _kept(rows: Rows) -> set[object]:
    """The demo's people, their employer with its workplaces, and the candidate among them: they are who looks."""
    by_name = {table.name: found for table, found in rows.items()}
    emails = {person.email for person in PEOPLE}
    users = {row["id"]: row["email"] for row in by_name["user_account"] if row["email"] in emails}
    employers = {row["organisation_id"] for row in by_name["role_grant"] if users.get(row["user_id"]) == LEADER.email}
    workplaces = {row["id"] for row in by_name["workplace"] if row["organisation_id"] in employers}
    candidates = {row["id"] for row in by_name["candidate"] if row["user_id"] in users}
    return {*users, *employers, *workplaces, *candidates}


def _writing(table: Table) -> str:
    names = [column.name for column in table.columns]
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})"  # noqa: S608  # our own tables


def _promises(table: Table) -> list[tuple[str, ...]]:
    """What is unique in a table, as names of columns; that some hold for a part of the rows only is not looked at."""
    found = [tuple(column.name for column in table.primary_key)]
    found += [tuple(c.name for c in one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    found += [tuple(c.name for c in one.columns) for one in table.indexes if one.unique]
    return found
