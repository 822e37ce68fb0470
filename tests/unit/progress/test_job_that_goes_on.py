"""A start that follows closely on another at the same workplace goes on with that job."""

from datetime import date

import pytest

from matching.progress.rules.jobs import JobEvent, job_since
from matching.progress.types import JobEventKind
from tests.builders.progress import event

FIRST = date(2026, 1, 5)
PLANNED_END = date(2026, 3, 2)  # eight weeks later
LAST_DAY_OF_THE_PAUSE = date(2026, 3, 16)


def start(on: date, weeks: int | None) -> JobEvent:
    return event(JobEventKind.STARTED, on, planned_weeks=weeks)


def test_the_first_start_begins_a_job() -> None:
    assert job_since([], FIRST) is None


def test_a_start_within_two_weeks_of_the_planned_end_goes_on_with_the_job() -> None:
    earlier = [start(FIRST, 8)]
    assert job_since(earlier, PLANNED_END) == FIRST
    assert job_since(earlier, LAST_DAY_OF_THE_PAUSE) == FIRST
    assert job_since(earlier, date(2026, 3, 17)) is None


def test_a_job_without_a_planned_end_goes_on_for_ever() -> None:
    assert job_since([start(FIRST, None)], date(2030, 1, 1)) == FIRST


@pytest.mark.parametrize("turned", [False, True])
def test_it_is_the_latest_job_that_goes_on_in_whatever_order_its_starts_are_told(turned: bool) -> None:
    second, renewal = date(2026, 5, 4), date(2026, 6, 1)
    starts = [start(FIRST, 8), start(second, 4), start(renewal, 4)]
    told = starts[::-1] if turned else starts
    assert job_since(told, date(2026, 7, 13)) == second
    assert job_since(told, date(2026, 7, 14)) is None


def test_a_renewal_does_not_shorten_what_was_planned() -> None:
    starts = [start(FIRST, 20), start(date(2026, 2, 2), 4)]
    assert job_since(starts, date(2026, 6, 8)) == FIRST  # two weeks after the end that was planned first
    assert job_since(starts, date(2026, 6, 9)) is None


def test_a_renewal_without_a_planned_end_leaves_the_job_without_one() -> None:
    assert job_since([start(FIRST, 8), start(PLANNED_END, None)], date(2030, 1, 1)) == FIRST
