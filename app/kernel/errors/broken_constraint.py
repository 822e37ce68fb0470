"""Which constraint of the schema a database refused to break, by name on either engine."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import MetaData, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.exc import IntegrityError


class Kind(StrEnum):
    """What sort of constraint it was."""

    UNIQUE = "unique"
    CHECK = "check"
    EXCLUSION = "exclusion"
    FOREIGN_KEY = "foreign_key"
    NOT_NULL = "not_null"


@dataclass(frozen=True)
class BrokenConstraint:
    """A constraint that held. `names` are those it may have been; empty when the engine does not say."""

    kind: Kind
    names: frozenset[str] = frozenset()


POSTGRESQL_STATES = {
    "23502": Kind.NOT_NULL,
    "23503": Kind.FOREIGN_KEY,
    "23505": Kind.UNIQUE,
    "23514": Kind.CHECK,
    "23P01": Kind.EXCLUSION,
}
SQLITE_ERRORS = {
    "SQLITE_CONSTRAINT_NOTNULL": Kind.NOT_NULL,
    "SQLITE_CONSTRAINT_FOREIGNKEY": Kind.FOREIGN_KEY,
    "SQLITE_CONSTRAINT_UNIQUE": Kind.UNIQUE,
    "SQLITE_CONSTRAINT_PRIMARYKEY": Kind.UNIQUE,
    "SQLITE_CONSTRAINT_CHECK": Kind.CHECK,
}


def broken_constraint(error: IntegrityError, metadata: MetaData) -> BrokenConstraint | None:
    """What broke, or None for what neither table here knows. `metadata` is the schema that the error came from."""
    if isinstance(error.orig, sqlite3.Error):
        return _told_by_sqlite(error.orig, metadata)
    return _told_by_postgresql(error.orig)


def unique_names(metadata: MetaData) -> dict[tuple[str, frozenset[str]], frozenset[str]]:
    """The names of what is unique in a schema, primary keys too, by table and columns.

    Partial indexes over the same columns stand together: SQLite does not tell which of them it was.
    """
    found: defaultdict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for table in metadata.tables.values():
        constraints = (one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint))
        indexes = (one for one in table.indexes if one.unique)
        for one in (*constraints, *indexes):
            found[table.name, frozenset(column.name for column in one.columns)].add(str(one.name))
    return {place: frozenset(names) for place, names in found.items()}


def _told_by_postgresql(error: BaseException | None) -> BrokenConstraint | None:
    kind = POSTGRESQL_STATES.get(getattr(error, "sqlstate", None) or "")
    if kind is None:
        return None
    name = getattr(getattr(error, "diag", None), "constraint_name", None)
    return BrokenConstraint(kind, frozenset({name} if name else ()))


def _told_by_sqlite(error: sqlite3.Error, metadata: MetaData) -> BrokenConstraint | None:
    """SQLite writes «CHECK constraint failed: name», but «UNIQUE constraint failed: table.one, table.other»."""
    kind = SQLITE_ERRORS.get(getattr(error, "sqlite_errorname", ""))
    if kind is None:
        return None
    told = str(error).partition(" constraint failed: ")[2]
    if kind is Kind.UNIQUE:
        return BrokenConstraint(kind, _names_of_columns(told, metadata))
    return BrokenConstraint(kind, frozenset({told} if kind is Kind.CHECK else ()))


def _names_of_columns(told: str, metadata: MetaData) -> frozenset[str]:
    columns = [column.rpartition(".") for column in told.split(", ")]
    table = columns[0][0]
    return unique_names(metadata).get((table, frozenset(name for _table, _dot, name in columns)), frozenset())
