"""From a figure back to the events that it is counted from: exactly those, one for each thing that is counted."""

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy.orm import Session

from matching.progress.events import all_rows, as_value
from matching.progress.models import JobEvent as JobEventRow
from matching.progress.rules.counting import AGREED, agreed_pairs
from matching.progress.rules.jobs import (
    LASTED,
    HowItGoes,
    Job,
    JobEvent,
    Moment,
    Outcome,
    Pair,
    order_of,
    pair_of,
    standing,
    started_jobs,
)
from matching.progress.types import Figure, JobEventKind

Told = tuple[JobEventRow, JobEvent]

GOES = {
    Figure.AT_WORK: HowItGoes.AT_WORK,
    Figure.ENDED: HowItGoes.ENDED,
    Figure.NOT_HEARD_OF: HowItGoes.NOT_HEARD_OF,
}
OUTCOMES = {
    "due": frozenset(Outcome),
    "lasted": frozenset({Outcome.LASTED}),
    "left": frozenset({Outcome.ENDED}),
    "unheard": frozenset({Outcome.NOT_HEARD_OF}),
}
WEEKS = {figure: int(figure.value.rpartition("_")[2]) for figure in Figure if figure.value[-2:].isdigit()}
LASTED_FIGURES = (Figure.LASTED_13, Figure.LASTED_26, Figure.LASTED_52)


def events_behind(session: Session, figure: Figure, moment: Moment, *, paid: bool) -> list[JobEventRow]:
    """The events behind a figure as of a moment, newest first.

    The figure is their number; for pledged and posted, the sum of their positions.
    """
    known = {value: row for row in all_rows(session) if (value := as_value(row)).paid is paid and moment.knows(value)}
    told = [(known[value], value) for value in sorted(standing(known), key=order_of)]
    return [row for row, _ in reversed(_behind(figure, told, moment))]


def _behind(figure: Figure, told: Sequence[Told], moment: Moment) -> list[Told]:
    in_programme = [one for one in told if moment.holds(one[1])]
    if figure in (Figure.PLEDGED, Figure.POSTED):
        return _latest_number(in_programme, JobEventKind(figure.value))
    values = [value for _, value in told]
    begun = started_jobs(values, moment)
    if figure is Figure.AGREED:
        agreed = agreed_pairs(values, begun, moment)
        return [one for one in _first(in_programme, lambda value: value.kind in AGREED) if pair_of(one[1]) in agreed]
    jobs = {pair_of(job) for job in begun if _is_of(figure, job, moment)}
    if figure in LASTED_FIGURES:
        talk = LASTED[WEEKS[figure]]
        return [one for one in _first(told, lambda value: value.kind is talk) if pair_of(one[1]) in jobs]
    starts = [one for one in _last(told, lambda value: value.kind is JobEventKind.STARTED) if pair_of(one[1]) in jobs]
    if figure is Figure.PEOPLE:
        return list({one[1].person_ref: one for one in starts}.values())
    return starts


def _is_of(figure: Figure, job: Job, moment: Moment) -> bool:
    """Whether a job is one of those that a figure counts."""
    if figure in WEEKS:
        return job.outcome(WEEKS[figure], moment.day) in OUTCOMES[figure.value.partition("_")[0]]
    return figure not in GOES or job.how_it_goes(moment.day) is GOES[figure]


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
            found.setdefault(pair_of(one[1]), one)
    return _in_order(found.values())


def _last(told: Sequence[Told], wanted: Callable[[JobEvent], bool]) -> list[Told]:
    """The last such event of each person at each workplace: it says where and what the job is now."""
    return _first(list(reversed(told)), wanted)


def _in_order(told: Iterable[Told]) -> list[Told]:
    return sorted(told, key=lambda one: order_of(one[1]))
