"""The scheduler process: `python -m app.scheduler`."""

import signal
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from types import FrameType

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler
from flask import Flask

from app.factory import create_app
from app.kernel import lease
from app.kernel.context import now
from app.kernel.database import own_transaction
from app.kernel.house import Job, house
from app.kernel.logs import place_of
from config import Settings

log = structlog.get_logger()
STUCK_AFTER = timedelta(minutes=15)
"""No job takes so long: a process in which one does no longer says that it lives, and another takes over."""


class Worker:
    """One scheduler process: it works while it holds the lease, and says so beside the job that runs."""

    def __init__(self, app: Flask, holder: str) -> None:
        self.app = app
        self.holder = holder
        self.working_since: datetime | None = None

    def run(self, job: Job) -> bool:
        """Run one job if this process holds the lease. A job that fails is logged and comes again by the clock."""
        with self.app.app_context():
            try:
                if not self._holds_lease():
                    return False
                self.working_since = now()
                job.run()
            except Exception as error:  # a scheduler that dies of one bad job helps nobody
                log.error("job_failed", job=job.name, kind=type(error).__name__, place=place_of(error))
            finally:
                self.working_since = None
        return True

    def beat(self) -> bool:
        """Take the lease, or keep it: in a thread of its own, since a job may take longer than the lease lasts."""
        with self.app.app_context():
            since = self.working_since
            if since is not None and now() - since > STUCK_AFTER:
                log.error("job_stuck", since=since.isoformat())
                return False
            try:
                return self._holds_lease()
            except Exception as error:  # the database is away: the next beat tries again
                log.warning("beat_failed", kind=type(error).__name__)
                return False

    def stop(self) -> None:
        """Let another process take over at once."""
        with self.app.app_context(), own_transaction() as short:
            lease.give_up(short, holder=self.holder, now=now())

    def _holds_lease(self) -> bool:
        with own_transaction() as short:
            return lease.take_or_renew(short, holder=self.holder, now=now())


def clockwork(worker: Worker, jobs: Sequence[Job]) -> BlockingScheduler:
    """The clock that runs the jobs one by one, and the beat beside them."""
    clock = BlockingScheduler(
        executors={"default": ThreadPoolExecutor(1), "beat": ThreadPoolExecutor(1)},
        # A run that is late because another took long is made up for, however late it is.
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in jobs:
        clock.add_job(worker.run, "interval", seconds=job.every_seconds, args=(job,), id=job.name)
    clock.add_job(worker.beat, "interval", seconds=lease.BEAT_SECONDS, id="beat", executor="beat")
    return clock


def main() -> None:
    """Run the jobs by the clock until told to stop."""
    app = create_app(Settings())
    worker = Worker(app, uuid.uuid4().hex)
    with app.app_context():
        jobs = house().jobs
    clock = clockwork(worker, jobs)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        clock.shutdown(wait=False)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    log.info("scheduler_started", jobs=len(jobs))
    clock.start()
    worker.stop()


if __name__ == "__main__":
    main()
