"""Jobs that work through a list: each thing by itself, so that one that fails neither stops nor undoes the others."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import monotonic
from typing import TypeVar

import structlog

from app.kernel.context import now
from app.kernel.database import own_transaction
from app.kernel.logs import place_of
from ground.act import Act

log = structlog.get_logger()
T = TypeVar("T")


LONGEST_RUN = 60.0
"""Seconds after which a run begins nothing more: the job comes again soon, and who stops the scheduler waits less."""


def turns(most: int) -> Iterator[int]:
    """So many turns of a job that takes from a list, and none that would begin after a run has become long."""
    began = monotonic()
    for turn in range(most):
        if monotonic() - began > LONGEST_RUN:
            return
        yield turn


def alone(job: str, do: Callable[[], T]) -> T | None:
    """What it returns, or None where it failed: that is logged by the name of the job, and stops nothing else."""
    try:
        return do()
    except Exception as error:  # one that fails must not stop those behind it
        log.error("job_failed_for_one", job=job, kind=type(error).__name__, place=place_of(error))
        return None


def one_by_one(job: str, things: Iterable[T], do: Callable[[Act, T], int | None]) -> int:
    """Do something with each thing in a transaction of its own, and add up what it returns.

    What fails is rolled back and logged by the name of the job, and comes again when the job does.
    """

    def act_on(thing: T) -> int | None:
        with own_transaction() as short:
            return do(Act(short, None, now()), thing)

    counts: list[int | None] = [alone(job, partial(act_on, thing)) for thing in things]
    return sum(count or 0 for count in counts)
