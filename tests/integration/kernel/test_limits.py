"""Limits stop scripts and guessing, and keep nobody out who comes with what is right."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from flask import session as flask_session
from flask.testing import FlaskClient

from app.factory import create_app
from app.kernel.context import Services
from app.kernel.database import db
from app.kernel.limits import sender
from config import Settings
from ground.act import Act
from matching.doors import codes as sign_in_codes
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.factories import candidates as make
from tests.factories.register import counsellor
from tests.support.database import migrated_database
from tests.support.world import NOON, SECRET

Limited = Callable[..., Flask]
WRONG_CODE = "BBBB-BBBB-BBBB"


@pytest.fixture
def limited(tmp_path: Path, shared_folder: Path, worker_id: str, _world: Services) -> Iterator[Limited]:
    """Makes an application with the usual limits, or others."""
    with ExitStack() as closing:
        address = closing.enter_context(migrated_database(tmp_path, shared_folder, f"{worker_id}_limited"))

        def make_app(**limits: object) -> Flask:
            settings = Settings(database_url=address, data_folder=tmp_path, demo=True, secret_key=SECRET, **limits)
            app = create_app(settings, _world)
            app.config["WTF_CSRF_ENABLED"] = False
            closing.callback(close, app)
            return app

        yield make_app


def close(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def signed_in(app: Flask, user: User) -> FlaskClient:
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = open_session(Act(db.session(), None, NOON), user=user)
    db.session.commit()
    return client


def try_code(app: Flask, code: str) -> int:
    return app.test_client().post("/min-side/kode", data={"code": code}).status_code


def ask_for_link(client: FlaskClient, number: int = 1) -> int:
    return client.post("/logg-inn", data={"email": f"elev{number}@plass.test"}).status_code


def test_whoever_asks_too_often_is_told_to_wait(limited: Limited) -> None:
    client = limited(link_limit="2 per hour").test_client()
    assert [ask_for_link(client) for _ in range(3)] == [302, 302, 429]
    assert client.get("/logg-inn").status_code == 200


def test_a_class_of_twenty_five_on_one_network_gets_in(limited: Limited) -> None:
    """Each with a code, some after a slip or two, and each of another class with a link."""
    app = limited()
    with app.app_context():
        worker = counsellor(db.session())
        people = [make.candidate(db.session(), worker, first_name=f"Elev {number}") for number in range(25)]
        act = Act(db.session(), worker.id, NOON)
        codes = [sign_in_codes.make_code(act, candidate=person, key=SECRET) for person in people]
        db.session.commit()
    slips = [try_code(app, code[:-1] + ("B" if code[-1] != "B" else "C")) for code in codes]
    assert set(slips) == {200}
    assert [try_code(app, code) for code in codes] == [302] * 25
    assert [ask_for_link(app.test_client(), number) for number in range(25)] == [302] * 25


def test_wrong_codes_from_one_address_are_stopped_and_right_ones_never_count(limited: Limited) -> None:
    app = limited(wrong_tries_limit="3 per hour")
    with app.app_context():
        worker = counsellor(db.session())
        act = Act(db.session(), worker.id, NOON)
        people = [make.candidate(db.session(), worker, first_name=f"Elev {number}") for number in range(5)]
        codes = [sign_in_codes.make_code(act, candidate=person, key=SECRET) for person in people]
        db.session.commit()
    assert [try_code(app, code) for code in codes] == [302] * 5
    assert [try_code(app, WRONG_CODE) for _ in range(2)] == [200, 200]
    assert app.test_client().post("/logg-inn/finnes-ikke").status_code == 410, "a wrong link counts with the codes"
    assert try_code(app, WRONG_CODE) == 429


def test_many_wrong_tries_are_an_alarm_and_never_a_shut_door(
    limited: Limited, capsys: pytest.CaptureFixture[str]
) -> None:
    app = limited(wrong_tries_limit="1000 per hour", wrong_tries_alarm=3)
    for _ in range(2):
        try_code(app, WRONG_CODE)
    assert "many_wrong_tries" not in capsys.readouterr().out
    assert try_code(app, WRONG_CODE) == 200
    assert "many_wrong_tries" in capsys.readouterr().out
    assert try_code(app, WRONG_CODE) == 200


def test_two_people_at_one_address_do_not_share_what_they_may_submit(limited: Limited) -> None:
    app = limited(submit_limit="2 per hour")
    with app.app_context():
        clients = [signed_in(app, counsellor(db.session(), name=name)) for name in ("Nora", "Ola")]
    for client in clients:
        assert [client.post("/konto", data={}).status_code for _ in range(3)] == [200, 200, 429]


def test_pages_that_show_candidates_are_not_read_by_scripts(limited: Limited) -> None:
    """All such pages of one person count together; other pages stay open."""
    app = limited(read_limit="3 per hour")
    with app.app_context():
        client = signed_in(app, counsellor(db.session()))
        other = signed_in(app, counsellor(db.session(), name="Ola"))
    pages = ["/veileder/", "/veileder/kontoret", "/veileder/plasseringer", "/veileder/"]
    assert [client.get(page).status_code for page in pages] == [200, 200, 200, 429]
    assert client.get("/konto").status_code == 200
    assert other.get("/veileder/").status_code == 200


def test_all_browsers_of_a_person_are_one_sender_and_all_addresses_of_a_network_too(app: Flask) -> None:
    def sender_at(address: str, **cookie: str) -> str:
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            flask_session.update(cookie)
            return sender()

    assert sender_at("10.0.0.1", person="a", _user_id="1") == sender_at("10.0.0.2", person="a", _user_id="2")
    assert sender_at("10.0.0.1", person="a", _user_id="1") != sender_at("10.0.0.1", person="b", _user_id="1")
    assert sender_at("2001:db8:1:2::1") == sender_at("2001:db8:1:2:ffff::9") != sender_at("2001:db8:1:3::1")
    assert sender_at("10.0.0.1") != sender_at("10.0.0.2")
