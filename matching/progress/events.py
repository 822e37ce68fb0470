"""Writing down the steps of jobs, and reading them back as the values that the rules count."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select, update
from sqlalchemy.orm import Session

from ground.act import Act
from ground.base import new_id
from matching.catalogue.kinds import OpeningKind
from matching.progress.models import JobEvent as JobEventRow
from matching.progress.rules.jobs import JobEvent, standing
from matching.progress.types import JobEventKind, UndoReason
from register.organisations.types import Sector

NEWEST = 50


@dataclass(frozen=True)
class JobPlace:
    """Where a job is and of what kind: what every event says, whoever it concerns."""

    workplace_id: uuid.UUID
    organisation_id: uuid.UUID
    opening_kind: OpeningKind
    municipality_number: str | None
    sector: Sector | None
    certified: bool


def record_event(
    act: Act,
    *,
    kind: JobEventKind,
    source_ref: uuid.UUID,
    place: JobPlace,
    occurred_on: date,
    person_ref: uuid.UUID | None = None,
    positions: int = 1,
    planned_weeks: int | None = None,
    undone_because: UndoReason | None = None,
) -> None:
    """Write down one step of one job. The same step of the same source is written once, however often it is told.

    What is pledged or posted may get another number of positions: then the new number is written beside the old. After
    a start that was taken back (`undone_because`, on the day that it was said to be) all steps can be told anew.
    """
    same = JobEventRow.source_ref == source_ref, JobEventRow.kind.in_((kind, JobEventKind.UNDONE))
    told = act.session.scalars(select(JobEventRow).where(*same).order_by(JobEventRow.recorded_at)).all()
    attempt = 1 + sum(one.kind is JobEventKind.UNDONE for one in told)
    latest = next((one for one in reversed(told) if one.kind is kind), None)
    if latest is not None and latest.attempt == attempt and (person_ref is not None or latest.positions == positions):
        return
    act.session.add(
        JobEventRow(
            kind=kind,
            source_ref=source_ref,
            person_ref=person_ref,
            workplace_id=place.workplace_id,
            organisation_id=place.organisation_id,
            opening_kind=place.opening_kind,
            municipality_number=place.municipality_number,
            sector=place.sector,
            certified=place.certified,
            positions=positions,
            planned_weeks=planned_weeks,
            attempt=attempt,
            undone_because=undone_because,
            occurred_on=occurred_on,
            recorded_at=act.now,
        )
    )
    act.session.flush()


def cut(act: Act, *, source_refs: Iterable[uuid.UUID]) -> None:
    """Let the events of these placements lead back to no placement: their person is forgotten, and the count stays.

    All events of one placement get the same new reference, which stands nowhere else.
    """
    for source_ref in source_refs:
        act.session.execute(update(JobEventRow).where(JobEventRow.source_ref == source_ref).values(source_ref=new_id()))


def paid_postings() -> Select[JobEventRow]:
    """The question for what is public as it stands: each number of paid positions pledged or posted, newest first."""
    return (
        select(JobEventRow)
        .where(
            JobEventRow.kind.in_((JobEventKind.PLEDGED, JobEventKind.POSTED)),
            JobEventRow.opening_kind.in_([kind for kind in OpeningKind if kind.paid]),
        )
        .order_by(JobEventRow.occurred_on.desc(), JobEventRow.recorded_at.desc(), JobEventRow.id)
    )


def all_rows(session: Session) -> Sequence[JobEventRow]:
    """Every event as it is stored."""
    return session.scalars(select(JobEventRow)).all()


def earlier_starts(session: Session, *, person_ref: uuid.UUID, workplace_id: uuid.UUID, paid: bool) -> list[JobEvent]:
    """The starts of one person at one workplace, in paid jobs or in unpaid training; none that was taken back."""
    rows = session.scalars(
        select(JobEventRow).where(
            JobEventRow.kind.in_((JobEventKind.STARTED, JobEventKind.UNDONE)),
            JobEventRow.person_ref == person_ref,
            JobEventRow.workplace_id == workplace_id,
        )
    )
    return standing([as_value(row) for row in rows if row.opening_kind.paid is paid])


def newest_events(session: Session) -> tuple[uuid.UUID, ...]:
    """The events told last: what is counted is the same while these are, for rows are only added.

    They are so many that an event whose transaction ended late is among them, and no more however many there are.
    """
    newest = select(JobEventRow.id).order_by(JobEventRow.recorded_at.desc(), JobEventRow.id.desc())
    return tuple(session.scalars(newest.limit(NEWEST)))


def all_events(session: Session) -> list[JobEvent]:
    """Every event, as values for the rules."""
    columns = (
        JobEventRow.kind, JobEventRow.source_ref, JobEventRow.opening_kind, JobEventRow.occurred_on,
        JobEventRow.recorded_at, JobEventRow.person_ref, JobEventRow.workplace_id, JobEventRow.municipality_number,
        JobEventRow.sector, JobEventRow.certified, JobEventRow.positions, JobEventRow.planned_weeks,
        JobEventRow.attempt, JobEventRow.undone_because,
    )  # fmt: skip
    return [as_value(row) for row in session.execute(select(*columns))]


def as_value(row: JobEventRow | Row[*tuple[Any, ...]]) -> JobEvent:
    """What the rules see of an event."""
    return JobEvent(
        kind=row.kind,
        subject_ref=str(row.source_ref),
        paid=row.opening_kind.paid,
        occurred_on=row.occurred_on,
        recorded_at=row.recorded_at,
        person_ref=str(row.person_ref) if row.person_ref else None,
        workplace_ref=str(row.workplace_id),
        opening_kind=row.opening_kind,
        municipality=row.municipality_number,
        sector=row.sector.value if row.sector else None,
        certified=row.certified,
        positions=row.positions,
        planned_weeks=row.planned_weeks,
        attempt=row.attempt,
        undone_because=row.undone_because,
    )
