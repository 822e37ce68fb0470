"""The migrations lead to the promises of the code, forwards and back, on the engine that the tests run on."""

import ast
import shutil
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, migrate, upgrade
from sqlalchemy import Column, MetaData, Table, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from app.factory import create_app
from app.kernel.database import db
from config import ROOT, Settings
from ground.act import Act
from ground.base import Base
from ground.schema import differences, promises_of, promises_of_code
from matching.candidates import requests
from matching.candidates.types import RightsKind
from matching.progress.events import JobPlace, record_event
from matching.progress.models import JobEvent
from matching.progress.types import JobEventKind
from migrations import promises
from register.people.models import User
from tests.factories.placements import trio
from tests.support.database import empty_database, migrated_database
from tests.support.world import NOON

FLOORS = ("ground", "register", "certification", "matching", "app")


@pytest.fixture
def empty_app(tmp_path: Path, worker_id: str) -> Iterator[Flask]:
    """An application whose database has no tables."""
    with empty_database(tmp_path, worker_id) as address:
        yield from application(address, tmp_path)


@pytest.fixture
def migrated_app(tmp_path: Path, shared_folder: Path, worker_id: str) -> Iterator[Flask]:
    """An application with a database of its own, which a test may spoil."""
    with migrated_database(tmp_path, shared_folder, f"{worker_id}_spoilt") as address:
        yield from application(address, tmp_path)


def application(address: str, folder: Path) -> Iterator[Flask]:
    app = create_app(Settings(database_url=address, data_folder=folder, demo=True))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def drift() -> list[object]:
    """Where the database is another than the code: what Alembic sees, and every promise by its text."""
    promises.register()
    with db.engine.connect() as connection:
        options = {
            "compare_type": True,
            "compare_server_default": True,
            "autogenerate_plugins": promises.PLUGINS,
        }
        seen = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    return [*seen, *promises_broken()]


def promises_broken() -> list[str]:
    """Where the database promises something else than the code, by text alone."""
    with db.engine.connect() as connection, promises_of_code(connection, Base.metadata) as wanted:
        found = promises_of(inspect(connection))
        found.pop("alembic_version", None)
        return differences(found, wanted)


def tables_written(folders: list[Path]) -> set[str]:
    """The names of all tables that classes in these folders describe, whether somebody imports them or not."""
    return {
        name
        for folder in folders
        for file in folder.rglob("*.py")
        for found in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (name := table_name(found)) is not None
    }


def table_name(line: ast.AST) -> str | None:
    """The name that this line gives a table: `__tablename__ = "…"`, with or without a type, or `Table("…", …)`."""
    match line:
        case ast.Assign(targets=[ast.Name("__tablename__")], value=ast.Constant(str(name))):
            return name
        case ast.AnnAssign(target=ast.Name("__tablename__"), value=ast.Constant(str(name))):
            return name
        case ast.Call(func=ast.Name("Table"), args=[ast.Constant(str(name)), *_]):
            return name
    return None


def test_migrations_lead_to_the_code_and_back(empty_app: Flask) -> None:
    upgrade()
    assert drift() == []
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()
    assert drift() == []


def test_every_table_that_is_written_is_known_and_made(migrated_app: Flask) -> None:
    written = tables_written([ROOT / floor for floor in FLOORS])
    assert written == Base.metadata.tables.keys()
    assert written == set(inspect(db.engine).get_table_names()) - {"alembic_version"}


@pytest.mark.parametrize(
    "written",
    [
        'class Forgotten(Base):\n    __tablename__ = "forgotten"\n',
        'class Forgotten(Base):\n    __tablename__: str = "forgotten"\n',
        'FORGOTTEN = Table("forgotten", Base.metadata)\n',
    ],
)
def test_a_table_in_a_module_that_nobody_imports_would_be_seen(tmp_path: Path, written: str) -> None:
    (tmp_path / "forgotten.py").write_text(written)
    assert tables_written([tmp_path]) - Base.metadata.tables.keys() == {"forgotten"}


def test_an_empty_database_drifts(empty_app: Flask) -> None:
    assert drift() != []


def a_value_is_missing(operations: Operations) -> None:
    """As when an enum has got a value and no migration was written: the database does not know it."""
    with operations.batch_alter_table("placement") as table:
        table.drop_constraint(table.f("placement_placement_state_known"), type_="check")
        table.create_check_constraint(
            table.f("placement_placement_state_known"), "state IN ('draft', 'agreed', 'started', 'ended')"
        )


def a_check_lets_all_pass(operations: Operations) -> None:
    with operations.batch_alter_table("certificate") as table:
        table.drop_constraint(table.f("certificate_valid_from_before_until"), type_="check")
        table.create_check_constraint(table.f("certificate_valid_from_before_until"), "1 = 1")


def a_check_is_gone(operations: Operations) -> None:
    with operations.batch_alter_table("opening") as table:
        table.drop_constraint(table.f("opening_positions_at_least_one"), type_="check")


def a_partial_index_is_gone(operations: Operations) -> None:
    operations.drop_index("one_open_assessment_per_organisation", "assessment")


def a_partial_index_holds_for_others(operations: Operations) -> None:
    name, where = "one_waiting_decision_per_assessment", text("decided_at IS NULL")
    operations.drop_index(name, "decision")
    operations.create_index(
        name, "decision", ["assessment_id"], unique=True, sqlite_where=where, postgresql_where=where
    )


def a_deletion_spares_the_rows(operations: Operations) -> None:
    name = "opening_task_opening_id_references_opening"
    with operations.batch_alter_table("opening_task") as table:
        table.drop_constraint(table.f(name), type_="foreignkey")
        table.create_foreign_key(table.f(name), "opening", ["opening_id"], ["id"])


def a_default_is_added(operations: Operations) -> None:
    with operations.batch_alter_table("workplace") as table:
        table.alter_column("name", server_default="Kontoret")


def a_primary_key_is_narrower(operations: Operations) -> None:
    """Alembic never compares primary keys, so that `make migration` writes nothing: a person has to."""
    name = "opening_adaptation_key"
    with operations.batch_alter_table("opening_adaptation") as table:
        table.drop_constraint(table.f(name), type_="primary")
        table.create_primary_key(table.f(name), ["opening_id"])


SPOILT = (
    a_value_is_missing,
    a_check_lets_all_pass,
    a_check_is_gone,
    a_partial_index_is_gone,
    a_partial_index_holds_for_others,
    a_deletion_spares_the_rows,
    a_default_is_added,
)


def spoil(how: Callable[[Operations], None]) -> None:
    with db.engine.begin() as connection:
        how(Operations(MigrationContext.configure(connection)))


@pytest.mark.parametrize("how", [*SPOILT, a_primary_key_is_narrower])
def test_what_the_database_no_longer_promises_is_seen(migrated_app: Flask, how: Callable[[Operations], None]) -> None:
    assert promises_broken() == []
    spoil(how)
    assert promises_broken() != []


def test_a_migration_is_written_and_numbered_by_itself(migrated_app: Flask, tmp_path: Path) -> None:
    """Everything that can drift, mended by the file that `make migration` writes."""
    folder = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", folder)
    for how in SPOILT:
        spoil(how)
    migrate(directory=str(folder), message="all as the code wants it")
    known = {file.name for file in (ROOT / "migrations/versions").glob("*.py")}
    [written] = [file for file in (folder / "versions").glob("*.py") if file.name not in known]
    assert written.name == f"{len(known) + 1:04}_all_as_the_code_wants_it.py"
    upgrade(directory=str(folder))
    assert drift() == []
    migrate(directory=str(folder), message="nothing has changed")
    assert len(list((folder / "versions").glob("*.py"))) == len(known) + 1


def rows() -> dict[str, list[str]]:
    """Every row of every table."""
    with db.engine.connect() as connection:
        return {
            name: sorted(map(repr, connection.execute(table.select()))) for name, table in Base.metadata.tables.items()
        }


def own_migrations(folder: Path, upgrade_lines: str) -> str:
    """A copy of the migrations with one more, by hand; returns where it lies."""
    shutil.copytree(ROOT / "migrations", folder)
    last = len(list((folder / "versions").glob("*.py")))
    (folder / "versions" / "9999_by_hand.py").write_text(
        f"from alembic import op\nrevision = '9999'\ndown_revision = '{last:04}'\n\n"
        f"def upgrade():\n{indent(upgrade_lines, '    ')}\n"
    )
    return str(folder)


@pytest.fixture
def filled_app(migrated_app: Flask) -> Flask:
    """Somebody works at a place with tasks, after all that leads there."""
    trio(db.session, email="amina@eksempel.no").agree().start()
    db.session.commit()
    db.session.remove()
    return migrated_app


def test_a_table_that_is_written_anew_keeps_the_rows_that_refer_to_it(filled_app: Flask, tmp_path: Path) -> None:
    """SQLite drops the old table, and what hangs on it must not go with it, nor stop it."""
    before = rows()
    assert before["opening_task"]
    assert before["follow_up"]
    with_both = own_migrations(
        tmp_path / "migrations",
        """\
with op.batch_alter_table('opening') as table:
    table.drop_constraint(table.f('opening_positions_at_least_one'), type_='check')
with op.batch_alter_table('placement') as table:
    table.drop_constraint(table.f('placement_placement_state_known'), type_='check')
""",
    )
    upgrade(directory=with_both)
    assert rows() == before
    if db.engine.dialect.name == "sqlite":
        with db.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_migration_that_leaves_a_row_without_what_it_refers_to_is_refused(filled_app: Flask, tmp_path: Path) -> None:
    before = rows()
    broken = own_migrations(tmp_path / "migrations", "op.execute('DELETE FROM workplace')")
    with pytest.raises((IntegrityError, SystemExit)):
        upgrade(directory=broken)
    assert rows() == before


def test_names_from_before_are_composed(empty_app: Flask) -> None:
    upgrade(revision="0004")
    keep_user(name=unicodedata.normalize("NFD", "Åshild Blåbær"), email=None)
    keep_user(name="Kari Nordby", email=None)
    upgrade()
    assert sorted(db.session.scalars(select(User.name))) == ["Kari Nordby", "Åshild Blåbær"]


def test_addresses_from_before_have_one_spelling_and_two_users_of_one_mailbox_are_kept_and_told(
    empty_app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    upgrade(revision="0005")
    alone = keep_user(name="Kari", email="kari@blåbær.no")
    old, owner = keep_user(name="Ola", email="ola@blåbær.no"), keep_user(name="Ola", email="ola@xn--blbr-roah.no")
    unreadable = keep_user(name="Kåre", email="kåre@firma.no")
    upgrade()
    kept = {row.id: row.email for row in db.session.execute(select(User.id, User.email))}
    assert kept == {
        alone: "kari@xn--blbr-roah.no",
        old: "ola@blåbær.no",
        owner: "ola@xn--blbr-roah.no",
        unreadable: "kåre@firma.no",
    }
    told = " ".join(record.getMessage() for record in caplog.records if record.levelname == "WARNING")
    assert f"users {old} and {owner}" in told
    assert f"user {unreadable}" in told
    assert str(alone) not in told
    assert "@" not in told


def keep_user(*, name: str, email: str | None, closed: bool = False) -> uuid.UUID:
    """Put a user in the database as a version before would have."""
    made = uuid.uuid4()
    values = {"name": name, "email": email, "locale": "nb", "created_at": NOON, "version": 1, "id": made}
    with db.engine.begin() as connection:
        users = Table(
            "user_account", MetaData(), *(Column(name, User.__table__.c[name].type) for name in (*values, "closed_at"))
        )
        connection.execute(insert(users).values(**values, closed_at=NOON if closed else None))
    return made


def test_requests_from_before_are_kept_and_an_older_version_loses_only_what_it_does_not_know(
    migrated_app: Flask,
) -> None:
    story = trio(db.session)
    act = Act(db.session, story.young.id, NOON)
    for kind in (RightsKind.RESTRICTION, RightsKind.CORRECTION):
        requests.ask(act, candidate=story.person, kind=kind, words="Jeg er født i mai.")
    db.session.commit()
    db.session.remove()
    kept = text("SELECT kind, words FROM rights_request ORDER BY kind")
    for lead, kinds in (
        (None, ["correction", "restriction"]),
        (downgrade, ["restriction"]),
        (upgrade, ["restriction"]),
    ):
        if lead is not None:
            lead(revision="0018" if lead is downgrade else "head")
        with db.engine.connect() as connection:
            assert connection.execute(kept).all() == [(kind, "Jeg er født i mai.") for kind in kinds]
    assert promises_broken() == []


@pytest.mark.parametrize("begins_again", [False, True])
def test_an_older_version_gets_no_step_of_a_start_that_was_taken_back_and_each_other_step_once(
    migrated_app: Flask, begins_again: bool
) -> None:
    story = trio(db.session).agree().start().undo()
    if begins_again:
        story.start()
        told_anew = select(JobEvent).where(JobEvent.kind == JobEventKind.AGREED)
        agreed = db.session.scalars(told_anew).one()
        place = {name: getattr(agreed, name) for name in JobPlace.__dataclass_fields__}
        record_event(
            Act(db.session, story.worker.id, story.now),
            kind=JobEventKind.AGREED,
            source_ref=agreed.source_ref,
            place=JobPlace(**place),
            occurred_on=agreed.occurred_on,
            person_ref=agreed.person_ref,
        )
    db.session.commit()
    db.session.remove()
    kinds = text("SELECT kind FROM job_event ORDER BY kind")
    with db.engine.connect() as connection:
        assert {"undone", "started"} <= set(connection.scalars(kinds))
    downgrade(revision="0017")
    left = ["agreed", "posted", *(["started"] if begins_again else [])]
    with db.engine.connect() as connection:
        assert connection.scalars(kinds).all() == left
    upgrade()
    with db.engine.connect() as connection:
        assert connection.scalars(kinds).all() == left
    assert promises_broken() == []


def test_there_is_one_head(empty_app: Flask) -> None:
    config = empty_app.extensions["migrate"].migrate.get_config()
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_not_ready_before_the_database_is_migrated(empty_app: Flask) -> None:
    client = empty_app.test_client()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"status": "not ready", "missing": "migrations"})
    upgrade()
    assert client.get("/readyz").status_code == 200
