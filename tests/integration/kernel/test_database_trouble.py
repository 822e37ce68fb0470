"""The database is held by others for longer than anybody waits, or is away: a page of ours, and when to come again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.factory import create_app
from app.kernel.context import Services
from app.kernel.database import db
from app.kernel.errors.database_trouble import Trouble, trouble_of
from config import Settings
from ground.act import Act
from ground.engine import prepare_engine
from register.roles.types import Role
from register.sign_in.sessions import open_session
from tests.factories.register import person_with_role
from tests.support.database import SERVER, migrated_database
from tests.support.pages import check_page
from tests.support.world import NOON

HELD, AWAY = "Det tok for lang tid", "Plass er nede en liten stund"
EMAIL = "kari.hemmelig@plass.test"


class Installation:
    """Plass with a database of its own, which can be taken away; nobody waits longer than a moment."""

    def __init__(self, app: Flask, address: str) -> None:
        self.app, self.address = app, address
        with app.app_context():
            self.engine: Engine = db.engine
        with Session(self.engine) as session:
            user = person_with_role(session, Role.PROGRAMME_LEAD, "Kari Hemmelig")
            user.email, user.locale = EMAIL, "en"  # type: ignore[assignment]  # stored by value
            self.token = open_session(Act(session, None, NOON), user=user)
            session.commit()

    def browser(self, *, signed_in: bool = True) -> FlaskClient:
        client = self.app.test_client()
        if signed_in:
            with client.session_transaction() as cookie:
                cookie["_user_id"] = self.token
        return client

    @contextmanager
    def another_writes(self) -> Iterator[None]:
        """Another process is in the middle of writing to what a request needs."""
        other = create_engine(self.address, isolation_level="AUTOCOMMIT")
        with other.connect() as connection:
            if SERVER:
                connection.execute(text("BEGIN"))
                connection.execute(text("LOCK TABLE user_account IN ACCESS EXCLUSIVE MODE"))
            else:
                connection.execute(text("BEGIN IMMEDIATE"))
            yield
            connection.execute(text("ROLLBACK"))
        other.dispose()


@pytest.fixture
def installation(tmp_path: Path, shared_folder: Path, worker_id: str, _world: Services) -> Iterator[Installation]:
    with migrated_database(tmp_path, shared_folder, f"{worker_id}_trouble") as address:
        app = create_app(
            Settings(
                database_url=address, data_folder=tmp_path, demo=True, longest_wait=0.01, submit_limit="1000/minute"
            ),
            _world,
        )
        app.config["WTF_CSRF_ENABLED"] = False
        yield Installation(app, address)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def page_of(answer: TestResponse) -> str:
    """The words of a 503 of ours, which is a whole page and says when to come again."""
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"
    check_page(answer.text, answer.request.path)
    return answer.text


def test_whoever_waits_too_long_for_another_who_writes_is_told_to_come_again_in_their_language(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = installation.browser()
    with installation.another_writes():
        saved = browser.post("/konto", data={"name": "Kari Nilsen", "version": "1", "locale": "en"})
        anybody = installation.browser(signed_in=False).post("/logg-inn", data={"email": EMAIL})
        by_machine = browser.post("/api/v1/finnes-ikke")
    # On SQLite who reads waits for nobody, and the page knows its reader; on PostgreSQL the whole table was held.
    assert (HELD if SERVER else "It took too long") in page_of(saved)
    assert HELD in page_of(anybody)
    assert by_machine.status_code == 404
    told = capsys.readouterr().out
    assert '"trouble": "held"' in told
    assert "Hemmelig" not in told
    assert EMAIL not in told
    account = browser.get("/konto")
    assert account.status_code == 200
    assert ("Kari Hemmelig" in account.text, "Kari Nilsen" in account.text) == (True, False), "it was not saved"


WAYS = [
    "refused",
    *([] if SERVER else ["no tables", "no database", "closed for writing"]),
]  # the last are said of files


@pytest.fixture(params=WAYS)
def away(installation: Installation, request: pytest.FixtureRequest, tmp_path: Path) -> Installation:
    """The database taken away under the application, in each way."""
    engine = installation.engine
    engine.dispose()
    how = request.param
    if SERVER:
        gone = engine.url.set(host="127.0.0.1", port=1)
        broken = create_engine(gone, hide_parameters=True, pool_pre_ping=True)
    else:
        file = tmp_path / "elsewhere" / "gone.sqlite"
        if how != "refused":
            file.parent.mkdir()
        if how == "no database":
            file.write_bytes(b"this is no database at all, but a text" * 100)
        if how == "closed for writing":
            with sqlite3.connect(f"{tmp_path / 'test.sqlite'}") as whole:
                whole.execute("PRAGMA journal_mode=DELETE")
            file.write_bytes((tmp_path / "test.sqlite").read_bytes())
        query = "?mode=ro&uri=true" if how == "closed for writing" else ""
        prefix = "file:" if query else ""
        broken = create_engine(f"sqlite:///{prefix}{file}{query}", hide_parameters=True)
    prepare_engine(broken, longest_wait=0.01)
    with installation.app.app_context():
        db.engines[None] = broken
    return installation


def test_with_the_database_away_every_page_is_a_page_of_ours_and_names_nobody(
    away: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = away.browser()
    for answer in (
        browser.get("/fylket/"), browser.get("/konto"), browser.post("/konto", data={"name": "Kari"}),
        browser.get("/fylket/saker", headers={"HX-Request": "true"}),
    ):  # fmt: skip
        assert 'href="/logg-inn"' not in page_of(answer), "whoever is signed in is not told to sign in"
        assert AWAY in answer.text
    assert "Plass er nede ei lita stund" in page_of(browser.get("/fylket/", headers={"Accept-Language": "nn"}))
    with browser.session_transaction() as cookie:
        cookie["language"] = "en"
    assert "Plass is down for a little while" in page_of(browser.get("/fylket/"))
    read, sent = browser.get("/konto?fra=1"), browser.post("/konto", data={"name": "Kari"})
    assert ("is not saved" in page_of(sent), "is not saved" in page_of(read)) == (True, False)
    assert ('href="/konto?fra=1"' in read.text, 'href="/konto"' in sent.text) == (True, False)
    unknown = browser.get("/finnes-ikke")
    assert unknown.status_code in (404, 503)
    check_page(unknown.text, "/finnes-ikke")
    machine = browser.get("/api/v1/sertifikat/FINNESIKKE")
    assert (machine.status_code, machine.mimetype) == (503, "application/json")
    assert machine.headers["Retry-After"]
    told = capsys.readouterr().out
    assert '"trouble": "away"' in told
    assert '"event": "request"' in told
    assert "Hemmelig" not in told
    assert "crash" not in told


def test_a_mistake_of_ours_is_no_trouble_of_the_database(app: Flask) -> None:
    with app.app_context(), pytest.raises(OperationalError if not SERVER else Exception) as wrong:
        db.session.execute(text("SELECT nothing FROM user_account"))
    assert trouble_of(wrong.value) is None
    assert trouble_of(RuntimeError()) is None
    assert trouble_of(NoConnectionFree()) is Trouble.HELD
