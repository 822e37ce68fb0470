"""The demo as it was made before: the same rows, and only into an empty embedded database while nothing has changed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo.loading import snapshot
from app.demo.loading.snapshot import Snapshot, can_be_copied_into, fingerprint
from app.factory import create_app
from app.kernel.database import db
from config import Settings
from ground.base import Base
from tests.factories.certificates import certificate_of
from tests.factories.register import leader_of, person, verified_organisation
from tests.support.database import empty_all_tables

DAY, DAY_AFTER = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Session]:
    """A session on an empty embedded database, also where other tests run on a server."""
    with create_app(Settings(database_url="", data_folder=tmp_path / "instance", demo=True)).app_context():
        upgrade()
        yield db.session()
        db.session.remove()
        db.engine.dispose()


def stored(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Every row."""
    return {table.name: [tuple(row) for row in session.execute(select(table))] for table in Base.metadata.sorted_tables}


def test_all_rows_come_back_as_they_were_when_the_session_commits(embedded: Session, tmp_path: Path) -> None:
    organisation = verified_organisation(embedded)
    leader_of(embedded, organisation)
    certificate_of(embedded, organisation)
    before = stored(embedded)
    Snapshot(DAY, tmp_path / "kept").keep(embedded)
    embedded.commit()
    empty_all_tables(db.engine)
    embedded.expunge_all()
    assert Snapshot(DAY, tmp_path / "kept").restore(embedded)
    assert stored(embedded) == before
    assert before["certificate"]
    embedded.rollback()
    assert can_be_copied_into(embedded)


def test_nothing_is_copied_into_a_database_with_a_row(embedded: Session) -> None:
    assert can_be_copied_into(embedded)
    person(embedded)
    assert not can_be_copied_into(embedded)


def test_a_damaged_snapshot_is_as_none(embedded: Session, tmp_path: Path) -> None:
    person(embedded)
    kept = Snapshot(DAY, tmp_path / "kept")
    kept.keep(embedded)
    embedded.rollback()
    kept.file.write_bytes(kept.file.read_bytes()[:8192])
    assert not kept.restore(embedded)
    assert can_be_copied_into(embedded)


def test_a_snapshot_is_of_one_day_and_only_the_newest_is_kept(embedded: Session, tmp_path: Path) -> None:
    Snapshot(DAY, tmp_path / "kept").keep(embedded)
    assert not Snapshot(DAY_AFTER, tmp_path / "kept").restore(embedded)
    Snapshot(DAY_AFTER, tmp_path / "kept").keep(embedded)
    assert list((tmp_path / "kept").iterdir()) == [Snapshot(DAY_AFTER, tmp_path / "kept").file]


@pytest.mark.parametrize("changed", ["matching/rule.py", "app/demo/people.yaml", "requirements/runtime.txt"])
def test_a_snapshot_is_of_one_state_of_code_data_and_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    monkeypatch.setattr(snapshot, "ROOT", tmp_path)
    for name in ("requirements/runtime.txt", changed):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    before = fingerprint(DAY)
    assert fingerprint(DAY) == before
    (tmp_path / changed).write_text("otherwise")
    assert fingerprint(DAY) != before


def test_where_nothing_can_be_kept_the_demo_is_loaded_all_the_same(embedded: Session, tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    Snapshot(DAY, tmp_path / "kept").keep(embedded)
    assert not Snapshot(DAY, tmp_path / "kept").restore(embedded)
