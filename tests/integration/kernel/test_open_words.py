"""Words that are open by nature: the database keeps any, and one that this version does not know is no mistake."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import MetaData, Table, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.factory import create_app
from app.kernel.database import db
from app.kernel.mails.sending import send_outbox
from config import Settings
from ground import audit, outbox
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.schema import promises_of
from matching.disclosures.models import CandidateRead
from matching.disclosures.reads import reads
from matching.disclosures.types import ReadPurpose, ReadWhat
from register.people.models import User
from register.roles.mails import RoleMail
from register.roles.types import Role
from tests.factories.placements import trio
from tests.support.client import PageClient
from tests.support.database import migrated_database
from tests.support.world import NOON, KeptMail

WITH_CHECKS = "0003"


@pytest.fixture
def own_app(tmp_path: Path, shared_folder: Path, worker_id: str) -> Iterator[Flask]:
    """An application with a database of its own, which is taken down and up again."""
    with migrated_database(tmp_path, shared_folder, f"{worker_id}_words") as address:
        app = create_app(Settings(database_url=address, data_folder=tmp_path, demo=True))
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()


def fill(session: Session) -> User:
    """A young person whom an employer and a counsellor have looked at, with the mails about it."""
    three = trio(session).agree()
    for who, role, where in ((three.worker, Role.COUNSELLOR, None), (three.leader, Role.LEADER, three.employer.id)):
        session.add_all(
            reads(
                Act(session, who.id, NOON),
                three.person,
                role=role,
                purpose=ReadPurpose.AGREEMENT,
                what=ReadWhat.PLACEMENT,
                organisation_id=where,
            )
        )
    session.commit()
    return three.young


def everything() -> dict[str, object]:
    """Each row of the tables with open words, and all that their tables promise; whose a mail is came later."""
    with db.engine.connect() as connection:
        inspector = inspect(connection)
        found: dict[str, object] = {}
        for name in ("outbox_message", "candidate_read"):
            table = Table(name, MetaData(), autoload_with=connection)
            found[name] = sorted(
                map(str, connection.execute(select(*(column for column in table.columns if column.name != "owner_id"))))
            )
            found[f"{name} keys"] = (inspector.get_pk_constraint(name), inspector.get_unique_constraints(name))
            found[f"{name} indexes"] = sorted(
                str(one["name"]) for one in inspector.get_indexes(name) if one["column_names"] != ["owner_id"]
            )
            found[f"{name} references"] = sorted(str(one["name"]) for one in inspector.get_foreign_keys(name))
        return found


def checks() -> set[str]:
    with db.engine.connect() as connection:
        return {name for one in promises_of(inspect(connection)).values() for name in one.checks}


def test_a_filled_database_goes_down_and_up_and_keeps_all_it_had(own_app: Flask) -> None:
    fill(db.session())
    before, known = everything(), checks()
    assert before["outbox_message"]
    assert before["candidate_read"]
    downgrade(revision=WITH_CHECKS)
    assert everything() == before
    assert checks() - known == {
        "outbox_message_mail_kind_known",
        "candidate_read_read_purpose_known",
        "role_grant_counsellors_hold_in_an_office",  # before offices had leaders
    }
    upgrade()
    assert (everything(), checks()) == (before, known)


def test_going_down_is_refused_while_a_word_is_kept_that_was_unknown_then(own_app: Flask) -> None:
    fill(db.session())
    db.session.execute(update(CandidateRead).values(purpose="a_later_purpose"))
    db.session.commit()
    before = everything()
    with pytest.raises(IntegrityError):
        downgrade(revision=WITH_CHECKS)
    db.session.rollback()
    assert everything() == before
    upgrade()
    assert everything() == before


def test_a_known_word_comes_back_as_its_enum(session: Session) -> None:
    fill(session)
    session.expire_all()
    assert {type(one) for one in session.scalars(select(CandidateRead.purpose))} == {ReadPurpose}


def test_a_purpose_that_is_not_known_is_shown_to_the_candidate_as_it_stands(
    browser: PageClient, session: Session
) -> None:
    young = fill(session)
    session.execute(update(CandidateRead).values(purpose="a_later_purpose"))
    browser.sign_in(young)
    browser.get("/min-side/hvem-har-sett")
    assert "a_later_purpose" in browser.text
    browser.get("/min-side/mine-data.json")


def test_a_mail_of_a_kind_that_is_not_known_waits_and_stops_no_other(
    app: Flask, session: Session, mail: KeptMail
) -> None:
    unknown = outbox.enqueue(Act(session, None, NOON), recipient="a@plass.test", kind=RoleMail.ROLE_OFFERED)
    assert unknown is not None
    session.execute(update(OutboxMessage).values(kind="a_later_mail"))
    outbox.enqueue(Act(session, None, NOON), recipient="b@plass.test", kind=RoleMail.ROLE_OFFERED)
    session.commit()
    with app.app_context():
        assert send_outbox() == 1
    session.refresh(unknown)
    assert ([one.recipient for one in mail.sent], unknown.attempts) == (["b@plass.test"], 1)


def test_an_act_that_is_not_known_stops_no_page_about_an_employer(browser: PageClient, session: Session) -> None:
    three = trio(session).agree()
    audit.record(
        Act(session, None, NOON),
        action="organisation.a_later_act",
        subject=three.employer,
        organisation_id=three.employer.id,
    )
    browser.sign_in(three.leader)
    browser.get(f"/arbeidsgiver/{three.employer.orgnr}/")
