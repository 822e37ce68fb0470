"""Engine settings that our promises rest on: WAL, foreign keys, and when a SQLite transaction takes the lock."""

import sqlite3
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, event

from ground.alphabet import SQLITE_COLLATION, compare_names

# A request that only reads may set this to False before its first query; everything else takes SQLite's write lock at
# once, so that two writers queue up instead of one of them failing halfway.
may_write: ContextVar[bool] = ContextVar("may_write", default=True)


def prepare_engine(engine: Engine) -> None:
    """Give a SQLite engine its pragmas and explicit transactions; other engines are left as they are."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _prepare_sqlite_connection)
    event.listen(engine, "begin", _begin_sqlite_transaction)


def _prepare_sqlite_connection(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not open transactions of its own; see `begin` below
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=15000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    # SQLite's own lower() knows A to Z only; a search for «ås» must find ÅS.
    connection.create_function("lower", 1, _lower, deterministic=True)
    connection.create_collation(SQLITE_COLLATION, compare_names)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _begin_sqlite_transaction(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if may_write.get() else "BEGIN")
