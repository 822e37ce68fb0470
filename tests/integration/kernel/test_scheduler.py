"""Of several schedulers one works, another takes over when it falls silent, and a bad job harms no other."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.kernel import lease
from app.kernel.house import Job, house
from app.scheduler import run_job
from tests.support.world import NOON, StoppedClock


def test_only_the_holder_of_the_lease_may_run(session: Session) -> None:
    assert lease.take_or_renew(session, holder="one", now=NOON)
    assert not lease.take_or_renew(session, holder="two", now=NOON)
    assert lease.take_or_renew(session, holder="one", now=NOON + timedelta(seconds=30))


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
    assert run_job(app, job, "one")
    assert not run_job(app, job, "two")
    assert runs == ["ran"]


def test_a_job_that_fails_is_logged_and_the_next_one_runs(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("kari@plass.test")

    assert run_job(app, Job("fails", fail, 60), "one")
    assert run_job(app, Job("works", lambda: None, 60), "one")
    told = capsys.readouterr().out
    assert "job_failed" in told
    assert "kari@plass.test" not in told


def test_every_job_can_run_twice_on_an_empty_house(app: Flask) -> None:
    with app.app_context():
        for _ in range(2):
            for job in house().jobs:
                job.run()
