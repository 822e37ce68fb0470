"""Who follows a candidate up, the codes that let a candidate sign in, and everybody who has looked."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, Word, enum_column
from matching.models.candidate import Candidate
from matching.types import ReadPurpose, ReadWhat
from register.organisations.models import Organisation
from register.people.models import User
from register.roles.types import Role


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


class SignInCode(UuidKey, Base):
    """A code that the counsellor hands over: works once, for a week, with few attempts.

    Its first part finds the row, so that wrong attempts at the second, secret part can be counted.
    """

    __tablename__ = "sign_in_code"
    __table_args__ = (
        CheckConstraint("attempts >= 0", name="attempts_not_negative"),
        CheckConstraint("used_at IS NULL OR replaced_at IS NULL", name="used_or_replaced"),
        Index(
            "one_living_code_per_candidate",
            "candidate_id",
            unique=True,
            sqlite_where=text("used_at IS NULL AND replaced_at IS NULL"),
            postgresql_where=text("used_at IS NULL AND replaced_at IS NULL"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"))
    finder: Mapped[str] = mapped_column(String(8), unique=True, doc="The first part of the code; no secret.")
    code_hash: Mapped[str] = mapped_column(String(64), doc="Keyed hash of the whole code.")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    replaced_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    candidate: Mapped[Candidate] = relationship()


class CandidateRead(UuidKey, Base):
    """Somebody looked at a candidate: written in the same transaction as the look, never changed."""

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
