"""What was kept before Plass knew postal addresses, waiting and ledd is carried along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import select, text, update

from app.factory import create_app
from app.kernel.context import Services
from app.kernel.database import db
from app.organisations.jobs import read_trees, recheck_unverified
from config import Settings
from register.organisations.models import AwaitedAnswer, Branch, Organisation, TreeReading
from register.organisations.queries import open_workplaces
from register.organisations.types import RefusalReason, Verification
from tests.factories.register import refused_later, unit, verified_organisation, workplaces_of
from tests.factories.states import put_past_move
from tests.support.database import migrated_database
from tests.support.world import KeptMail, KnownUnits, StoppedClock


@pytest.fixture
def register() -> KnownUnits:
    return KnownUnits()


@pytest.fixture
def own_app(tmp_path: Path, shared_folder: Path, worker_id: str, register: KnownUnits) -> Iterator[Flask]:
    """An application with a database of its own, which is taken down and up again."""
    with migrated_database(tmp_path, shared_folder, f"{worker_id}_register") as address:
        settings = Settings(database_url=address, data_folder=tmp_path, demo=True)
        clock = StoppedClock()
        clock.forward(days=365)  # later than the day on which the migration runs
        app = create_app(settings, Services(clock, register, KeptMail()))
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()


def test_a_municipality_from_before_finds_its_ledd_and_who_waited_still_waits(
    own_app: Flask, register: KnownUnits
) -> None:
    whole = verified_organisation(db.session(), form_code="KOMM", name="Lysåsen kommune")
    waiting, removed = verified_organisation(db.session()), verified_organisation(db.session())
    school = unit(name="Tjernlia skole", form_code="ORGL", parent_orgnr=whole.orgnr)
    register.put(unit(whole.orgnr, name=whole.name), workplaces=workplaces_of("Lysåsen rådhus", 1), branches=[school])
    register.put(school, workplaces=workplaces_of(school.name, 2))
    register.put(unit(waiting.orgnr, name="Endelig AS"))
    refused_later(db.session(), removed, RefusalReason.REMOVED)
    put_past_move(db.session(), waiting, Verification.UNVERIFIED, checked_at=None)
    whole_id, waiting_id, removed_id, number = whole.id, waiting.id, removed.id, whole.orgnr
    db.session.commit()
    db.session.remove()

    downgrade(revision="0004")
    with db.engine.connect() as connection:
        reasons = connection.execute(text("SELECT refusal_reason FROM organisation WHERE refusal_reason IS NOT NULL"))
        assert [row.refusal_reason for row in reasons] == ["deleted"]
    upgrade()

    assert db.session.scalars(select(AwaitedAnswer.organisation_id)).all() == [waiting_id]
    assert db.session.scalars(select(TreeReading.organisation_id)).all() == [whole_id]
    db.session.execute(update(TreeReading).values(next_try_at=StoppedClock().at))
    db.session.execute(update(AwaitedAnswer).values(next_try_at=StoppedClock().at))
    db.session.commit()
    while read_trees():
        pass
    assert recheck_unverified() == 1
    assert {one.name for one in open_workplaces(db.session(), whole_id)} == {
        "Lysåsen rådhus avd 1",
        "Tjernlia skole avd 1",
        "Tjernlia skole avd 2",
    }
    assert db.session.scalars(select(Branch.orgnr)).all() == [school.orgnr]
    assert db.session.get_one(Organisation, whole_id).legal_orgnr == number
    assert db.session.get_one(Organisation, waiting_id).name == "Endelig AS"
    assert db.session.get_one(Organisation, removed_id).refusal_reason is RefusalReason.DELETED
