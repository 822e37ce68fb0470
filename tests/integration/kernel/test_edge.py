"""The edge of a request: pages for what goes wrong, limits, headers, and logs that tell nothing personal."""

import uuid
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.kernel.database import db, outside_transaction
from ground import audit
from ground.act import Act
from ground.audit import AuditEvent
from register.people.models import User
from register.roles.types import Role
from tests.factories.register import employee_of, person, person_with_role, verified_organisation
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
    told = capsys.readouterr().out
    assert "crash" in told
    assert "RuntimeError" in told
    assert "something broke" not in told, "messages repeat what a library was given"


def test_a_crash_of_the_page_that_tells_of_a_crash_ends_in_plain_words_and_logs_no_address(
    browser: PageClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("app.front.navigation._languages", lambda: 1 / 0)
    browser.get("/logg-inn/et-hemmelig-token", 500)
    assert "Noe gikk galt hos oss" in browser.text
    assert "et-hemmelig-token" not in caplog.text


def write_after_another(act: Act, *, user_id: uuid.UUID, name: str = "Kari Nilsen", **_values: Any) -> User:
    """A service in whose middle another saves the same user."""
    user = act.session.get_one(User, user_id)
    user.name = name
    with act.session.no_autoflush:
        act.session.execute(text("UPDATE user_account SET version = version + 1"))
    act.session.flush()
    return user


def test_what_was_saved_by_another_at_the_same_moment_is_told_and_not_a_crash(
    browser: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = person(session, "Kari Nordby")
    browser.sign_in(reader).get("/konto")
    monkeypatch.setattr("app.sign_in.account.end_all_sessions", write_after_another)
    browser.submit(button="Logg ut overalt", status=409)
    assert "Noen andre har lagret endringer" in browser.text
    assert reader.name == "Kari Nordby"


def test_it_is_told_in_the_form_where_somebody_edits(
    browser: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = person(session, "Kari Nordby")
    browser.sign_in(reader).get("/konto")
    monkeypatch.setattr("app.sign_in.account.accounts.change_user", write_after_another)
    browser.submit({"name": "Kari Nilsen"}, button="Lagre")
    assert "Noe ble endret mens du skrev" in browser.text
    assert "Kari Nilsen" in str(browser.page)
    assert reader.name == "Kari Nordby"


def test_what_the_database_refuses_at_the_very_end_is_told_without_saying_that_it_was_saved(
    browser: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def write_what_cannot_be(act: Act, **values: Any) -> None:
        user = act.session.get_one(User, values["user_id"])
        user.name = values["name"]
        audit.record(act.by(uuid.uuid4()), action="user.changed", subject=user, said="hemmelig")

    reader = person(session, "Kari Nordby")
    browser.sign_in(reader).get("/konto")
    monkeypatch.setattr("app.sign_in.account.accounts.change_user", write_what_cannot_be)
    browser.submit({"name": "Kari Nilsen"}, button="Lagre", status=500)
    assert "Kontoen er lagret" not in str(browser.page)
    assert "Ingenting av det du sendte, er lagret." in browser.text
    session.refresh(reader)
    assert reader.name == "Kari Nordby"
    browser.get("/konto")
    assert "Kontoen er lagret" not in str(browser.page)
    assert "hemmelig" not in caplog.text


def test_errors_of_the_database_never_repeat_the_values(app: Flask) -> None:
    with app.app_context(), pytest.raises(SQLAlchemyError) as broken:
        db.session.execute(text("SELECT nothing FROM nowhere WHERE name = :name"), {"name": "hemmelig"})
    assert "hemmelig" not in str(broken.value)


@pytest.mark.parametrize(
    "address", ["/stillinger?q=%00", "/virksomheter?q=%00", "/s/%00", "/api/v1/sertifikat/%00", "/logg-inn?neste=/%00"]
)
def test_a_null_character_is_refused(browser: PageClient, address: str) -> None:
    assert browser.client.get(address).status_code == 400
    browser.get("/logg-inn")
    browser.post("/logg-inn", {"email": "a\0@b.no"}, status=400)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_date_that_no_sum_can_be_made_with_is_told_at_the_field(
    browser: PageClient, session: Session, day: str
) -> None:
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    browser.get("/fylket/samlinger/ny")
    browser.submit({"title": "Frokost", "day": day, "begins": "00:10", "ends": "00:30", "place": "Her"}, button="Lagre")
    assert "Skriv et årstall fra 1900 til 2199" in browser.text


def test_a_referrer_that_is_no_address_breaks_nothing(browser: PageClient, session: Session) -> None:
    organisation = verified_organisation(session)
    browser.sign_in(employee_of(session, organisation))
    browser.get(f"/arbeidsgiver/{organisation.orgnr}/fullmakt")
    browser.post(f"/arbeidsgiver/{organisation.orgnr}/fullmakt/kode", {}, headers={"Referer": "http://[x"})


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
