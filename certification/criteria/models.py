"""The editions of the criteria as they were loaded; what is published is never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Connection, Index, String, Text, event, inspect, select, text
from sqlalchemy.orm import Mapped, mapped_column

from certification.criteria.errors import EditionLocked
from certification.criteria.transitions import EDITION
from certification.criteria.types import EditionStatus
from ground.base import Base, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful


class CriteriaEdition(UuidKey, Stateful, Base):
    """One edition: its number, all it says as canonical JSON, and the fingerprint of that."""

    __tablename__ = "criteria_edition"
    transitions = EDITION
    state_name = "status"
    __table_args__ = (
        CheckConstraint(
            "(status IN ('draft', 'hearing')) = (published_at IS NULL)",
            name="published_if_and_only_if_a_time",
        ),
        Index(
            "one_published_edition",
            "status",
            unique=True,
            sqlite_where=text("status = 'published'"),
            postgresql_where=text("status = 'published'"),
        ),
        CheckConstraint("length(fingerprint) = 64", name="fingerprint_is_a_sha_256"),
    )

    number: Mapped[str] = mapped_column(String(20), unique=True)
    status: Mapped[EditionStatus] = enum_column(EditionStatus, default=EditionStatus.DRAFT)
    content: Mapped[str] = mapped_column(Text, deferred=True, doc="What `editions.loader.canonical_json` wrote.")
    fingerprint: Mapped[str] = mapped_column(String(64))
    loaded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_locked(self) -> bool:
        """Whether the text may no longer be changed."""
        return self.published_at is not None


LOCKED_COLUMNS = ("number", "content", "fingerprint", "published_at")


@event.listens_for(CriteriaEdition, "before_update")
def _keep_what_is_published(_mapper: Any, connection: Connection, edition: CriteriaEdition) -> None:
    """The last guard: a row that the database already holds as published keeps its text, whoever asks."""
    stored = select(CriteriaEdition.published_at).where(CriteriaEdition.id == edition.id)
    if connection.scalar(stored) is None:
        return
    attributes = inspect(edition).attrs
    if any(attributes[name].history.has_changes() for name in LOCKED_COLUMNS):
        raise EditionLocked(edition.number)
