"""Jobs made of events: one per person and workplace, however often it is renewed or changes kind."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from matching.catalogue.kinds import OpeningKind
from matching.progress.types import JobEventKind

LASTED = {13: JobEventKind.LASTED_13, 26: JobEventKind.LASTED_26, 52: JobEventKind.LASTED_52}
"""The steps of lasting, in weeks."""

LONGEST_PAUSE = timedelta(days=14)
"""A renewal that begins within this time after the planned end continues the same stretch of work."""


@dataclass(frozen=True)
class JobEvent:
    """Something that happened on the way to a job. References mean nothing outside the count.

    `subject_ref` is the pledge, the opening or the placement. `positions` counts for pledges and openings,
    `planned_weeks` for starts: None is a job without a planned end. `occurred_on` is when it happened,
    `recorded_at` when Plass knew.
    """

    kind: JobEventKind
    subject_ref: str
    paid: bool
    occurred_on: date
    recorded_at: datetime
    person_ref: str | None = None
    workplace_ref: str | None = None
    opening_kind: OpeningKind | None = None
    municipality: str | None = None
    sector: str | None = None
    certified: bool | None = None
    positions: int = 1
    planned_weeks: int | None = None


@dataclass(frozen=True)
class Moment:
    """Events up to `day`, as Plass knew them at `known_at`; from the first day of the programme."""

    programme_starts_on: date
    day: date
    known_at: datetime

    def holds(self, event: JobEvent) -> bool:
        """Does the event belong to the picture at this moment?"""
        return self.programme_starts_on <= event.occurred_on <= self.day and event.recorded_at <= self.known_at


@dataclass(frozen=True)
class Stretch:
    """Work without a break in the plan; `planned_until` is None when no end is planned."""

    starts_on: date
    planned_until: date | None


@dataclass(frozen=True)
class Job:
    """One started job: one person at one workplace. Where, what and whose follow from the latest start."""

    person_ref: str
    workplace_ref: str
    paid: bool
    opening_kind: OpeningKind | None
    municipality: str | None
    sector: str | None
    certified: bool | None
    stretches: tuple[Stretch, ...]
    steps: frozenset[JobEventKind]

    def is_due(self, weeks: int, on: date) -> bool:
        """Was it planned to last so many weeks, and have they passed?"""
        length = timedelta(weeks=weeks)
        return any(
            stretch.starts_on + length <= on
            and (stretch.planned_until is None or stretch.planned_until >= stretch.starts_on + length)
            for stretch in self.stretches
        )

    def lasted(self, weeks: int) -> bool:
        """Has somebody confirmed that the person was still there after so many weeks?"""
        return LASTED[weeks] in self.steps


def job_since(starts: Iterable[JobEvent], on: date) -> date | None:
    """The first day of the job that goes on with a start on this day; None when the start begins a new one.

    `starts` are the earlier starts of one person at one workplace.
    """
    stretches = _stretches(sorted(starts, key=order_of))
    last = stretches[-1] if stretches else None
    if last is None or (last.planned_until is not None and on > last.planned_until + LONGEST_PAUSE):
        return None
    return last.starts_on


def started_jobs(events: Iterable[JobEvent], moment: Moment) -> tuple[Job, ...]:
    """Every job started within the programme, as of a moment; the order and repetition of events do not matter."""
    grouped: dict[tuple[str, str, bool], set[JobEvent]] = defaultdict(set)
    for event in events:
        if moment.holds(event) and event.person_ref is not None and event.workplace_ref is not None:
            grouped[event.person_ref, event.workplace_ref, event.paid].add(event)
    jobs = (_job(group) for _, group in sorted(grouped.items()))
    return tuple(job for job in jobs if job is not None)


def _job(events: set[JobEvent]) -> Job | None:
    ordered = sorted(events, key=order_of)
    starts = [event for event in ordered if event.kind is JobEventKind.STARTED]
    if not starts:
        return None
    latest = starts[-1]
    return Job(
        person_ref=latest.person_ref or "",
        workplace_ref=latest.workplace_ref or "",
        paid=latest.paid,
        opening_kind=latest.opening_kind,
        municipality=latest.municipality,
        sector=latest.sector,
        certified=latest.certified,
        stretches=_stretches(starts),
        steps=frozenset(event.kind for event in ordered),
    )


def order_of(event: JobEvent) -> tuple[object, ...]:
    """By time, then by everything else, so that equal times cannot make the outcome depend on the order of arrival."""
    return (event.occurred_on, event.recorded_at, repr(event))


def _stretches(starts: list[JobEvent]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    for start in starts:
        until = _planned_until(start)
        last = stretches[-1] if stretches else None
        if last is None or (last.planned_until and start.occurred_on > last.planned_until + LONGEST_PAUSE):
            stretches.append(Stretch(start.occurred_on, until))
        elif last.planned_until is not None:
            longer = None if until is None else max(until, last.planned_until)
            stretches[-1] = Stretch(last.starts_on, longer)
    return tuple(stretches)


def _planned_until(start: JobEvent) -> date | None:
    return None if start.planned_weeks is None else start.occurred_on + timedelta(weeks=start.planned_weeks)
