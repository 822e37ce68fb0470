"""Who follows a candidate up."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey
from matching.records.tables.candidate import Candidate
from register.people.models import User


class CaseloadEntry(UuidKey, Base):
    """A counsellor is a candidate's one coordinator from one moment until another."""

    __tablename__ = "caseload_entry"
    __table_args__ = (
        CheckConstraint("until_at IS NULL OR until_at >= from_at", name="ends_after_it_began"),
        Index(
            "one_coordinator_per_candidate",
            "candidate_id",
            unique=True,
            sqlite_where=text("until_at IS NULL"),
            postgresql_where=text("until_at IS NULL"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"))
    counsellor_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    from_at: Mapped[datetime] = mapped_column(UtcDateTime)
    until_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    candidate: Mapped[Candidate] = relationship()
    counsellor: Mapped[User] = relationship()
