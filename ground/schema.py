"""What a database promises, as text: its tables with their keys, defaults, CHECKs, partial indexes and ON DELETE."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Inspector, MetaData, create_engine, inspect, text

TWIN = "plass_twin"
"""The schema that PostgreSQL holds for a moment while the tables of the code stand beside those of the database."""


@dataclass(frozen=True)
class Promises:
    """What one table promises beyond its columns, in the words of the database itself."""

    checks: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, str] = field(default_factory=dict)
    """The condition of each partial index; an index over all rows has none."""
    deletions: dict[str, str] = field(default_factory=dict)
    """What happens to the rows of this table when the row that a foreign key points to is deleted."""
    defaults: dict[str, str] = field(default_factory=dict)
    """What the database itself writes in a column that is given no value."""
    key: dict[str, str] = field(default_factory=dict)
    """The columns of the primary key, under its name."""


def promises_of(inspector: Inspector, schema: str | None = None) -> dict[str, Promises]:
    """Every table of a database with what it promises."""
    return {name: _promises(inspector, name, schema) for name in inspector.get_table_names(schema)}


@contextmanager
def promises_of_code(connection: Connection, metadata: MetaData) -> Iterator[dict[str, Promises]]:
    """What the tables of the code promise, asked of a twin that the same kind of database made of them.

    Only a database of the same kind writes a condition in the same words. Nothing of the twin stays.
    """
    if connection.dialect.name == "sqlite":
        engine = create_engine("sqlite://")
        with engine.connect() as memory:
            metadata.create_all(memory)
            yield promises_of(inspect(memory))
        engine.dispose()
        return
    with connection.begin_nested() as savepoint:
        connection.execute(text(f"CREATE SCHEMA {TWIN}"))
        beside = connection.execution_options(schema_translate_map={None: TWIN})
        try:
            metadata.create_all(beside)
            yield promises_of(inspect(connection), TWIN)
        finally:
            connection.execution_options(schema_translate_map=None)
            savepoint.rollback()


def differences(found: dict[str, Promises], wanted: dict[str, Promises]) -> list[str]:
    """Where a database promises something else than the code: one line for each table, constraint or index."""
    lines = [f"table {name}" for name in sorted(found.keys() ^ wanted.keys())]
    for name in sorted(found.keys() & wanted.keys()):
        for kind in ("checks", "conditions", "deletions", "defaults", "key"):
            here, there = getattr(found[name], kind), getattr(wanted[name], kind)
            differ = sorted(one for one in here.keys() | there.keys() if here.get(one) != there.get(one))
            lines += [f"{name}: {one}: {here.get(one)} is not {there.get(one)}" for one in differ]
    return lines


def _promises(inspector: Inspector, table: str, schema: str | None) -> Promises:
    dialect = inspector.dialect.name
    key = inspector.get_pk_constraint(table, schema)
    return Promises(
        checks={str(one["name"]): one["sqltext"] for one in inspector.get_check_constraints(table, schema)},
        conditions={
            str(one["name"]): str(one["dialect_options"][f"{dialect}_where"])
            for one in inspector.get_indexes(table, schema)
            if one.get("dialect_options", {}).get(f"{dialect}_where") is not None
        },
        deletions={
            str(one["name"]): one.get("options", {}).get("ondelete", "")
            for one in inspector.get_foreign_keys(table, schema)
        },
        defaults={
            one["name"]: str(one["default"])
            for one in inspector.get_columns(table, schema)
            if one["default"] is not None
        },
        key={str(key["name"]): ", ".join(key["constrained_columns"])},
    )
