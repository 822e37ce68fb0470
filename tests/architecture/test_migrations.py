"""The migrations lead to the tables of the code, forwards and back, on the engine the tests run on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from app import create_app
from app.database import db
from certification.register.base import Base
from config import Settings
from tests.support.database import database_of_worker


@pytest.fixture
def empty_app(tmp_path: Path, worker_id: str) -> Iterator[Flask]:
    """An application whose database has no tables."""
    with database_of_worker(tmp_path, f"{worker_id}_migrations") as address:
        app = create_app(Settings(database_url=address, data_folder=tmp_path, demo=True))
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()


def drift() -> list[object]:
    """Differences between the migrated database and the models."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


def test_migrations_lead_to_the_models_and_back(empty_app: Flask) -> None:
    upgrade()
    assert drift() == []
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()
    assert drift() == []


def test_drift_is_seen(empty_app: Flask) -> None:
    assert drift() != []


def test_there_is_one_head(empty_app: Flask) -> None:
    config = empty_app.extensions["migrate"].migrate.get_config()
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_not_ready_before_the_database_is_migrated(empty_app: Flask) -> None:
    client = empty_app.test_client()
    assert client.get("/readyz").status_code == 503
    upgrade()
    assert client.get("/readyz").status_code == 200
