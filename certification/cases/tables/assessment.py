"""One certification round of one organisation against one edition: the case, from profile to decision."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.cases.rules.transitions import TRANSITIONS
from certification.cases.types import AssessmentState
from certification.criteria.models import CriteriaEdition
from certification.criteria.rules.profile import Profile
from certification.criteria.types import LevelId, Round
from ground.base import Base, LongText, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from register.organisations.models import Organisation
from register.organisations.types import Sector

STILL_OPEN = text("state NOT IN ('decided', 'withdrawn', 'lapsed')")


class Assessment(UuidKey, Stateful, Base):
    """A case. The profile selects what applies; the signature holds for the answers with `answers_hash`."""

    __tablename__ = "assessment"
    transitions = TRANSITIONS
    __table_args__ = (
        CheckConstraint(
            "(signed_at IS NULL) = (signed_by_id IS NULL) AND (signed_at IS NULL) = (answers_hash IS NULL)",
            name="signed_if_and_only_if_a_signer_and_a_hash",
        ),
        CheckConstraint(
            "state IN ('draft', 'answering', 'withdrawn', 'lapsed') OR signed_at IS NOT NULL",
            name="submitted_cases_are_signed",
        ),
        CheckConstraint("employees IS NULL OR employees >= 0", name="employees_not_negative"),
        Index(
            "one_open_assessment_per_organisation",
            "organisation_id",
            unique=True,
            sqlite_where=STILL_OPEN,
            postgresql_where=STILL_OPEN,
        ),
    )

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    edition_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("criteria_edition.id"), index=True)
    level: Mapped[LevelId] = enum_column(LevelId)
    round: Mapped[Round] = enum_column(Round)
    state: Mapped[AssessmentState] = enum_column(AssessmentState, default=AssessmentState.DRAFT, index=True)

    employees: Mapped[int | None]
    sector: Mapped[Sector | None] = enum_column(Sector, nullable=True)
    has_under_18: Mapped[bool | None]
    trade: Mapped[bool | None]
    has_apprentices: Mapped[bool | None]
    takes_training: Mapped[bool | None]
    profile_reason: Mapped[str] = mapped_column(
        LongText, default="", doc="Why size or sector differ from what Enhetsregisteret says."
    )

    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"))
    signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    signed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    answers_hash: Mapped[str | None] = mapped_column(String(64), doc="The hash of what the leader signed.")
    version: Mapped[int] = mapped_column(default=1)

    organisation: Mapped[Organisation] = relationship()
    edition: Mapped[CriteriaEdition] = relationship()
    signed_text: Mapped["SignedText | None"] = relationship(viewonly=True)

    __mapper_args__ = {"version_id_col": version}

    @property
    def profile(self) -> Profile:
        """The answers to the profile questions as the rules want them."""
        return Profile(
            employees=self.employees,
            sector=self.sector,
            has_under_18=self.has_under_18,
            trade=self.trade,
            has_apprentices=self.has_apprentices,
            takes_training=self.takes_training,
        )

    @property
    def signed_level(self) -> LevelId:
        """The level that county and certifier are told: the one signed last, while the employer may choose another."""
        return self.signed_text.level if self.signed_text else self.level


class SignedText(Base):
    """What was signed last in a case that has gone back to the employer; gone when it is signed anew."""

    __tablename__ = "signed_text"

    assessment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    level: Mapped[LevelId] = enum_column(LevelId)
    content: Mapped[dict[str, Any]] = mapped_column(
        JSON, deferred=True, doc="Profile, answers and action plan as they stood, and which evidence was there."
    )
