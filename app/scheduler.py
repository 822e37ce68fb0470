"""The scheduler process: `python -m app.scheduler`."""

import logging
import signal
import time
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Event

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask

from app.factory import create_app
from app.kernel import lease
from app.kernel.context import now
from app.kernel.database import own_transaction
from app.kernel.fictional import check_start
from app.kernel.house import Job, Line, house
from app.kernel.logs import place_of
from config import Settings

log = structlog.get_logger()
BEAT = "beat"
STUCK_AFTER = timedelta(minutes=15)
"""No job takes so long: a process in which one does no longer says that it lives, and another takes over."""

LOOKS_EVERY = 0.2  # seconds


class Worker:
    """One scheduler process: it works while it holds the lease, and says so beside the jobs that run."""

    def __init__(self, app: Flask, holder: str) -> None:
        self.app = app
        self.holder = holder
        self._began: dict[str, datetime] = {}
        """When each job began that runs now."""
        self._stopping = False

    def run(self, job: Job) -> bool:
        """Run one job if this process holds the lease. A job that fails is logged and comes again by the clock."""
        with self.app.app_context():
            self._began[job.name] = now()
            try:
                if self._stopping or not self._holds_lease():
                    return False
                job.run()
            except Exception as error:  # a scheduler that dies of one bad job helps nobody
                log.error("job_failed", job=job.name, kind=type(error).__name__, place=place_of(error))
            finally:
                del self._began[job.name]
        return True

    def beat(self) -> bool | None:
        """Take the lease, or keep it; None where the database did not hear.

        In a thread of its own, since a job may take longer than the lease lasts.
        """
        with self.app.app_context():
            try:
                return self._holds_lease()
            except Exception as error:  # the database is away: the next beat tries again
                log.warning("beat_failed", kind=type(error).__name__)
                return None

    def stop(self) -> None:
        """Begin nothing more, finish what runs, and only then let another process take over, at once."""
        self._stopping = True
        while self._began and self.beat() is not False:
            time.sleep(LOOKS_EVERY)
        if not self._began:  # what is stuck keeps the lease until that runs out
            with self.app.app_context(), own_transaction() as short:
                lease.give_up(short, holder=self.holder, now=now())

    def _holds_lease(self) -> bool:
        """Whoever is stuck in one line renews for none: another process takes over all of them."""
        stuck = [name for name, since in self._began.copy().items() if now() - since > STUCK_AFTER]
        if stuck:
            log.error("job_stuck", jobs=stuck)
            return False
        with own_transaction() as short:
            return lease.take_or_renew(short, holder=self.holder, now=now())


def clockwork(worker: Worker, jobs: Sequence[Job]) -> BackgroundScheduler:
    """The clock that runs the jobs of each line one by one, the lines side by side, and the beat beside them."""
    clock = BackgroundScheduler(
        executors={name: ThreadPoolExecutor(1) for name in (*Line, BEAT)},
        # A run that is late because another took long is made up for, however late it is.
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in jobs:
        clock.add_job(worker.run, "interval", seconds=job.every_seconds, args=(job,), id=job.name, executor=job.line)
    clock.add_job(worker.beat, "interval", seconds=lease.BEAT_SECONDS, id=BEAT, executor=BEAT)
    return clock


def main() -> None:
    """Run the jobs by the clock until told to stop."""
    settings = Settings()
    app = create_app(settings)
    check_start(app, settings)
    worker = Worker(app, uuid.uuid4().hex)
    with app.app_context():
        jobs = house().jobs
    clock = clockwork(worker, jobs)
    asked_to_stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):  # however often it is asked, it stops once, in order
        signal.signal(number, lambda *_: asked_to_stop.set())
    # A job that takes longer than its interval is late, which is nothing to tell of at each of its turns.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    log.info("scheduler_started", jobs=len(jobs))
    clock.start()
    asked_to_stop.wait()
    worker.stop()
    clock.shutdown()


if __name__ == "__main__":
    main()
