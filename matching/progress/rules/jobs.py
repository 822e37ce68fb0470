"""Jobs made of events: one per person and workplace, however often it is renewed or changes kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from ground.dates import ONE_DAY
from matching.catalogue.kinds import OpeningKind
from matching.progress.types import JobEventKind, UndoReason

LASTED = {13: JobEventKind.LASTED_13, 26: JobEventKind.LASTED_26, 52: JobEventKind.LASTED_52}
"""The steps of lasting, in weeks."""

LONGEST_PAUSE = timedelta(days=14)
"""A start within this time after the end of a stretch of work continues it; a later one begins another."""

TIME_TO_HEAR = timedelta(days=14)
"""So long after a day on which somebody was to say how it goes, nobody has been heard of."""


@dataclass(frozen=True)
class JobEvent:
    """Something that happened on the way to a job. References mean nothing outside the count.

    `subject_ref` is the pledge, the opening or the placement. `positions` counts for pledges and openings,
    `planned_weeks` for starts: None is a job without a planned end. `occurred_on` is when it happened,
    `recorded_at` when Plass knew. A start that is taken back is an event `undone`, with its reason, on the day that the
    start was said to be; `attempt` tells the steps before it from those after a new confirmation.
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
    attempt: int = 1
    undone_because: UndoReason | None = None


@dataclass(frozen=True)
class Moment:
    """Events up to `day`, as Plass knew them at `known_at`; from the first day of the programme."""

    programme_starts_on: date
    day: date
    known_at: datetime

    def knows(self, event: JobEvent) -> bool:
        """Has it happened, and had Plass heard of it, at this moment?"""
        return event.occurred_on <= self.day and event.recorded_at <= self.known_at

    def holds(self, event: JobEvent) -> bool:
        """Is it known, and of the programme?"""
        return self.programme_starts_on <= event.occurred_on and self.knows(event)


class HowItGoes(StrEnum):
    """What is known of a job that has begun; each job is one of these."""

    AT_WORK = "at_work"
    ENDED = "ended"
    NOT_HEARD_OF = "not_heard_of"


class Outcome(StrEnum):
    """What became of a job that was to last so many weeks; each is one of these."""

    LASTED = "lasted"
    ENDED = "ended"
    NOT_HEARD_OF = "not_heard_of"


@dataclass(frozen=True)
class Stretch:
    """Work without a break. `planned_until` is None when no end is planned, `ended_on` the last day of one that ended,
    `lasted` the weeks after which somebody has said that the person was there.
    """

    starts_on: date
    planned_until: date | None
    ended_on: date | None = None
    lasted: frozenset[int] = frozenset()

    def after(self, weeks: int) -> date:
        """The day on which so many weeks have passed."""
        return self.starts_on + timedelta(weeks=weeks)

    def is_planned_for(self, weeks: int) -> bool:
        """Was it to last so many weeks?"""
        return self.planned_until is None or self.planned_until >= self.after(weeks)

    def goes_on_with(self, start: date) -> bool:
        """Does a start on this day continue it?"""
        last_day = self.ended_on or self.planned_until
        return last_day is None or start <= last_day + LONGEST_PAUSE


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

    def outcome(self, weeks: int, on: date) -> Outcome | None:
        """What became of it after so many weeks; None when it was not to last so long, or they have not passed.

        The first stretch that was to last so long answers: whoever left early and came back has still left early. The
        last day of work is a day at work, so an ending on the very day is none before it; that the person was there is
        told in a talk alone.
        """
        asked = next((one for one in self.stretches if one.is_planned_for(weeks)), None)
        if asked is None or asked.after(weeks) > on:
            return None
        if weeks in asked.lasted:
            return Outcome.LASTED
        ended = asked.ended_on is not None and asked.ended_on < asked.after(weeks)
        return Outcome.ENDED if ended else Outcome.NOT_HEARD_OF

    def how_it_goes(self, on: date) -> HowItGoes:
        """Ended, or at work; or not heard of, when two weeks have passed since the end that was planned, or since the
        latest day on which somebody was to say that the person is there, and nobody has said anything.
        """
        now = self.stretches[-1]
        if now.ended_on is not None:
            return HowItGoes.ENDED if now.ended_on < on else HowItGoes.AT_WORK
        if now.planned_until is not None and now.planned_until + TIME_TO_HEAR < on:
            return HowItGoes.NOT_HEARD_OF
        late = on - TIME_TO_HEAR
        asked = [weeks for weeks in LASTED if now.is_planned_for(weeks) and now.after(weeks) < late]
        if asked and not any(weeks >= asked[-1] for weeks in now.lasted):
            return HowItGoes.NOT_HEARD_OF
        return HowItGoes.AT_WORK


FROM_THE_START = frozenset({JobEventKind.STARTED, JobEventKind.ENDED, *LASTED.values()})
"""What never was when the start was a mistake."""


def standing(events: Iterable[JobEvent]) -> list[JobEvent]:
    """These events without what is taken back among them: the start, and all that was told of the work after it.

    That it was agreed stands. Give it the events that are known at a moment: before the mistake was known, it counted.
    """
    told = list(events)
    undone = {(one.subject_ref, one.attempt) for one in told if one.kind is JobEventKind.UNDONE}
    if not undone:
        return told
    return [
        one
        for one in told
        if one.kind is not JobEventKind.UNDONE
        and not (one.kind in FROM_THE_START and (one.subject_ref, one.attempt) in undone)
    ]


Pair = tuple[str, str]


def pair_of(one: Job | JobEvent) -> Pair:
    """Who works where: what is one job within a ladder, however many events tell of it."""
    return one.person_ref or "", one.workplace_ref or ""


def job_since(starts: Iterable[JobEvent], on: date) -> date | None:
    """The first day of the job that goes on with a start on this day; None when the start begins a new one.

    `starts` are the earlier starts of one person at one workplace.
    """
    stretches = _stretches(sorted(starts, key=order_of), ())
    return stretches[-1].starts_on if stretches and stretches[-1].goes_on_with(on) else None


def started_jobs(events: Iterable[JobEvent], moment: Moment) -> tuple[Job, ...]:
    """Every job begun within the programme, as of a moment; the order and repetition of events do not matter.

    What goes on from before the programme is none of its jobs, however often it is renewed; what is taken back never
    was one.
    """
    grouped: dict[tuple[str, str, bool], set[JobEvent]] = defaultdict(set)
    for event in standing(event for event in events if moment.knows(event)):
        if event.person_ref is not None and event.workplace_ref is not None:
            grouped[event.person_ref, event.workplace_ref, event.paid].add(event)
    jobs = (_job(group, moment.programme_starts_on) for _, group in sorted(grouped.items()))
    return tuple(job for job in jobs if job is not None)


def _job(events: set[JobEvent], programme_starts_on: date) -> Job | None:
    ordered = sorted(events, key=order_of)
    starts = [event for event in ordered if event.kind is JobEventKind.STARTED]
    stretches = tuple(one for one in _stretches(starts, ordered) if one.starts_on >= programme_starts_on)
    if not stretches:
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
        stretches=stretches,
    )


def order_of(event: JobEvent) -> tuple[object, ...]:
    """By time, then by everything else, so that equal times cannot make the outcome depend on the order of arrival."""
    return (
        event.occurred_on,
        event.recorded_at,
        event.kind,
        event.subject_ref,
        event.opening_kind or "",
        event.municipality or "",
        event.sector or "",
        bool(event.certified),
        event.positions,
        event.planned_weeks or 0,
        event.attempt,
    )


def _stretches(starts: Sequence[JobEvent], told: Sequence[JobEvent]) -> tuple[Stretch, ...]:
    """`starts` in order; `told` is what is known besides, of which endings and talks belong to a start.

    A talk that was before its weeks had passed tells nothing of them: it was planned from a start taken back since.
    """
    endings, talks = _by_start(starts, told)
    stretches: list[Stretch] = []
    for number, start in enumerate(starts):
        last = stretches[-1] if stretches and stretches[-1].goes_on_with(start.occurred_on) else None
        first_day = start.occurred_on if last is None else last.starts_on
        passed = {weeks for weeks, day in talks[number].items() if first_day + timedelta(weeks=weeks) <= day + ONE_DAY}
        until, ended, lasted = _planned_until(start), endings.get(number), frozenset(passed)
        if last is None:
            stretches.append(Stretch(first_day, until, ended, lasted))
            continue
        longer = None if until is None or last.planned_until is None else max(until, last.planned_until)
        stretches[-1] = replace(last, planned_until=longer, ended_on=ended, lasted=last.lasted | lasted)
    return tuple(stretches)


def _by_start(
    starts: Sequence[JobEvent], told: Sequence[JobEvent]
) -> tuple[dict[int, date], dict[int, dict[int, date]]]:
    """The last day of each start that has ended, and after how many weeks and on which day somebody was there: of the
    same placement, else of the latest start before it.
    """
    endings: dict[int, date] = {}
    talks: dict[int, dict[int, date]] = defaultdict(dict)
    weeks = {kind: weeks for weeks, kind in LASTED.items()}
    for event in told:
        if event.kind is not JobEventKind.ENDED and event.kind not in weeks:
            continue
        before = [number for number, start in enumerate(starts) if start.occurred_on <= event.occurred_on]
        if not before:
            continue
        of_placement = [number for number in before if starts[number].subject_ref == event.subject_ref]
        number = (of_placement or before)[-1]
        if event.kind is JobEventKind.ENDED:
            endings[number] = event.occurred_on
        else:
            talks[number][weeks[event.kind]] = event.occurred_on
    return endings, talks


def _planned_until(start: JobEvent) -> date | None:
    return None if start.planned_weeks is None else start.occurred_on + timedelta(weeks=start.planned_weeks)
