"""Who looks at very many candidates in a day is told to the county, once, and goes on."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.disclosures.jobs import notice_many_reads
from ground.outbox import OutboxMessage
from matching.disclosures import many
from matching.disclosures.models import CandidateRead
from matching.disclosures.types import ReadPurpose, ReadWhat
from register.people.models import User
from register.roles.types import Role
from tests.factories.candidates import candidate
from tests.factories.register import counsellor, person_with_role
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

HOURS = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _two_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "MOST_A_DAY", 2)


def look(session: Session, reader: User, *, at: timedelta = timedelta(), people: int = 3, times: int = 1) -> None:
    """The reader looks at so many candidates, each so many times."""
    seen = [candidate(session, counsellor(session)) for _ in range(people)]
    session.add_all(
        CandidateRead(
            at=NOON + at,
            candidate_id=one.id,
            user_id=reader.id,
            role=Role.COUNSELLOR,
            purpose=ReadPurpose.FOLLOW_UP,
            what=ReadWhat.PROFILE,
        )
        for one in seen
        for _ in range(times)
    )
    session.commit()


def run(app: Flask) -> int:
    with app.app_context():
        return notice_many_reads()


def told(session: Session) -> list[str]:
    session.expire_all()
    return list(session.scalars(select(OutboxMessage.recipient)))


def test_the_programme_leaders_are_told_once_a_day_and_see_who_it_is(
    app: Flask, browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    lead, reader = person_with_role(session, Role.PROGRAMME_LEAD, "Lise Leder"), counsellor(session, name="Les Mange")
    look(session, reader)
    assert (run(app), run(app)) == (1, 0)
    assert told(session) == [lead.email]
    browser.sign_in(lead).get("/fylket/oppslag")
    assert "Les Mange" in browser.text
    browser.sign_in(reader).get("/veileder/")
    clock.forward(days=1)
    look(session, reader, at=timedelta(days=1))
    assert run(app) == 1


@pytest.mark.parametrize(
    "looks",
    [{"people": 2}, {"people": 1, "times": 5}, {"at": -13 * HOURS}],
    ids=["as many as may be", "one person often", "yesterday"],
)
def test_fewer_the_same_and_those_of_another_day_are_not_many(
    app: Flask, session: Session, looks: dict[str, object]
) -> None:
    person_with_role(session, Role.PROGRAMME_LEAD)
    look(session, counsellor(session), **looks)  # type: ignore[arg-type]  # the values are of the right kinds
    assert run(app) == 0
    assert told(session) == []


def test_midnight_is_norways(app: Flask, session: Session, clock: StoppedClock) -> None:
    """A look at half past eleven in the evening in Norway belongs to that day, though it is another one in UTC."""
    look(session, counsellor(session), at=-timedelta(hours=12, minutes=30))  # 23:30 on the day before
    look(session, counsellor(session), at=-timedelta(hours=11, minutes=30))  # 00:30
    assert run(app) == 1


def test_an_empty_list_says_what_would_stand_there(browser: PageClient, session: Session) -> None:
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD)).get("/fylket/oppslag")
    assert "Ingen har sett så mange" in browser.text
