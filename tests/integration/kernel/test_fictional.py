"""Real people and a demo never share a database, and what Plass keeps is read by nobody else on the machine."""

import stat
import uuid
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.adapters.mail import FolderMail
from app.factory import create_app
from app.kernel.database import db
from app.kernel.fictional import DemoMark, WrongStart, check_listeners, check_start, guard_start, what_is_wrong
from app.outside_world import real_services
from config import Settings
from tests.factories.register import person
from tests.support.world import NOON

WHOLE: dict[str, Any] = {"demo": False, "secret_key": "x" * 40, "smtp_host": "mail.example"}
REAL = Settings(**WHOLE, base_url="https://plass.example")
REAL_HERE = Settings(**WHOLE, base_url="http://localhost")
DEMO = Settings(demo=True)
DEMO_ELSEWHERE = Settings(demo=True, base_url="https://plass.example", demo_host="plass.example")


def test_an_empty_database_is_good_for_either(session: Session) -> None:
    assert (what_is_wrong(session, REAL), what_is_wrong(session, DEMO)) == (None, None)


def test_a_real_start_on_the_demos_data_is_refused_and_on_this_machine_warned_of(
    app: Flask, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    session.add(DemoMark(loaded_at=NOON))
    person(session)
    session.commit()
    with pytest.raises(WrongStart, match="is a demo's"):
        check_start(app, REAL)
    check_start(app, REAL_HERE)
    assert "wrong_data" in capsys.readouterr().out
    check_start(app, DEMO)
    check_start(app, DEMO_ELSEWHERE)
    assert capsys.readouterr().out == ""


def test_another_web_server_than_ours_answers_nobody_on_the_demos_data(
    app: Flask, session: Session, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    session.add(DemoMark(loaded_at=NOON))
    session.commit()
    inner = app.wsgi_app
    for settings, status in ((REAL, 503), (REAL_HERE, 200), (DEMO_ELSEWHERE, 200)):
        monkeypatch.setattr(app, "wsgi_app", inner)
        guard_start(app, settings)
        answers = [app.test_client().get("/healthz").status_code for _time in range(2)]
        assert answers == [status, status]
    assert capsys.readouterr().out.count("is a demo's") == 1


def test_a_demo_on_the_data_of_real_people_is_refused_and_nothing_is_loaded_among_them(
    app: Flask, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    person(session)
    session.commit()
    with pytest.raises(WrongStart, match="has real people"):
        check_start(app, DEMO_ELSEWHERE)
    check_start(app, DEMO)
    assert "wrong_data" in capsys.readouterr().out
    check_start(app, REAL)
    assert capsys.readouterr().out == ""
    loaded = app.test_cli_runner().invoke(args=["demo", "load"])
    assert (loaded.exit_code, "has real people" in loaded.output) == (1, True)


def test_a_demo_writes_to_nobody() -> None:
    assert isinstance(real_services(Settings(demo=True, smtp_host="mail.example")).mail, FolderMail)


def test_whoever_serves_it_a_plass_without_an_address_is_for_this_machine_alone(tmp_path: Path) -> None:
    client = create_app(Settings(data_folder=tmp_path, demo=True)).test_client()
    assert client.get("/healthz").status_code == 200
    elsewhere: list[dict[str, Any]] = [
        {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}},
        {"headers": {"Host": "plass.example"}},
        {"headers": {"Host": "[::1"}},
        {"environ_base": {"REMOTE_ADDR": ""}},
    ]
    assert [client.get("/healthz", **one).status_code for one in elsewhere] == [403] * len(elsewhere)
    open_to_all = create_app(Settings(data_folder=tmp_path, demo=True, base_url="http://localhost"))
    assert open_to_all.test_client().get("/healthz", **elsewhere[0]).status_code == 200


@pytest.mark.parametrize("bound", [("0.0.0.0", 8000), ("::", 8000, 0, 0), "/run/plass.sock"])  # noqa: S104  # refused
def test_a_server_that_listens_to_others_is_told_where_they_find_it(bound: object) -> None:
    with pytest.raises(WrongStart, match="Set PLASS_BASE_URL"):
        check_listeners(DEMO, [("127.0.0.1", 8000), bound])
    check_listeners(REAL, [bound])
    check_listeners(DEMO, [("127.0.0.1", 8000), ("::1", 8000, 0, 0)])


def test_what_is_kept_is_read_by_nobody_else(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path / "data", demo=True)
    app = create_app(settings)
    with app.app_context():
        db.session.connection()
        db.session.remove()
        db.engine.dispose()
    mail = real_services(settings).mail
    mail.send(key=uuid.uuid4(), recipient="kari@plass.test", subject="Hei", text="Velkommen")
    kept = [settings.data_folder, *settings.data_folder.rglob("*")]
    assert len(kept) >= len(("the folder", "secret", "database", "mail", "one mail"))
    for path in kept:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
