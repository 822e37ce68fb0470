"""The jobs: each a function without arguments, run in an application context, that may run twice without harm."""

from collections.abc import Callable
from dataclasses import dataclass

from app.kernel.limits import forget_old_counters
from app.scheduler.jobs.follow_ups import remind_of_follow_ups
from app.scheduler.jobs.forgetting import forget_what_is_over
from app.scheduler.jobs.openings import expire_openings, warn_of_expiring_openings
from app.scheduler.jobs.outbox import send_outbox
from app.scheduler.jobs.registrations import recheck_unverified


@dataclass(frozen=True)
class Job:
    """Something to do every so many seconds."""

    name: str
    run: Callable[[], object]
    every_seconds: int


JOBS = (
    Job("send_outbox", send_outbox, 3),
    Job("recheck_unverified", recheck_unverified, 300),
    Job("remind_of_follow_ups", remind_of_follow_ups, 900),
    Job("forget_old_counters", forget_old_counters, 3600),
    Job("forget_what_is_over", forget_what_is_over, 3600),
    Job("expire_openings", expire_openings, 900),
    Job("warn_of_expiring_openings", warn_of_expiring_openings, 3600),
)
