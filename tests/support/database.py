"""The test database: a SQLite file, or one PostgreSQL database for each test worker."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, text

from certification.register.base import Base


@contextmanager
def database_of_worker(folder: Path, worker: str) -> Iterator[str]:
    """The address of an empty database for one worker; PLASS_TEST_DATABASE_URL names the server to make it on."""
    server = os.environ.get("PLASS_TEST_DATABASE_URL")
    if not server:
        yield f"sqlite:///{folder / 'test.sqlite'}"
        return
    name = f"plass_test_{worker}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    admin.dispose()


def empty_all_tables(engine: Engine) -> None:
    """Leave the schema and take out every row."""
    tables = list(reversed(Base.metadata.sorted_tables))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"TRUNCATE {', '.join(table.name for table in tables)} CASCADE"))
            return
        for table in tables:
            connection.execute(table.delete())
