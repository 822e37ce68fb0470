"""The county's decision: proposed by one, confirmed or refused by another, frozen with what it rested on."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.cases.tables.assessment import Assessment
from certification.cases.types import DecisionOutcome
from ground.base import Base, LongText, UtcDateTime, UuidKey, enum_column
from ground.written import Written
from register.people.models import User

WAITING = text("decided_at IS NULL AND refused_at IS NULL")
FINAL = text("decided_at IS NOT NULL AND outcome <> 'postponed'")


class Decision(UuidKey, Written, Base):
    """A proposal until the second decider has confirmed it; then it is decided."""

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint(
            "(decided_at IS NULL) = (second_decider_id IS NULL)", name="decided_if_and_only_if_two_deciders"
        ),
        CheckConstraint("second_decider_id IS NULL OR second_decider_id <> first_decider_id", name="deciders_differ"),
        CheckConstraint(
            "first_decider_id <> certifier_id AND (second_decider_id IS NULL OR second_decider_id <> certifier_id)",
            name="the_certifier_does_not_decide",
        ),
        CheckConstraint(
            "NOT county_unit OR (first_outside_county AND (second_decider_id IS NULL OR second_outside_county))",
            name="the_county_does_not_decide_on_its_own",
        ),
        CheckConstraint("(refused_at IS NULL) = (refused_by_id IS NULL)", name="refused_if_and_only_if_by_somebody"),
        CheckConstraint("decided_at IS NULL OR refused_at IS NULL", name="decided_or_refused"),
        CheckConstraint("refused_at IS NULL OR refusal_reason <> ''", name="refused_with_a_reason"),
        CheckConstraint("reasons <> ''", name="says_why"),
        CheckConstraint("(outcome = 'postponed') = (due_on IS NOT NULL)", name="postponed_until_a_day"),
        Index(
            "one_waiting_decision_per_assessment",
            "assessment_id",
            unique=True,
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index(
            "one_final_decision_per_assessment",
            "assessment_id",
            unique=True,
            sqlite_where=FINAL,
            postgresql_where=FINAL,
        ),
    )

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    outcome: Mapped[DecisionOutcome] = enum_column(DecisionOutcome)
    reasons: Mapped[str] = mapped_column(LongText)
    due_on: Mapped[date | None] = mapped_column(doc="When a postponed case must be back.")
    certifier_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    county_unit: Mapped[bool]
    first_decider_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    first_outside_county: Mapped[bool]
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    second_decider_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    second_outside_county: Mapped[bool] = mapped_column(default=False)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refused_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    refused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refusal_reason: Mapped[str] = mapped_column(LongText, default="")

    rule_version: Mapped[str] = mapped_column(String(40))
    answers_hash: Mapped[str] = mapped_column(String(64))
    edition_fingerprint: Mapped[str] = mapped_column(String(64))
    verdict: Mapped[dict[str, Any]] = mapped_column(
        JSON, doc="What the rule said at that time: what was allowed, why not more, on which conditions."
    )

    assessment: Mapped[Assessment] = relationship()
    first_decider: Mapped[User] = relationship(foreign_keys=[first_decider_id])
    second_decider: Mapped[User | None] = relationship(foreign_keys=[second_decider_id])
    refused_by: Mapped[User | None] = relationship(foreign_keys=[refused_by_id])
