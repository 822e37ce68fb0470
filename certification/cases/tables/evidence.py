"""What proves an answer: a link, or a file whose bytes lie in a table of their own."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.criteria.types import EvidenceKind
from ground.base import Base, ShortText, UtcDateTime, UuidKey, enum_column
from register.people.models import User


class EvidenceFile(UuidKey, Base):
    """The bytes of one file, what they are (looked at, not believed) and their SHA-256."""

    __tablename__ = "evidence_file"
    __table_args__ = (CheckConstraint("size BETWEEN 1 AND 10485760", name="size_at_most_ten_megabytes"),)

    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(100))
    original_name: Mapped[str] = mapped_column(ShortText)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Evidence(UuidKey, Base):
    """A link or a file beside an answer. `effective_on` is the day it speaks of, not the day it was added."""

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("kind IN ('link', 'file')", name="a_link_or_a_file"),
        CheckConstraint("(kind = 'link') = (url IS NOT NULL)", name="a_link_has_an_address"),
        CheckConstraint("(kind = 'file') = (file_id IS NOT NULL)", name="a_file_has_bytes"),
        CheckConstraint("(removed_at IS NULL) = (removed_by_id IS NULL)", name="removed_if_and_only_if_by_somebody"),
        Index("evidence_of_criterion", "assessment_id", "criterion_id"),
    )

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"))
    criterion_id: Mapped[str] = mapped_column(String(8))
    kind: Mapped[EvidenceKind] = enum_column(EvidenceKind)
    description: Mapped[str] = mapped_column(ShortText, default="")
    url: Mapped[str | None] = mapped_column(String(1000))
    file_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("evidence_file.id"), unique=True)
    effective_on: Mapped[date | None]
    added_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="What has been part of a submission is kept out of sight; what has not, is deleted."
    )
    removed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))

    file: Mapped[EvidenceFile | None] = relationship()
    added_by: Mapped[User] = relationship(foreign_keys=[added_by_id])

    @property
    def name(self) -> str:
        """What the evidence is called on a page."""
        own = self.file.original_name if self.file else self.url
        return self.description or own or ""

    @property
    def mark(self) -> str:
        """A string that changes when the evidence does; it goes into the hash of what is signed."""
        said = self.file.sha256 if self.file else self.url
        return f"{self.criterion_id} {said} {self.effective_on or ''}"
