"""Everybody who has looked at a candidate."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, Word, enum_column
from matching.disclosures.types import ReadPurpose, ReadWhat
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role


class CandidateRead(UuidKey, Base):
    """Somebody looked at a candidate: written before the look is answered, never changed."""

    __tablename__ = "candidate_read"
    __table_args__ = (
        CheckConstraint(
            "(role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name="employers_read_for_an_organisation",
        ),
        Index("candidate_read_by_candidate", "candidate_id", "at"),
    )

    at: Mapped[datetime] = mapped_column(UtcDateTime)
    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"))
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    role: Mapped[Role] = enum_column(Role)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisation.id"))
    purpose: Mapped[str] = mapped_column(Word(ReadPurpose))
    what: Mapped[ReadWhat] = enum_column(ReadWhat)

    user: Mapped[User] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
