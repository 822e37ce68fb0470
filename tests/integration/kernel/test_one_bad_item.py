"""A job that works through a list: one thing that fails neither stops nor undoes the others."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.openings.jobs import expire_openings, warn_of_expiring_openings
from app.placements.jobs import remind_of_follow_ups
from app.sign_in import jobs as sign_in_jobs
from ground.act import Act
from ground.outbox import OutboxMessage
from matching.openings import expiry
from matching.openings.mails import OpeningMail
from matching.placements import telling
from matching.placements.mails import PlacementMail
from matching.records.types import OpeningState
from register.sign_in.models import UserSession
from register.sign_in.sessions import open_session
from tests.factories.openings import day, published
from tests.factories.placements import trio
from tests.factories.register import leader_of, person
from tests.support.world import StoppedClock


def failing_for(real: Callable[..., Any], bad: Callable[..., bool]) -> Callable[..., Any]:
    """The function, but it fails where `bad` says so."""

    def do(*arguments: Any, **values: Any) -> Any:
        if bad(*arguments, **values):
            raise RuntimeError("kari@plass.test")
        return real(*arguments, **values)

    return do


def test_an_opening_that_cannot_be_expired_stays_and_the_others_expire(
    app: Flask,
    session: Session,
    clock: StoppedClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second, third = [published(session, expires_on=day(n)) for n in (0, 1, 2)]
    bad = first.id
    session.commit()
    monkeypatch.setattr(
        expiry,
        "lapse_for_opening",
        failing_for(expiry.lapse_for_opening, lambda _act, opening_id, states: opening_id == bad),
    )
    clock.forward(days=3)
    with app.app_context():
        assert expire_openings() == 2
    session.expire_all()
    assert (first.state, second.state, third.state) == (
        OpeningState.PUBLISHED,
        OpeningState.EXPIRED,
        OpeningState.EXPIRED,
    )
    told = capsys.readouterr().out
    assert "job_failed_for_one" in told
    assert "kari@plass.test" not in told


def test_an_employer_who_cannot_be_warned_takes_no_warning_from_the_others(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    openings = [published(session, expires_on=day(3)) for _ in range(3)]
    leaders = [leader_of(session, opening.organisation).email for opening in openings]
    bad = openings[0].organisation_id
    session.commit()
    monkeypatch.setattr(
        expiry,
        "people_with_role",
        failing_for(expiry.people_with_role, lambda *_others, organisation_id: organisation_id == bad),
    )
    with app.app_context():
        warn_of_expiring_openings()
    warned = session.scalars(
        select(OutboxMessage.recipient).where(OutboxMessage.kind == OpeningMail.OPENING_EXPIRING)
    ).all()
    assert leaders[0] not in warned
    assert {*leaders[1:]} <= {*warned}


def test_a_reminder_that_fails_takes_none_from_the_others(
    app: Flask, session: Session, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = [trio(session).agree() for _ in range(3)]
    bad = stories[0].placement.id
    session.commit()
    monkeypatch.setattr(
        telling,
        "tell_employer",
        failing_for(telling.tell_employer, lambda _act, placement, *_more, **_values: placement.id == bad),
    )
    clock.at = stories[0].now + timedelta(days=8)
    with app.app_context():
        remind_of_follow_ups()
    reminded = session.scalars(
        select(OutboxMessage.params).where(OutboxMessage.kind == PlacementMail.START_TO_CONFIRM)
    ).all()
    assert {one["placement_id"] for one in reminded} == {str(story.placement.id) for story in stories[1:]}


def test_what_cannot_be_forgotten_keeps_nothing_else(
    app: Flask, session: Session, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_session(Act(session, None, clock.now()), user=person(session))
    session.commit()
    clock.forward(days=2)
    monkeypatch.setattr(
        sign_in_jobs, "forget_recipients", failing_for(sign_in_jobs.forget_recipients, lambda _act: True)
    )
    with app.app_context():
        sign_in_jobs.forget_what_is_over()
    assert session.scalars(select(UserSession)).all() == []
