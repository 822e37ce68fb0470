"""The demo: the same day gives the same county, it is loaded once, and it never opens outside a demo."""

import re
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import create_engine, func, inspect, select
from sqlalchemy.orm import Session

from app import models
from app.demo.fiction import numbered_units
from app.demo.loading import load, load_once
from app.demo.people import ADMINISTRATOR, PEOPLE
from app.factory import create_app
from app.kernel.database import db
from app.kernel.fictional import DemoMark
from config import Settings
from ground.act import Act
from ground.base import Base
from ground.engine import prepare_engine
from matching.catalogue.kinds import OpeningKind
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Placement
from matching.records.types import PlacementState
from register.organisations.models import Organisation
from register.organisations.municipalities import municipalities
from register.people.accounts import find_or_create_user
from register.people.models import User
from tests.support.client import PageClient
from tests.support.database import empty_all_tables, migrated_database
from tests.support.open_order import settle_open_order
from tests.support.world import NOON

REAL: dict[str, Any] = {
    "demo": False, "secret_key": "x" * 40, "base_url": "https://plass.example", "smtp_host": "mail.example",
}  # fmt: skip
LOAD_DATE = date(2026, 11, 23)
SECRET_COLUMNS = frozenset({"code", "token_hash", "browser_hash", "answers_hash"})


def content(session: Session, hidden: frozenset[str] = SECRET_COLUMNS) -> dict[str, list[tuple[object, ...]]]:
    """Every row, without secrets that are made anew."""
    rows = {}
    for table in Base.metadata.sorted_tables:
        columns = [column for column in table.columns if column.name not in hidden]
        rows[table.name] = sorted((tuple(map(str, row)) for row in session.execute(select(*columns))), key=str)
    return rows


def county_made_elsewhere(address: str) -> dict[str, list[tuple[object, ...]]]:
    """The demo made in an empty database, by a process that has done nothing else and reads rows in another order."""
    models.load()
    engine = create_engine(address)
    prepare_engine(engine)
    with Session(engine) as session:
        settle_open_order(session, last_key_first=True)
        load(session, today=LOAD_DATE)
        return content(session)


@pytest.mark.slow
def test_the_same_day_gives_the_same_county_whether_made_anew_or_kept(
    session: Session, tmp_path: Path, shared_folder: Path, worker_id: str
) -> None:
    """Also in another process, where sets come in another order, and rows that a query does not order too."""
    kept = tmp_path / "kept"
    kept.mkdir()
    with (
        migrated_database(tmp_path, shared_folder, f"{worker_id}_elsewhere") as address,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere,
    ):
        other = elsewhere.submit(county_made_elsewhere, address)
        settle_open_order(session, last_key_first=False)
        load_once(session, today=LOAD_DATE, folder=kept)
        session.commit()
        here, there, with_secrets = content(session), other.result(), content(session, frozenset())
    assert {name: set(rows) ^ set(there[name]) for name, rows in here.items() if rows != there[name]} == {}
    if list(kept.iterdir()):  # the embedded database: with secrets it is the same only if it was not made anew
        session.rollback()
        empty_all_tables(session.get_bind())  # type: ignore[arg-type]  # the session is bound to an engine
        session.expunge_all()
        load_once(session, today=LOAD_DATE, folder=kept)
        session.commit()
        assert content(session, frozenset()) == with_secrets
    _check_that_it_looks_like_akershus(session)


def _check_that_it_looks_like_akershus(session: Session) -> None:
    there = set(session.scalars(select(Organisation.municipality_number)))
    assert {one.number for one in municipalities()} <= there
    assert session.scalar(select(func.count(Candidate.id))) == 120
    assert 140 <= (session.scalar(select(func.count(Opening.id))) or 0) <= 160
    assert set(session.scalars(select(Opening.kind))) == set(OpeningKind)
    assert set(session.scalars(select(Placement.state))) == set(PlacementState)


def test_without_demo_there_is_no_way_in_as_somebody_else(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("real")
    app = create_app(Settings(data_folder=folder, **REAL))
    assert not any(rule.endpoint.startswith(("demo.", "development.")) for rule in app.url_map.iter_rules())
    result: Result = app.test_cli_runner().invoke(args=["demo", "load"])
    assert result.exit_code != 0


def test_the_readme_names_a_unit_to_try_and_one_that_is_refused() -> None:
    text = Path("README.md").read_text(encoding="utf-8")
    named = {number.replace(" ", "") for number in re.findall(r"\b31\d \d{3} \d{3}\b", text)}
    refused = {number: unit.refusal is not None for number, (unit, _) in numbered_units().items() if number in named}
    assert sorted(refused.values()) == [False, True]
    assert set(refused) == named


def test_only_demo_people_can_be_become(browser: PageClient) -> None:
    browser.get("/demo/")
    browser.post("/demo/logg-inn/administratoren-selv", status=404)


def test_making_ready_tells_of_every_demo_person_and_does_not_load_again(app: Flask, session: Session) -> None:
    find_or_create_user(Act(session, None, NOON), email=ADMINISTRATOR.email, name=ADMINISTRATOR.name)
    session.add(DemoMark(loaded_at=NOON))
    session.commit()
    told = app.test_cli_runner().invoke(args=["prepare"]).output
    assert all(person.name in told and person.email in told for person in PEOPLE)
    assert session.scalar(select(func.count(User.id))) == 1


def test_making_ready_outside_a_demo_migrates_and_loads_nothing(tmp_path: Path) -> None:
    app = create_app(Settings(data_folder=tmp_path, **REAL))
    told = app.test_cli_runner().invoke(args=["prepare"])
    assert (told.exit_code, told.output) == (0, "")
    with app.app_context():
        assert db.session.scalar(select(func.count(User.id))) == 0
        db.session.remove()
        db.engine.dispose()


def test_the_tables_of_the_demo_are_those_of_the_house(session: Session) -> None:
    assert set(inspect(session.get_bind()).get_table_names()) >= set(Base.metadata.tables)
