"""Of several schedulers one works, another takes over when it falls silent, and a bad job harms no other."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.kernel import lease
from app.kernel.house import Job, house
from app.scheduler import STUCK_AFTER, Worker, clockwork
from tests.support.world import NOON, StoppedClock


def test_only_the_holder_of_the_lease_may_run(session: Session) -> None:
    assert lease.take_or_renew(session, holder="one", now=NOON)
    assert not lease.take_or_renew(session, holder="two", now=NOON)
    assert lease.take_or_renew(session, holder="one", now=NOON + timedelta(seconds=10))


def test_another_takes_over_when_the_holder_falls_silent(session: Session) -> None:
    lease.take_or_renew(session, holder="one", now=NOON)
    later = NOON + lease.LEASE_TIME + timedelta(seconds=1)
    assert lease.take_or_renew(session, holder="two", now=later)
    assert not lease.take_or_renew(session, holder="one", now=later)


def test_a_holder_that_stops_lets_another_in_at_once(session: Session) -> None:
    lease.take_or_renew(session, holder="one", now=NOON)
    lease.give_up(session, holder="one", now=NOON)
    assert lease.take_or_renew(session, holder="two", now=NOON)


def test_a_job_runs_for_the_holder_only(app: Flask, clock: StoppedClock) -> None:
    runs: list[str] = []
    job = Job("count", lambda: runs.append("ran"), 60)
    assert Worker(app, "one").run(job)
    assert not Worker(app, "two").run(job)
    assert runs == ["ran"]


def test_a_job_that_takes_longer_than_the_lease_keeps_it_until_it_is_stuck(app: Flask, clock: StoppedClock) -> None:
    one, two = Worker(app, "one"), Worker(app, "two")
    told: list[bool] = []

    def takes_long() -> None:
        for _ in range(3):
            clock.forward(seconds=lease.BEAT_SECONDS * 2)
            told.append(one.beat() and not two.beat())
        clock.at += STUCK_AFTER
        told.append(not one.beat() and two.beat())

    assert one.run(Job("long", takes_long, 60))
    assert told == [True, True, True, True]
    assert not one.beat(), "another works now"


def test_a_dead_scheduler_is_replaced_within_twenty_seconds(app: Flask) -> None:
    """The lease of a dead one runs out, and at the next beat another takes it; a beat late costs nobody the lease."""
    assert lease.LEASE_TIME.total_seconds() + lease.BEAT_SECONDS <= 20
    assert lease.LEASE_TIME.total_seconds() >= 3 * lease.BEAT_SECONDS
    beat = clockwork(Worker(app, "one"), [Job("a_job", lambda: None, 60)]).get_jobs()[-1]
    assert (beat.id, beat.trigger.interval.total_seconds()) == ("beat", lease.BEAT_SECONDS)


def test_a_beat_that_the_database_does_not_hear_stops_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_args: object, **_values: object) -> None:
        raise OSError

    monkeypatch.setattr("app.kernel.lease.take_or_renew", away)
    assert not Worker(app, "one").beat()


def test_a_job_that_fails_is_logged_and_the_next_one_runs(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("kari@plass.test")

    assert Worker(app, "one").run(Job("fails", fail, 60))
    assert Worker(app, "one").run(Job("works", lambda: None, 60))
    told = capsys.readouterr().out
    assert "job_failed" in told
    assert "kari@plass.test" not in told


def test_every_job_can_run_twice_on_an_empty_house(app: Flask) -> None:
    with app.app_context():
        for _ in range(2):
            for job in house().jobs:
                job.run()
