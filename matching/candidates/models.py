"""What a candidate asks about their own data."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, LongText, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from matching.candidates.transitions import RIGHTS_REQUEST
from matching.candidates.types import RightsKind, RightsState
from matching.records.tables.candidate import Candidate
from register.people.models import User

MOST_LETTERS_ASKED = 600


class RightsRequest(UuidKey, Stateful, Base):
    """A candidate asks that their data be no longer used, mended or deleted: a person must judge it and answer."""

    __tablename__ = "rights_request"
    transitions = RIGHTS_REQUEST
    __table_args__ = (
        CheckConstraint(
            "(answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (reason = '')",
            name="an_answer_has_somebody_and_a_reason",
        ),
        CheckConstraint("state NOT IN ('granted', 'refused') OR answered_at IS NOT NULL", name="judged_by_somebody"),
        CheckConstraint("state <> 'waiting' OR answered_at IS NULL", name="waits_until_it_is_answered"),
        CheckConstraint("kind <> 'correction' OR words <> ''", name="a_correction_says_what_is_wrong"),
        Index(
            "one_waiting_request_of_each_kind",
            "candidate_id",
            "kind",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"))
    kind: Mapped[RightsKind] = enum_column(RightsKind)
    state: Mapped[RightsState] = enum_column(RightsState, default=RightsState.WAITING)
    words: Mapped[str] = mapped_column(
        String(MOST_LETTERS_ASKED),
        default="",
        doc="Why, or what is wrong and what is right, in the person's own words.",
    )
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_on: Mapped[date] = mapped_column(index=True, doc="The last day of the month in which it must be answered.")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    reason: Mapped[str] = mapped_column(LongText, default="", doc="The answer's, to the person.")

    candidate: Mapped[Candidate] = relationship()
    answered_by: Mapped[User | None] = relationship()
