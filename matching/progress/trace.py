"""From a figure back to the events that it is counted from: exactly those, one for each thing that is counted."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from sqlalchemy.orm import Session

from matching.progress.events import all_rows, as_value
from matching.progress.models import JobEvent as JobEventRow
from matching.progress.rules.jobs import LASTED, Job, JobEvent, Moment, order_of, started_jobs
from matching.progress.types import JobEventKind

Pair = tuple[str, str]
Told = tuple[JobEventRow, JobEvent]


class Figure(StrEnum):
    """The figures of the ladder. `due_…` is what the share of those that lasted is counted of."""

    PLEDGED = "pledged"
    POSTED = "posted"
    AGREED = "agreed"
    STARTED = "started"
    DUE_13 = "due_13"
    LASTED_13 = "lasted_13"
    DUE_26 = "due_26"
    LASTED_26 = "lasted_26"
    DUE_52 = "due_52"
    LASTED_52 = "lasted_52"

    @property
    def is_due(self) -> bool:
        """Is it what those that lasted are counted of?"""
        return self in (Figure.DUE_13, Figure.DUE_26, Figure.DUE_52)


WEEKS = {figure: int(figure.value.rpartition("_")[2]) for figure in Figure if "_" in figure.value}


def events_behind(session: Session, figure: Figure, moment: Moment, *, paid: bool) -> list[JobEventRow]:
    """The events behind a figure as of a moment, newest first.

    The figure is their number; for pledged and posted, the sum of their positions.
    """
    told = [(row, value) for row in all_rows(session) if (value := as_value(row)).paid is paid and moment.holds(value)]
    told.sort(key=lambda one: order_of(one[1]))
    return [row for row, _ in reversed(_behind(figure, told, moment))]


def _behind(figure: Figure, told: Sequence[Told], moment: Moment) -> list[Told]:
    if figure in (Figure.PLEDGED, Figure.POSTED):
        return _latest_number(told, JobEventKind(figure.value))
    if figure is Figure.AGREED:
        steps = (JobEventKind.AGREED, JobEventKind.STARTED)
        return _first(told, lambda value: value.kind in steps)
    starts = _last(told, lambda value: value.kind is JobEventKind.STARTED)
    if figure is Figure.STARTED:
        return starts
    weeks = WEEKS[figure]
    due = {_pair(job) for job in started_jobs((value for _, value in told), moment) if job.is_due(weeks, moment.day)}
    if figure.is_due:
        return [one for one in starts if _pair(one[1]) in due]
    return [one for one in _first(told, lambda value: value.kind is LASTED[weeks]) if _pair(one[1]) in due]


def _latest_number(told: Sequence[Told], kind: JobEventKind) -> list[Told]:
    """The latest known number of each pledge or opening."""
    latest: dict[str, Told] = {}
    for one in sorted(told, key=lambda one: (one[1].recorded_at, one[1].occurred_on, one[1].positions)):
        if one[1].kind is kind:
            latest[one[1].subject_ref] = one
    return _in_order(latest.values())


def _first(told: Sequence[Told], wanted: Callable[[JobEvent], bool]) -> list[Told]:
    """The first such event of each person at each workplace."""
    found: dict[Pair, Told] = {}
    for one in told:
        if wanted(one[1]) and one[1].person_ref is not None:
            found.setdefault(_pair(one[1]), one)
    return _in_order(found.values())


def _last(told: Sequence[Told], wanted: Callable[[JobEvent], bool]) -> list[Told]:
    """The last such event of each person at each workplace: it says where and what the job is now."""
    return _first(list(reversed(told)), wanted)


def _in_order(told: Iterable[Told]) -> list[Told]:
    return sorted(told, key=lambda one: order_of(one[1]))


def _pair(one: Job | JobEvent) -> Pair:
    return one.person_ref or "", one.workplace_ref or ""
