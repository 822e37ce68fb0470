"""The honest ladder of the 1000 jobs: pledged, posted, agreed, started, still there (product, E)."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matching.progress.rules.jobs import LASTED, Job, JobEvent, Moment, started_jobs
from matching.progress.rules.suppression import PublishedTable, suppress
from matching.progress.types import JobEventKind

NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Lasting:
    """Of the jobs planned to last so many weeks and started so long ago (`due`), those still there (`lasted`)."""

    weeks: int
    lasted: int
    due: int


@dataclass(frozen=True)
class Ladder:
    """One ladder: of paid jobs or of unpaid training, never both.

    Pledged and posted are positions, the rest are jobs.
    """

    paid: bool
    pledged: int
    posted: int
    agreed: int
    started: int
    lasting: tuple[Lasting, ...]


def count_ladder(events: Iterable[JobEvent], moment: Moment, *, paid: bool) -> Ladder:
    """The ladder as of a moment. A person counts once per workplace; a pledge or opening counts its latest number."""
    mine = [event for event in events if event.paid is paid and moment.holds(event)]
    jobs = started_jobs(mine, moment)
    return Ladder(
        paid=paid,
        pledged=_positions(mine, JobEventKind.PLEDGED),
        posted=_positions(mine, JobEventKind.POSTED),
        agreed=_agreed(mine),
        started=len(jobs),
        lasting=tuple(_lasting(jobs, weeks, moment) for weeks in LASTED),
    )


def publish_started(
    events: Iterable[JobEvent],
    moment: Moment,
    *,
    paid: bool,
    by: Callable[[Job], str | None],
    groups: Iterable[str],
) -> PublishedTable:
    """Started jobs by a property of the job, small counts hidden. Groups without jobs are in the table too."""
    jobs = started_jobs((event for event in events if event.paid is paid), moment)
    counts = Counter(by(job) or NOT_KNOWN for job in jobs)
    return suppress({**dict.fromkeys(groups, 0), **counts})


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


def _agreed(events: list[JobEvent]) -> int:
    """Agreed at some time: what has started was agreed too, also when the agreement came before Plass."""
    steps = (JobEventKind.AGREED, JobEventKind.STARTED)
    pairs = {(event.person_ref, event.workplace_ref) for event in events if event.kind in steps}
    return sum(1 for person, workplace in pairs if person is not None and workplace is not None)


def _lasting(jobs: tuple[Job, ...], weeks: int, moment: Moment) -> Lasting:
    due = [job for job in jobs if job.is_due(weeks, moment.day)]
    return Lasting(weeks, lasted=sum(job.lasted(weeks) for job in due), due=len(due))
