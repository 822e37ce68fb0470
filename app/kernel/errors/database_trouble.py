"""Why the database does not answer where we made no mistake: others hold it for too long, or it is away."""

from enum import Enum

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

HELD_TOO_LONG = frozenset({"55P03", "57014"})  # lock not available, query cancelled by a time limit
AWAY_CLASSES = frozenset({"08", "53", "57", "58"})  # no connection, no room, an operator's work, a fault of the system
READ_ONLY, NO_SUCH_TABLE = "25006", "42P01"
SQLITE_HELD = frozenset({5, 6})  # busy, locked
SQLITE_AWAY = frozenset({3, 8, 10, 11, 13, 14, 26})
"""No permission, only to be read, input and output, torn, full, cannot be opened, is no database."""


class Trouble(Enum):
    """Why the database does not answer."""

    HELD = "held"
    """Another writes for longer than anybody waits."""
    AWAY = "away"
    """It cannot be reached, or is not what this code expects: empty, full, closed for writing."""


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What is the matter with the database; None where the error is not of this sort, but a mistake of ours."""
    if isinstance(error, NoConnectionFree):
        return Trouble.HELD
    if not isinstance(error, DBAPIError):
        return None
    sqlite = getattr(error.orig, "sqlite_errorcode", None)
    return _of_postgresql(error) if sqlite is None else _of_sqlite(sqlite & 0xFF, error)


def _of_sqlite(code: int, error: DBAPIError) -> Trouble | None:
    if code in SQLITE_HELD:
        return Trouble.HELD
    # A file that is missing is made anew by SQLite, and has no tables.
    missing = code == 1 and str(error.orig).startswith("no such table")
    return Trouble.AWAY if missing or code in SQLITE_AWAY else None


def _of_postgresql(error: DBAPIError) -> Trouble | None:
    state = getattr(error.orig, "sqlstate", None)
    if state in HELD_TOO_LONG:
        return Trouble.HELD
    lost = error.connection_invalidated or (state is None and type(error.orig).__name__ == "OperationalError")
    named = state is not None and (state[:2] in AWAY_CLASSES or state in (READ_ONLY, NO_SUCH_TABLE))
    return Trouble.AWAY if lost or named else None
