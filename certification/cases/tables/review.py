"""The certifier's side of a case: who looks at it, what was found, sent back and recommended."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.cases.tables.assessment import Assessment
from certification.cases.types import DecisionOutcome
from certification.criteria.types import FindingValue
from ground.base import Base, LongText, UtcDateTime, UuidKey, enum_column
from ground.written import Written
from register.people.models import User

NOT_ENDED = text("ended_at IS NULL")
NOT_SUPERSEDED = text("superseded_at IS NULL")


class CertifierAssignment(UuidKey, Base):
    """A certifier to whom the county gave the case, and when they declared that they are impartial."""

    __tablename__ = "certifier_assignment"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="ended_if_and_only_if_a_reason"),
        Index(
            "one_certifier_per_assessment",
            "assessment_id",
            unique=True,
            sqlite_where=NOT_ENDED,
            postgresql_where=NOT_ENDED,
        ),
    )

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    certifier_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    assigned_at: Mapped[datetime] = mapped_column(UtcDateTime)
    assigned_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    impartiality_declared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    end_reason: Mapped[str | None] = mapped_column(LongText)

    assessment: Mapped[Assessment] = relationship()
    certifier: Mapped[User] = relationship(foreign_keys=[certifier_id])


class Finding(UuidKey, Base):
    """The certifier's finding on one criterion, bound to the claim it was made on by `claim_hash`."""

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("assessment_id", "criterion_id", name="one_finding_per_criterion"),
        CheckConstraint("milestone IS NULL OR value = 'minor'", name="a_milestone_belongs_to_a_minor_finding"),
    )

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"))
    criterion_id: Mapped[str] = mapped_column(String(8))
    value: Mapped[FindingValue] = enum_column(FindingValue)
    note: Mapped[str] = mapped_column(LongText, default="")
    explanation_accepted: Mapped[bool] = mapped_column(default=False)
    milestone: Mapped[date | None]
    claim_hash: Mapped[str] = mapped_column(String(64), doc="Of the answer and evidence that the certifier saw.")
    recorded_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class SentBack(UuidKey, Written, Base):
    """The case went back to the employer, with what is missing and a deadline."""

    __tablename__ = "sent_back"
    __table_args__ = (CheckConstraint("message <> ''", name="says_what_is_missing"),)

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    message: Mapped[str] = mapped_column(LongText)
    due_on: Mapped[date]
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))


class Recommendation(UuidKey, Written, Base):
    """What the certifier recommends; it holds for the answers with `answers_hash`."""

    __tablename__ = "recommendation"
    __table_args__ = (
        CheckConstraint("text <> ''", name="says_why"),
        Index(
            "one_living_recommendation_per_assessment",
            "assessment_id",
            unique=True,
            sqlite_where=NOT_SUPERSEDED,
            postgresql_where=NOT_SUPERSEDED,
        ),
    )

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    certifier_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    outcome: Mapped[DecisionOutcome] = enum_column(DecisionOutcome)
    text: Mapped[str] = mapped_column(LongText)
    answers_hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    certifier: Mapped[User] = relationship()
