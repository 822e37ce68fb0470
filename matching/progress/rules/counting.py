"""The honest ladder of the 1000 jobs: pledged, posted, agreed, started, still there (product, E)."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from matching.progress.rules.jobs import (
    LASTED,
    HowItGoes,
    Job,
    JobEvent,
    Moment,
    Outcome,
    Pair,
    pair_of,
    standing,
    started_jobs,
)
from matching.progress.types import JobEventKind, UndoReason

NOT_KNOWN = "not_known"

AGREED = frozenset({JobEventKind.AGREED, JobEventKind.STARTED})
"""The steps that say that somebody is agreed to work somewhere."""

Changes = list[tuple[Job | None, Job | None]]
"""Of each job of which something new was heard: what it was before, and what it is now."""


@dataclass(frozen=True)
class Lasting:
    """Of the jobs that were to last so many weeks and began so long ago (`due`): those where somebody has said that the
    person was there, those that ended before, and those nobody has been heard of. The three are all of them.
    """

    weeks: int
    lasted: int
    ended: int
    not_heard_of: int

    @property
    def due(self) -> int:
        """All that were to last so long, and began so long ago."""
        return self.lasted + self.ended + self.not_heard_of


@dataclass(frozen=True)
class Correction:
    """So many starts that were confirmed by mistake were taken back in a month (its first day), for this reason."""

    month: date
    paid: bool
    because: UndoReason
    number: int


@dataclass(frozen=True)
class Ladder:
    """One ladder: of paid jobs or of unpaid training, never both.

    Pledged and posted are positions, `people` are young people, the rest are jobs. Of those started each is at work
    today, ended or not heard of.
    """

    paid: bool
    pledged: int
    posted: int
    agreed: int
    started: int
    people: int
    at_work: int
    ended: int
    not_heard_of: int
    lasting: tuple[Lasting, ...]


def count_ladder(events: Iterable[JobEvent], moment: Moment, *, paid: bool) -> Ladder:
    """The ladder as of a moment. A person counts once per workplace; a pledge or opening counts its latest number."""
    mine = standing(event for event in events if event.paid is paid and moment.knows(event))
    jobs = started_jobs(mine, moment)
    positions = [event for event in mine if moment.holds(event)]
    goes = Counter(job.how_it_goes(moment.day) for job in jobs)
    return Ladder(
        paid=paid,
        pledged=_positions(positions, JobEventKind.PLEDGED),
        posted=_positions(positions, JobEventKind.POSTED),
        agreed=len(agreed_pairs(mine, jobs, moment)),
        started=len(jobs),
        people=len({job.person_ref for job in jobs}),
        at_work=goes[HowItGoes.AT_WORK],
        ended=goes[HowItGoes.ENDED],
        not_heard_of=goes[HowItGoes.NOT_HEARD_OF],
        lasting=tuple(_lasting(jobs, weeks, moment) for weeks in LASTED),
    )


def started_by_month(
    events: Iterable[JobEvent],
    months: Sequence[Moment],
    *,
    paid: bool,
    by: Callable[[Job], str | None],
    groups: Iterable[str],
) -> list[dict[str, int]]:
    """Started jobs by a property of the job, as known at the end of each of these months, the oldest first.

    Groups without jobs are in every table.
    """
    return counted_by_month(changed_by_month(events, months, paid=paid), by=by, groups=groups)


def changed_by_month(events: Iterable[JobEvent], months: Sequence[Moment], *, paid: bool) -> list[Changes]:
    """What each job was until each of these months and is from then on, where something new was heard of it."""
    days, known = [month.day for month in months], [month.known_at for month in months]
    told: dict[Pair, list[tuple[int, JobEvent]]] = defaultdict(list)
    for event in events:
        if event.paid is paid and event.person_ref is not None and event.workplace_ref is not None:
            heard = max(bisect_left(days, event.occurred_on), bisect_left(known, event.recorded_at))
            told[pair_of(event)].append((heard, event))
    changes: list[Changes] = [[] for _month in months]
    for of_pair in told.values():
        before: Job | None = None
        for heard in sorted({heard for heard, _event in of_pair if heard < len(months)}):
            job = next(iter(started_jobs((event for _heard, event in of_pair), months[heard])), None)
            changes[heard].append((before, job))
            before = job
    return changes


def counted_by_month(
    changes: Iterable[Changes], *, by: Callable[[Job], str | None], groups: Iterable[str]
) -> list[dict[str, int]]:
    """The tables by a property of the job that these changes make, one after the other."""
    moved: list[Counter[str]] = []
    for month in changes:
        moved.append(Counter())
        for before, job in month:
            if before is not None:
                moved[-1][by(before) or NOT_KNOWN] -= 1
            if job is not None:
                moved[-1][by(job) or NOT_KNOWN] += 1
    named = dict.fromkeys(groups, 0) | {key: 0 for one in moved for key in one}
    tables: list[dict[str, int]] = []
    for one in moved:
        so_far = tables[-1] if tables else named
        tables.append({key: count + one[key] for key, count in so_far.items()})
    return tables


def gone_by_month(changes: Iterable[Changes]) -> list[int]:
    """How many jobs that stood in the month before are gone in each of these months: their starts were taken back.

    The list of corrections says more of them: a start that is confirmed anew at once takes no job away.
    """
    return [sum(job is None for before, job in month if before is not None) for month in changes]


def corrections(events: Iterable[JobEvent], moment: Moment, month_of: Callable[[datetime], date]) -> list[Correction]:
    """Every start that was taken back as of a moment, by month, newest first, and nothing of whom or where."""
    counts = Counter(
        (month_of(one.recorded_at), one.paid, one.undone_because)
        for one in events
        if one.kind is JobEventKind.UNDONE and moment.knows(one) and one.undone_because is not None
    )
    found = [Correction(month, paid, because, number) for (month, paid, because), number in counts.items()]
    return sorted(found, key=lambda one: (-one.month.toordinal(), not one.paid, one.because))


def by_municipality(job: Job) -> str | None:
    """Group by the municipality number of the workplace."""
    return job.municipality


def by_kind(job: Job) -> str | None:
    """Group by the kind the job has now."""
    return job.opening_kind.value if job.opening_kind else None


def _positions(events: list[JobEvent], kind: JobEventKind) -> int:
    """Positions pledged or posted: the latest known number of each pledge or opening, never several added up."""
    latest: dict[str, JobEvent] = {}
    for event in sorted(events, key=lambda one: (one.recorded_at, one.occurred_on, one.positions)):
        if event.kind is kind:
            latest[event.subject_ref] = event
    return sum(event.positions for event in latest.values())


def agreed_pairs(events: Iterable[JobEvent], jobs: Iterable[Job], moment: Moment) -> set[Pair]:
    """Who was agreed to work where at some time: what has started was agreed too, also when the agreement came before
    Plass. What goes on from before the programme is none of its jobs.

    `events` are those of one ladder that are known at the moment, `jobs` those of them that have begun.
    """
    agreed, from_before = set(), set()
    for event in events:
        if event.person_ref is None or event.workplace_ref is None:
            continue
        if event.kind in AGREED and moment.holds(event):
            agreed.add(pair_of(event))
        elif event.kind is JobEventKind.STARTED:
            from_before.add(pair_of(event))
    return agreed - (from_before - {pair_of(job) for job in jobs})


def _lasting(jobs: tuple[Job, ...], weeks: int, moment: Moment) -> Lasting:
    outcomes = Counter(job.outcome(weeks, moment.day) for job in jobs)
    return Lasting(weeks, outcomes[Outcome.LASTED], outcomes[Outcome.ENDED], outcomes[Outcome.NOT_HEARD_OF])
