"""Of several schedulers one works, another takes over when it falls silent, and a bad job harms no other."""

import time
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event, Thread

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.adapters.mail import LONGEST_TALK
from app.kernel import lease
from app.kernel.house import Job, Line, house
from app.kernel.jobs import LONGEST_RUN, turns
from app.scheduler import LOOKS_EVERY, STUCK_AFTER, Worker, clockwork
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


def test_a_scheduler_that_is_stopped_keeps_the_lease_until_its_job_is_done(app: Flask, clock: StoppedClock) -> None:
    one, two = Worker(app, "one"), Worker(app, "two")
    begun, may_end, runs = Event(), Event(), list[str]()

    def takes_long() -> None:
        begun.set()
        may_end.wait(30)

    working = Thread(target=one.run, args=(Job("long", takes_long, 60),))
    working.start()
    begun.wait(30)
    stopping = Thread(target=one.stop)
    stopping.start()
    for _ in range(3):
        clock.forward(seconds=lease.BEAT_SECONDS * 2)
        time.sleep(2 * LOOKS_EVERY)  # it beats meanwhile, as often as it looks
        assert not two.beat(), "two would work at once"
    assert not one.run(Job("next", lambda: runs.append("ran"), 60)), "nothing more is begun"
    may_end.set()
    working.join(30)
    stopping.join(30)
    assert two.beat()
    assert runs == []


def test_who_is_stuck_in_one_line_lets_another_take_over_all_of_them(app: Flask, clock: StoppedClock) -> None:
    one, two, began = Worker(app, "one"), Worker(app, "two"), list[bool]()

    def hangs() -> None:
        clock.at += STUCK_AFTER + timedelta(seconds=1)
        for _ in range(4):
            began.append(one.run(Job("read_trees", lambda: None, 5, Line.BUSINESS_REGISTER)))
            clock.forward(seconds=5)
            one.beat()
        began.append(bool(two.beat()))

    one.run(Job("send_outbox", hangs, 3, Line.MAIL))
    assert began == [False, False, False, False, True]


def test_a_beat_that_is_not_heard_ends_no_waiting(
    app: Flask, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, may_end = Worker(app, "one"), Worker(app, "two"), Event()
    begun, heard, real = Event(), list[bool](), lease.take_or_renew

    def deaf_once(session: Session, *, holder: str, now: datetime) -> bool:
        if holder == "one" and begun.is_set() and not heard:
            heard.append(False)
            raise OSError
        return real(session, holder=holder, now=now)

    def takes_long() -> None:
        begun.set()
        may_end.wait(30)

    monkeypatch.setattr("app.kernel.lease.take_or_renew", deaf_once)
    working = Thread(target=one.run, args=(Job("long", takes_long, 60),))
    working.start()
    begun.wait(30)
    stopping = Thread(target=one.stop)
    stopping.start()
    time.sleep(5 * LOOKS_EVERY)
    clock.forward(seconds=lease.LEASE_TIME.total_seconds() + 1)
    time.sleep(5 * LOOKS_EVERY)
    assert heard
    assert not two.beat(), "the job still runs"
    may_end.set()
    working.join(30)
    stopping.join(30)
    assert two.beat()


def test_a_run_that_has_become_long_begins_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(0, 1000, 25))
    monkeypatch.setattr("app.kernel.jobs.monotonic", lambda: next(seconds))
    assert list(turns(20)) == [0, 1]
    assert STUCK_AFTER.total_seconds() > LONGEST_RUN + LONGEST_TALK, "one more may have begun"


def test_whoever_hangs_outside_holds_up_nothing_else(app: Flask) -> None:
    with app.app_context():
        jobs = house().jobs
    outside = {job.name for job in jobs if job.line != Line.OWN}
    assert {"send_outbox", "recheck_unverified", "read_trees"} <= outside
    may_end, ran = Event(), {job.name: Event() for job in jobs if job.line == Line.OWN}
    assert ran
    clock = clockwork(
        Worker(app, "one"),
        [replace(job, every_seconds=1, run=may_end.wait if job.name in outside else ran[job.name].set) for job in jobs],
    )
    running = Thread(target=clock.start)
    running.start()
    assert [name for name, event in ran.items() if not event.wait(30)] == []
    may_end.set()
    clock.shutdown()
    running.join(30)


def test_every_job_can_run_twice_on_an_empty_house(app: Flask) -> None:
    with app.app_context():
        for _ in range(2):
            for job in house().jobs:
                job.run()
