"""The demo as it was made before: every row, kept in a file that is named after all that made it."""

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from sqlalchemy import Table
from sqlalchemy.orm import Session

from config import ROOT
from ground.base import Base
from ground.moves import PAST_MOVE

FOLDER = ROOT / ".cache" / "demo"
MAKERS = ("ground", "register", "certification", "matching", "app", "migrations")
KINDS = {".py", ".yaml", ".json"}


class Snapshot:
    """What loading makes of an empty embedded database on a day, each value as SQLite stores it."""

    def __init__(self, day: date, folder: Path = FOLDER) -> None:
        self.file = folder / f"{fingerprint(day)}.sqlite"

    def restore(self, session: Session) -> bool:
        """Put the rows into the database, in the session's transaction; False when none are kept."""
        if not self.file.exists():
            return False
        try:
            with closing(sqlite3.connect(self.file)) as kept:
                rows = [(table, kept.execute(_reading(table)).fetchall()) for table in Base.metadata.sorted_tables]
        except sqlite3.DatabaseError:  # somebody has damaged it
            return False
        for table, found in rows:
            if found:
                options = {PAST_MOVE: "rows as they stood"}
                session.connection().exec_driver_sql(_writing(table), found, execution_options=options)
        return True

    def keep(self, session: Session) -> None:
        """Keep the rows that the session sees, and remove what was kept before."""
        unfinished = self.file.with_suffix(f".{os.getpid()}")
        with suppress(OSError, sqlite3.OperationalError):  # a folder that is closed to us costs time and nothing else
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(unfinished)) as kept, kept:
                for table in Base.metadata.sorted_tables:
                    found = session.connection().exec_driver_sql(_reading(table)).fetchall()
                    kept.execute(f"CREATE TABLE {table.name} ({_columns(table)})")
                    kept.executemany(_writing(table), map(tuple, found))
            unfinished.rename(self.file)
            for other in set(self.file.parent.iterdir()) - {self.file}:
                other.unlink()


def can_be_copied_into(session: Session) -> bool:
    """Whether the database is an embedded one without a row."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return False
    return not any(connection.execute(table.select().limit(1)).first() for table in Base.metadata.sorted_tables)


def fingerprint(day: date) -> str:
    """All that a loaded demo comes of: the day, our code and data, and the packages."""
    files = [ROOT / "requirements" / "runtime.txt"]
    files += (file for maker in MAKERS for file in (ROOT / maker).rglob("*") if file.suffix in KINDS)
    whole = hashlib.sha256(day.isoformat().encode())
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"\n{file.relative_to(ROOT)} {content}".encode())
    return whole.hexdigest()


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _reading(table: Table) -> str:
    return f"SELECT {_columns(table)} FROM {table.name}"  # noqa: S608  # names of our own tables


def _writing(table: Table) -> str:
    values = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {table.name} ({_columns(table)}) VALUES ({values})"  # noqa: S608  # names of our own tables
