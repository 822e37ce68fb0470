"""The codes that let a candidate sign in."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey
from matching.records.tables.candidate import Candidate


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
