"""The scheduler process: `python -m app.scheduler`."""

import signal
import uuid
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


def run_job(app: Flask, job: Job, holder: str) -> bool:
    """Run one job if this process holds the lease. A job that fails is logged and comes again by the clock."""
    with app.app_context():
        try:
            with own_transaction() as short:
                if not lease.take_or_renew(short, holder=holder, now=now()):
                    return False
            job.run()
        except Exception as error:  # a scheduler that dies of one bad job helps nobody
            log.error("job_failed", job=job.name, kind=type(error).__name__, place=place_of(error))
    return True


def main() -> None:
    """Run the jobs by the clock until told to stop."""
    app = create_app(Settings())
    holder = uuid.uuid4().hex
    scheduler = BlockingScheduler(
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 60},
    )
    with app.app_context():
        jobs = house().jobs
    for job in jobs:
        scheduler.add_job(run_job, "interval", seconds=job.every_seconds, args=(app, job, holder), id=job.name)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        scheduler.shutdown(wait=False)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    log.info("scheduler_started", jobs=len(jobs))
    scheduler.start()
    with app.app_context(), own_transaction() as short:
        lease.give_up(short, holder=holder, now=now())


if __name__ == "__main__":
    main()
