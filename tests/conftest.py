"""Fixtures for all tiers: one application a worker, an empty database a test, and the outside world played by fakes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from pydantic import SecretStr
from sqlalchemy.orm import Session
from xdist import is_xdist_worker

from app.factory import create_app
from app.kernel.context import Services
from app.kernel.database import db
from config import Settings
from tests.support.client import PageClient
from tests.support.database import SERVER, empty_all_tables, migrated_database
from tests.support.holds import Holds
from tests.support.mails_put import MailPut, mails_put, what_is_wrong
from tests.support.moves import Moves
from tests.support.rendering import Rendering
from tests.support.statements import Statements
from tests.support.world import NOON, SECRET, KeptMail, KnownUnits, StoppedClock


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    """A run on PostgreSQL leaves out what touches no database and would only pass again as it did on SQLite.

    A database carries the name of its worker, so that the tests that use one are those that ask for `worker_id`.
    """
    if SERVER:
        config.hook.pytest_deselected(items=[item for item in items if "worker_id" not in item.fixturenames])
        items[:] = [item for item in items if "worker_id" in item.fixturenames]


@pytest.fixture(scope="session")
def _world() -> Services:
    return Services(clock=StoppedClock(), business_register=KnownUnits(), mail=KeptMail())


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder that all workers of this run have together; above that of a run in one process lie other runs."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if is_xdist_worker(request) else own


@pytest.fixture(scope="session")
def _moves() -> Moves:
    return Moves()


@pytest.fixture(autouse=True)
def past_move(_moves: Moves) -> Iterator[Moves]:
    """The statements of the test that set a state past `move`. There must be none in the end, or the test fails."""
    yield _moves
    assert _moves.told() == []


@pytest.fixture(scope="session")
def _application(
    tmp_path_factory: pytest.TempPathFactory, shared_folder: Path, worker_id: str, _world: Services
) -> Iterator[Flask]:
    folder: Path = tmp_path_factory.mktemp("plass")
    with migrated_database(folder, shared_folder, worker_id) as address:
        settings = Settings(
            database_url=address,
            data_folder=folder,
            demo=True,
            base_url="http://127.0.0.1:8000",
            secret_key=SecretStr(SECRET),
            link_limit="1000 per minute",
            wrong_tries_limit="1000 per minute",
            submit_limit="10000 per minute",
            read_limit="10000 per minute",
        )
        app = create_app(settings, _world)
        with app.app_context():
            app.extensions["statements"] = statements = Statements(app, db.engine)
            app.extensions["rendering"] = Rendering(db.engine)
        app.extensions["holds"] = Holds()
        yield app
        statements.keep(shared_folder, worker_id)
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def put_in_outbox(_application: Flask, request: pytest.FixtureRequest) -> Iterator[list[MailPut]]:
    """The mails that the test puts in the outbox. Each must lead to a page and say all it has to, or the test fails."""
    with mails_put() as put:
        yield put
    if request.node.get_closest_marker("strange_mails") is None:
        with _application.app_context():
            assert [(mail, wrong) for mail in put if (wrong := what_is_wrong(mail))] == []


@pytest.fixture
def app(_application: Flask, _world: Services, put_in_outbox: list[MailPut]) -> Iterator[Flask]:
    """The application on an empty database, at noon on Monday 23 November 2026."""
    assert isinstance(_world.clock, StoppedClock)
    assert isinstance(_world.mail, KeptMail)
    assert isinstance(_world.business_register, KnownUnits)
    _world.clock.at = NOON
    _world.mail.sent.clear()
    _world.mail.down = False
    _world.business_register.answers.clear()
    _world.business_register.pages.clear()
    _world.business_register.asked.clear()
    yield _application
    with _application.app_context():
        empty_all_tables(db.engine)
    assert _application.extensions["statements"].told() == []
    assert _application.extensions["holds"].told() == []
    assert _application.extensions["rendering"].told() == []


@pytest.fixture
def clock(app: Flask, _world: Services) -> StoppedClock:
    """The clock of the test; it stands until the test moves it."""
    assert isinstance(_world.clock, StoppedClock)
    return _world.clock


@pytest.fixture
def mail(app: Flask, _world: Services) -> KeptMail:
    """The mails that were sent."""
    assert isinstance(_world.mail, KeptMail)
    return _world.mail


@pytest.fixture
def business_register(app: Flask, _world: Services) -> KnownUnits:
    """Enhetsregisteret with the units the test knows."""
    assert isinstance(_world.business_register, KnownUnits)
    return _world.business_register


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A session of the test's own. Commit before the application reads; `browser` does so by itself."""
    with app.app_context():
        engine = db.engine
    with Session(engine) as session:
        yield session
        session.rollback()


@pytest.fixture
def open_browser(app: Flask, session: Session, clock: StoppedClock) -> Callable[[], PageClient]:
    """Opens further browsers, for tests with two people or two tabs."""
    return lambda: PageClient(app.test_client(), session, clock)


@pytest.fixture
def browser(open_browser: Callable[[], PageClient]) -> PageClient:
    """A browser without a screen that checks each page it fetches."""
    return open_browser()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of the xdist worker, `main` without xdist."""
    return getattr(request.config, "workerinput", {}).get("workerid", "main")
