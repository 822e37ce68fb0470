"""Engine settings that our promises rest on: WAL, foreign keys, when SQLite takes its lock, how long one waits."""

import sqlite3
from contextvars import ContextVar
from functools import partial
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, event

from ground.alphabet import SQLITE_COLLATION, compare_names

# A request that only reads may set this to False before its first query; everything else takes SQLite's write lock at
# once, so that two writers queue up instead of one of them failing halfway.
may_write: ContextVar[bool] = ContextVar("may_write", default=True)


SECONDS_TO_CONNECT = 10
"""How long a server may take to let us in, where the address of the database says nothing of it."""


def prepare_engine(engine: Engine, *, longest_wait: float = 15) -> None:
    """Let nobody wait more seconds for what another holds; give SQLite its pragmas and explicit transactions."""
    milliseconds = max(1, round(longest_wait * 1000))
    if engine.dialect.name != "sqlite":
        event.listen(engine, "do_connect", _do_not_wait_for_ever)
        event.listen(engine, "connect", partial(_prepare_postgresql_connection, milliseconds))
        return
    event.listen(engine, "connect", partial(_prepare_sqlite_connection, milliseconds))
    event.listen(engine, "begin", _begin_sqlite_transaction)


def _do_not_wait_for_ever(_dialect: Any, _record: Any, _positional: Any, named: dict[str, Any]) -> None:
    named.setdefault("connect_timeout", SECONDS_TO_CONNECT)


def _prepare_postgresql_connection(milliseconds: int, connection: psycopg.Connection, _record: Any) -> None:
    connection.autocommit = True  # in a transaction the setting would be rolled back with it
    connection.execute(f"SET lock_timeout = {milliseconds}")
    connection.autocommit = False


def _prepare_sqlite_connection(milliseconds: int, connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not open transactions of its own; see `begin` below
    for pragma in (f"busy_timeout={milliseconds}", "journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    # SQLite's own lower() knows A to Z only; a search for «ås» must find ÅS.
    connection.create_function("lower", 1, _lower, deterministic=True)
    connection.create_collation(SQLITE_COLLATION, compare_names)


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _begin_sqlite_transaction(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if may_write.get() else "BEGIN")
