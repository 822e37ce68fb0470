"""The employer's answers, one for each criterion, and the action plan beside them."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from certification.criteria.types import AnswerValue
from ground.base import Base, LongText, ShortText, UtcDateTime, UuidKey, enum_column
from ground.written import Written


class Answer(UuidKey, Base):
    """The claim on one criterion. What the note means follows from the claim (`rules.answers`)."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("assessment_id", "criterion_id", name="one_answer_per_criterion"),
        CheckConstraint("figure_count IS NULL OR figure_count >= 0", name="figure_not_negative"),
        CheckConstraint(
            "figure_out_of IS NULL OR (figure_count IS NOT NULL AND figure_count <= figure_out_of)",
            name="a_part_is_not_more_than_the_whole",
        ),
    )

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"))
    criterion_id: Mapped[str] = mapped_column(String(8))
    value: Mapped[AnswerValue | None] = enum_column(AnswerValue, nullable=True)
    note: Mapped[str] = mapped_column(LongText, default="")
    figure_count: Mapped[int | None]
    figure_out_of: Mapped[int | None]
    answered_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    answered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class ActionItem(UuidKey, Written, Base):
    """One action of the plan. `responsible` is a role in the organisation, not a name."""

    __tablename__ = "action_item"
    __table_args__ = (CheckConstraint("what <> ''", name="says_what_to_do"),)

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    criterion_id: Mapped[str | None] = mapped_column(String(8))
    what: Mapped[str] = mapped_column(LongText)
    responsible: Mapped[str] = mapped_column(ShortText, default="")
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    def is_late_on(self, day: date) -> bool:
        """Whether the action should have been done before a day and is not."""
        return self.done_at is None and self.due_on is not None and self.due_on < day

    @property
    def is_complete(self) -> bool:
        """Whether the action has somebody responsible and a deadline."""
        return bool(self.responsible) and self.due_on is not None
