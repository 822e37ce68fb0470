"""The figures that pages, the open data and reports show: one place computes them, so that they cannot disagree."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from ground.dates import NORWAY, last_closed_month
from matching.catalogue.kinds import OpeningKind
from matching.progress.events import all_events
from matching.progress.rules.counting import (
    Changes,
    Correction,
    Ladder,
    Lasting,
    by_kind,
    changed_by_month,
    corrections,
    count_ladder,
    counted_by_month,
    gone_by_month,
)
from matching.progress.rules.jobs import HowItGoes, Job, JobEvent, Moment, Outcome, started_jobs
from matching.progress.rules.steps import SteppedTable, publish
from matching.progress.rules.suppression import SMALLEST_SHOWN, PublishedTable, suppress
from register.organisations.municipalities import is_in_akershus, municipalities

OUTSIDE_COUNTY = "outside"


@dataclass(frozen=True)
class MonthPoint:
    """Started jobs in all at the end of one month."""

    month_end: date
    started: int


@dataclass(frozen=True)
class PublishedLasting:
    """Of the jobs that were to last so many weeks and began so long ago (`due`): those confirmed to be there still,
    those that ended before, and those nobody has been heard of.

    None is a number that would tell of single persons, or lead to one.
    """

    weeks: int
    due: int
    lasted: int | None
    ended: int | None
    not_heard_of: int | None

    @property
    def hidden(self) -> bool:
        """Is any of the three not told?"""
        return None in (self.lasted, self.ended, self.not_heard_of)

    @property
    def percent(self) -> int | None:
        """The share in whole percent, where there is one."""
        return None if self.lasted is None or not self.due else round(100 * self.lasted / self.due)


@dataclass(frozen=True)
class Progress:
    """What the public sees: the county's ladders now, tables as of the last closed month, the line month by month.

    `jobs_now` and `training_now` say by `HowItGoes` how it goes with those that have begun; the ladders know it too,
    but small numbers stand there as they are. `is_behind`: something was told after `counted_at`, and is counted now.
    """

    goal: int
    programme_start: date
    as_of: date
    counted_at: datetime
    jobs: Ladder
    training: Ladder
    jobs_now: PublishedTable
    training_now: PublishedTable
    lasting: tuple[PublishedLasting, ...]
    closed_month_end: date
    by_municipality: SteppedTable
    by_kind: SteppedTable
    by_month: tuple[MonthPoint, ...]
    corrections: tuple[Correction, ...]
    is_behind: bool = False


def progress(session: Session, *, goal: int, programme_start: date, today: date, now: datetime) -> Progress:
    """Count everything from the events. `today` and `now` are the same moment, as a date in Norway and in UTC."""
    events = all_events(session)
    live, months = Moment(programme_start, today, now), closed_months(programme_start, today)
    closed = months[-1]
    changes = changed_by_month(events, months, paid=True)
    gone = gone_by_month(changes)
    jobs, training = (count_ladder(events, live, paid=paid) for paid in (True, False))
    return Progress(
        goal=goal,
        programme_start=programme_start,
        as_of=today,
        counted_at=now,
        jobs=jobs,
        training=training,
        jobs_now=_now(jobs),
        training_now=_now(training),
        lasting=tuple(_publish_lasting(one) for one in jobs.lasting),
        closed_month_end=closed.day,
        by_municipality=_table(changes, gone, municipality_of, [one.number for one in municipalities()]),
        by_kind=_table(changes, gone, by_kind, [kind.value for kind in OpeningKind if kind.paid]),
        by_month=_by_month(events, closed),
        corrections=tuple(corrections(events, live, _month_of)),
    )


def closed_month(programme_start: date, today: date) -> Moment:
    """The end of the last whole month. What Plass hears of later belongs to the next publication, not to this one."""
    last_day = last_closed_month(today)
    return Moment(programme_start, last_day, end_of_day(last_day))


def closed_months(programme_start: date, today: date) -> list[Moment]:
    """The end of every whole month of the programme, the oldest first; always that of the last closed month."""
    closed = closed_month(programme_start, today)
    before = (day for day in _month_ends(programme_start, closed.day) if day != closed.day)
    return [*(Moment(programme_start, day, end_of_day(day)) for day in before), closed]


def end_of_day(day: date) -> datetime:
    """Midnight after a day in Norway, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), NORWAY).astimezone(UTC)


def _month_of(moment: datetime) -> date:
    return moment.astimezone(NORWAY).date().replace(day=1)


def municipality_of(job: Job) -> str | None:
    """Group by the workplace's municipality; everything outside the county together."""
    return group_of(job.municipality)


def group_of(municipality_number: str | None) -> str | None:
    """The municipality's line in the published table."""
    if municipality_number is None or is_in_akershus(municipality_number):
        return municipality_number
    return OUTSIDE_COUNTY


def _table(
    changes: list[Changes], gone: list[int], by: Callable[[Job], str | None], groups: Iterable[str]
) -> SteppedTable:
    """The newest table, in steps that tell of nobody beside all the months before."""
    return publish(counted_by_month(changes, by=by, groups=groups), gone)[-1]


def _now(ladder: Ladder) -> PublishedTable:
    return suppress(
        {
            HowItGoes.AT_WORK: ladder.at_work,
            HowItGoes.ENDED: ladder.ended,
            HowItGoes.NOT_HEARD_OF: ladder.not_heard_of,
        }
    )


def _publish_lasting(lasting: Lasting) -> PublishedLasting:
    """A split with a number under five hides it together with its neighbour."""
    split: dict[str, int] = {
        Outcome.LASTED: lasting.lasted,
        Outcome.ENDED: lasting.ended,
        Outcome.NOT_HEARD_OF: lasting.not_heard_of,
    }
    cells = suppress(split).cells if lasting.due >= SMALLEST_SHOWN else dict.fromkeys(split)
    return PublishedLasting(
        lasting.weeks,
        lasting.due,
        lasted=cells[Outcome.LASTED],
        ended=cells[Outcome.ENDED],
        not_heard_of=cells[Outcome.NOT_HEARD_OF],
    )


def _by_month(events: list[JobEvent], closed: Moment) -> tuple[MonthPoint, ...]:
    """The county's started jobs at each month's end, from the month in which the first job was agreed.

    Only the county's own total, so nothing is hidden. A job belongs to the month in which it first began.
    """
    paid = [event for event in events if event.paid and event.person_ref is not None and closed.holds(event)]
    if not paid:
        return ()
    starts = sorted(job.stretches[0].starts_on for job in started_jobs(paid, closed))
    first = min(event.occurred_on for event in paid)
    return tuple(MonthPoint(day, bisect_right(starts, day)) for day in _month_ends(first, closed.day))


def _month_ends(first: date, last: date) -> Iterator[date]:
    """The end of each month from that of the first day on, none after the last day."""
    end = month_end(first)
    while end <= last:
        yield end
        end = month_end(end + timedelta(days=1))


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
