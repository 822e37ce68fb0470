"""The edge of a request: pages for what goes wrong, limits, headers, and logs that tell nothing personal."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import create_app
from app.context import Services
from app.database import db, outside_transaction
from certification.register.base import Base
from certification.register.models import AuditEvent, User
from config import Settings
from tests.factories.register import person
from tests.support.client import PageClient


def test_a_missing_page_is_told_in_our_own_layout(browser: PageClient) -> None:
    browser.get("/finnes-ikke", 404)
    assert "Vi finner ikke siden" in browser.text


def test_a_form_without_its_token_is_told_kindly(browser: PageClient) -> None:
    browser.get("/logg-inn")
    browser.client.post("/logg-inn", data={"email": "a@b.no"})
    browser.post("/logg-inn", {"email": "a@b.no", "csrf_token": "feil"}, status=400)
    assert "last siden på nytt" in browser.text


def test_denied_access_is_written_down_though_the_request_is_rolled_back(browser: PageClient, session: Session) -> None:
    browser.sign_in(person(session))
    browser.get("/veileder/", 403)
    denied = session.scalars(select(AuditEvent).where(AuditEvent.action == "access.denied")).one()
    assert denied.details == {"endpoint": "counsellor.front"}


def test_a_crash_shows_our_page_and_logs_no_values(
    app: Flask, browser: PageClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash() -> str:
        raise RuntimeError("something broke")

    monkeypatch.setitem(app.view_functions, "public.front", crash)
    browser.get("/", 500)
    assert "Noe gikk galt hos oss" in browser.text
    assert "crash" in capsys.readouterr().out


def test_the_log_names_endpoints_and_never_addresses(browser: PageClient, capsys: pytest.CaptureFixture[str]) -> None:
    browser.get("/logg-inn/et-hemmelig-token", 410)
    told = capsys.readouterr().out
    assert "auth.open_link" in told
    assert "et-hemmelig-token" not in told


def test_every_answer_carries_the_guards(browser: PageClient) -> None:
    browser.get("/")
    headers = browser.response.headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_slow_work_cannot_begin_when_something_is_written(app: Flask) -> None:
    with app.app_context():
        db.session.add(User(email="ny@plass.test", created_at=None))
        with pytest.raises(RuntimeError), outside_transaction():
            pass
        db.session.rollback()


@pytest.fixture
def strict_app(tmp_path_factory: pytest.TempPathFactory, _world: Services) -> Iterator[Flask]:
    """An application that lets nobody ask for links more than twice."""
    folder = tmp_path_factory.mktemp("strict")
    settings = Settings(data_folder=folder, demo=True, sign_in_limit="2 per hour")
    app = create_app(settings, _world)
    with app.app_context():
        Base.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def test_whoever_asks_too_often_is_told_to_wait(strict_app: Flask) -> None:
    strict_app.config["WTF_CSRF_ENABLED"] = False
    client = strict_app.test_client()
    answers = [client.post("/logg-inn", data={"email": "kari@plass.test"}).status_code for _ in range(3)]
    assert answers == [302, 302, 429]
    assert client.get("/logg-inn").status_code == 200
