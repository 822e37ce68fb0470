"""The test database: migrated once a run, as an installation is, and copied for each test worker.

SQLite is a file; PLASS_TEST_DATABASE_URL names a PostgreSQL server to make databases on.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import (
    Connection,
    Engine,
    TextClause,
    create_engine,
    exists,
    literal_column,
    make_url,
    select,
    text,
    union_all,
)

from config import ROOT
from ground.base import Base

SERVER = os.environ.get("PLASS_TEST_DATABASE_URL", "")
TEMPLATE = "plass_test_template"


@contextmanager
def migrated_database(folder: Path, shared: Path, worker: str) -> Iterator[str]:
    """The address of a database of one worker, with the tables that the migrations make and no rows.

    `shared` is a folder that the workers of one run have together: the first of them migrates, the others copy.
    """
    with _one_at_a_time(shared):
        template = _template(shared)
        if SERVER:
            with _administered() as admin:
                _make(admin, f"plass_test_{worker}", f"TEMPLATE {TEMPLATE}")
        else:
            shutil.copy(template, folder / "test.sqlite")
    yield _address(folder / "test.sqlite", f"plass_test_{worker}")
    _remove(f"plass_test_{worker}")


@contextmanager
def empty_database(folder: Path, worker: str) -> Iterator[str]:
    """The address of a database without any tables."""
    name = f"plass_test_{worker}_empty"
    if SERVER:
        with _administered() as admin:
            _make(admin, name)
    yield _address(folder / "empty.sqlite", name)
    _remove(name)


def empty_all_tables(engine: Engine) -> None:
    """Leave the schema and take out every row. Most tests fill few tables, and only those cost anything."""
    with engine.begin() as connection:
        filled = set(connection.scalars(_which_have_rows()))
        for table in reversed(Base.metadata.sorted_tables):
            if table.name in filled:
                connection.execute(table.delete())


@cache
def _which_have_rows() -> TextClause:
    """Asks all tables at once. As text, since so long a statement takes longer to build than to answer."""
    asked = (
        select(literal_column(f"'{name}'")).where(exists().select_from(table))
        for name, table in Base.metadata.tables.items()
    )
    return text(str(union_all(*asked)))


def _template(shared: Path) -> Path:
    """The migrated database that the others are copied from; on a server, the file only says that it is there."""
    file = shared / "template.sqlite"
    if file.exists():
        return file
    if SERVER:
        with _administered() as admin:
            _make(admin, TEMPLATE)
    unfinished = shared / "unfinished.sqlite"
    _migrate(_address(unfinished, TEMPLATE), shared)
    if SERVER:
        unfinished.touch()
    return unfinished.rename(file)


def _migrate(address: str, folder: Path) -> None:
    """As an installation does it, and in a process of its own: a template that somebody holds open is not copied."""
    given = {"DATABASE_URL": address, "PLASS_DATA_FOLDER": str(folder), "PLASS_DEMO": "1", "PLASS_LOG_LEVEL": "WARNING"}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "db", "upgrade"]
    done = subprocess.run(  # noqa: S603  # our own words only
        command, cwd=ROOT, env=os.environ | given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def _one_at_a_time(shared: Path) -> Iterator[None]:
    with (shared / "database.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _administered() -> Iterator[Connection]:
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _make(admin: Connection, name: str, how: str = "") -> None:
    admin.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    admin.execute(text(f"CREATE DATABASE {name} {how}"))


def _remove(name: str) -> None:
    if SERVER:
        with _administered() as admin:
            admin.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


def _address(file: Path, name: str) -> str:
    if not SERVER:
        return f"sqlite:///{file}"
    return make_url(SERVER).set(database=name).render_as_string(hide_password=False)
