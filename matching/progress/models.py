"""The events that every figure is counted from and can be followed back to."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from ground.base import Base, UtcDateTime, UuidKey, enum_column
from matching.catalogue.kinds import OpeningKind
from matching.progress.types import JobEventKind, UndoReason
from register.organisations.types import Sector


class JobEvent(UuidKey, Base):
    """One step of one job. Rows are only added, never changed; a start taken back is an event of its own.

    `person_ref` is a pseudonym made for the count alone; it means nothing once the candidate is forgotten, and then
    `source_ref` leads to no placement either (`events.cut`).
    `recorded_at` is when Plass heard of it, `occurred_on` when it happened: figures «as of» a date use both.
    """

    __tablename__ = "job_event"
    __table_args__ = (
        Index(
            "one_step_of_each_kind_per_placement",
            "kind",
            "source_ref",
            "attempt",
            unique=True,
            sqlite_where=text("person_ref IS NOT NULL"),
            postgresql_where=text("person_ref IS NOT NULL"),
        ),
        CheckConstraint("positions >= 1", name="positions_at_least_one"),
        CheckConstraint(
            "(kind IN ('pledged', 'posted')) = (person_ref IS NULL)", name="a_person_from_the_agreement_on"
        ),
        CheckConstraint("(kind = 'undone') = (undone_because IS NOT NULL)", name="undone_for_a_reason"),
    )

    kind: Mapped[JobEventKind] = enum_column(JobEventKind)
    source_ref: Mapped[uuid.UUID] = mapped_column(doc="The place or the placement the event came from.")
    person_ref: Mapped[uuid.UUID | None] = mapped_column(index=True)
    workplace_id: Mapped[uuid.UUID] = mapped_column(index=True)
    organisation_id: Mapped[uuid.UUID]
    opening_kind: Mapped[OpeningKind] = enum_column(OpeningKind)
    municipality_number: Mapped[str | None] = mapped_column(String(4))
    sector: Mapped[Sector | None] = enum_column(Sector, nullable=True)
    certified: Mapped[bool] = mapped_column(default=False, doc="Whether the employer held a certificate that day.")
    positions: Mapped[int] = mapped_column(default=1)
    planned_weeks: Mapped[int | None] = mapped_column(doc="None for a job without a planned end.")
    attempt: Mapped[int] = mapped_column(
        default=1, doc="Which confirmation of the start it belongs to: 2 when one was taken back before."
    )
    undone_because: Mapped[UndoReason | None] = enum_column(UndoReason, nullable=True)
    occurred_on: Mapped[date] = mapped_column(index=True)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
