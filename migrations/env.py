"""How Alembic finds our database and our tables, and how it writes and numbers a migration."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from alembic.operations.ops import MigrationScript
from flask import current_app
from sqlalchemy import Connection

from ground.base import WORD_LENGTH, Base, UtcDateTime, Word, Words
from migrations import promises


def render_item(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as the plain ones under them: a migration never imports the code of today."""
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, Word):
        return f"sa.String(length={WORD_LENGTH})"
    if kind == "type" and isinstance(thing, Words):
        return "sa.JSON()"
    return False


def number(_context: MigrationContext, _revision: str | Iterable[str | None], scripts: list[MigrationScript]) -> None:
    """Give the new migration the next number; where nothing has changed, write none."""
    [script] = scripts
    if script.upgrade_ops is not None and script.upgrade_ops.is_empty():
        scripts.clear()
        return
    known = list(context.script.walk_revisions())
    script.rev_id = f"{len(known) + 1:04}"


@contextmanager
def references_checked_last(connection: Connection) -> Iterator[None]:
    """Let SQLite write a table anew, and check afterwards that every row still has what it refers to.

    To change a constraint, SQLite needs the table copied and the old one dropped. With foreign keys on, the drop takes
    every row that hangs on the old table with it, or is refused. The setting holds for the connection and can only be
    changed outside a transaction; the check is ours to make, inside it, so that what is broken is never committed.

    Raises `RuntimeError` if a row refers to one that is not there.
    """
    if connection.dialect.name != "sqlite":
        with context.begin_transaction():
            yield
        return
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        with context.begin_transaction():
            yield
            broken = sorted({(row[0], row[2]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")})
            if broken:
                raise RuntimeError(f"rows left without what they refer to (table, what it refers to): {broken}")
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def run() -> None:
    """Migrate over the application's own engine, all steps in one transaction."""
    if context.is_offline_mode():
        raise RuntimeError("Plass migrates a live database only")
    promises.register()
    engine = current_app.extensions["migrate"].db.engine
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            compare_server_default=True,
            render_item=render_item,
            process_revision_directives=number,
            autogenerate_plugins=promises.PLUGINS,
            transactional_ddl=True,
        )
        with references_checked_last(connection):
            context.run_migrations()


run()
