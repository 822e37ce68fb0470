"""Openings (places): what an employer offers at one workplace, with tasks, requirements and shifts."""

import uuid
from datetime import date, datetime, time

from sqlalchemy import JSON, CheckConstraint, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, LongText, ShortText, UtcDateTime, UuidKey, Words, enum_column
from ground.moves import Stateful
from ground.written import Written
from matching.catalogue.choices import Adaptation, PoliceCertificateBasis, TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode, LowerAgeBasis, NightException
from matching.records.transitions import OPENING
from matching.records.types import OpeningState
from register.organisations.models import Organisation, Workplace


class Opening(UuidKey, Stateful, Written, Base):
    """One place of one kind at one workplace, with a number of positions.

    Texts may be empty while it is a draft; `matching.openings.rules` says what it takes to publish it.
    «Filled» follows from positions and placements and is not stored.
    """

    __tablename__ = "opening"
    transitions = OPENING
    __table_args__ = (
        CheckConstraint(
            "state = 'closed' OR (state = 'draft') = (published_at IS NULL)",
            name="published_if_and_only_if_a_date",
        ),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_if_and_only_if_a_date"),
        CheckConstraint(
            "state NOT IN ('published', 'paused', 'expired') OR expires_on IS NOT NULL",
            name="a_published_place_has_a_last_day",
        ),
        CheckConstraint("positions >= 1", name="positions_at_least_one"),
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name="starts_before_it_ends"),
        CheckConstraint(
            "hours_per_week_min IS NULL OR hours_per_week_max IS NULL"
            " OR (0 < hours_per_week_min AND hours_per_week_min <= hours_per_week_max)",
            name="fewest_hours_not_above_most",
        ),
        CheckConstraint("(min_age IS NULL) = (min_age_basis IS NULL)", name="a_lower_age_has_its_basis_in_law"),
        Index("opening_public_list_index", "state", "kind", "published_at"),
    )

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    workplace_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    kind: Mapped[OpeningKind] = enum_column(OpeningKind)
    state: Mapped[OpeningState] = enum_column(OpeningState, default=OpeningState.DRAFT)
    title: Mapped[str] = mapped_column(ShortText, default="")
    summary: Mapped[str] = mapped_column(LongText, default="")
    styrk_code: Mapped[str | None] = mapped_column(String(4), doc="Occupation, see matching.catalogue.occupations.")
    pay: Mapped[str] = mapped_column(ShortText, default="", doc="The employer's own words; empty when unpaid.")

    hours_per_week_min: Mapped[float | None] = mapped_column(Float, doc="Hours, kept as they were written: 33.6.")
    hours_per_week_max: Mapped[float | None] = mapped_column(Float, doc="Hours, kept as they were written: 33.6.")
    starts_on: Mapped[date | None] = mapped_column(doc="Empty means as soon as it suits.")
    ends_on: Mapped[date | None]
    positions: Mapped[int] = mapped_column(default=1)

    min_age: Mapped[int | None] = mapped_column(doc="The lower age that the law sets; there is no other.")
    min_age_basis: Mapped[LowerAgeBasis | None] = enum_column(LowerAgeBasis, nullable=True)
    age_gates: Mapped[list[str]] = mapped_column(
        JSON,
        default=list,
        doc="Tasks of this place that the law reserves by age: codes of matching.law.age_gates.",
    )
    supervised: Mapped[bool] = mapped_column(
        default=False, doc="Somebody old enough is beside whoever does these tasks, every day."
    )
    hazards: Mapped[list[str]] = mapped_column(Words(HazardCode), default=list)
    night_exception: Mapped[NightException | None] = enum_column(NightException, nullable=True)
    night_reason: Mapped[str] = mapped_column(ShortText, default="")
    police_certificate: Mapped[PoliceCertificateBasis | None] = enum_column(
        PoliceCertificateBasis,
        nullable=True,
        doc="The law behind asking for one; the certificate itself is never stored.",
    )

    mentor_name: Mapped[str] = mapped_column(ShortText, default="")
    contact_name: Mapped[str] = mapped_column(ShortText, default="")
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(30), default="")
    how_to_apply: Mapped[str] = mapped_column(LongText, default="")
    application_url: Mapped[str] = mapped_column(String(500), default="")

    measure7_category: Mapped[TaskCategory | None] = enum_column(TaskCategory, nullable=True)
    training_company_status: Mapped[TrainingCompanyStatus] = enum_column(
        TrainingCompanyStatus, default=TrainingCompanyStatus.NONE
    )

    search_text: Mapped[str] = mapped_column(
        Text, default="", doc="What a search looks in, in lower case: SQLite cannot lower «Å» itself."
    )
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="The first time it was published.")
    expires_on: Mapped[date | None] = mapped_column(doc="The last day on which it is shown.")
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
    created_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    organisation: Mapped[Organisation] = relationship()
    workplace: Mapped[Workplace] = relationship()
    tasks: Mapped[list["OpeningTask"]] = relationship(order_by="OpeningTask.position", cascade="all, delete-orphan")
    requirements: Mapped[list["OpeningRequirement"]] = relationship(
        order_by="OpeningRequirement.position", cascade="all, delete-orphan"
    )
    shifts: Mapped[list["OpeningShift"]] = relationship(order_by="OpeningShift.position", cascade="all, delete-orphan")
    adaptation_rows: Mapped[list["OpeningAdaptation"]] = relationship(
        order_by="OpeningAdaptation.adaptation", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def adaptations(self) -> frozenset[Adaptation]:
        """What the employer offers to adapt."""
        return frozenset(row.adaptation for row in self.adaptation_rows)


class OpeningTask(UuidKey, Base):
    """One concrete task, in the employer's words."""

    __tablename__ = "opening_task"
    __table_args__ = (CheckConstraint("text <> ''", name="a_task_has_words"),)

    opening_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("opening.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(ShortText)


class OpeningRequirement(UuidKey, Base):
    """What a person must have on day one, or can learn here: a known skill, or the employer's words."""

    __tablename__ = "opening_requirement"
    __table_args__ = (CheckConstraint("(skill_code IS NULL) <> (text = '')", name="a_known_skill_or_words"),)

    opening_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("opening.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    skill_code: Mapped[str | None] = mapped_column(String(60), doc="A code of matching.catalogue.skills.")
    text: Mapped[str] = mapped_column(ShortText, default="")
    learnable: Mapped[bool] = mapped_column(default=False, doc="False: must be there on day one.")


class OpeningShift(UuidKey, Base):
    """A shift of every week, in local time; it ends the next day if `ends_at` is not after `starts_at`."""

    __tablename__ = "opening_shift"
    __table_args__ = (
        CheckConstraint("starts_at <> ends_at", name="a_shift_has_length"),
        CheckConstraint("break_minutes >= 0", name="break_not_negative"),
    )

    opening_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("opening.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    weekday: Mapped[Weekday] = enum_column(Weekday)
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    break_minutes: Mapped[int] = mapped_column(default=0)


class OpeningAdaptation(Base):
    """One adaptation that the employer offers at this place."""

    __tablename__ = "opening_adaptation"

    opening_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("opening.id", ondelete="CASCADE"), primary_key=True)
    adaptation: Mapped[Adaptation] = enum_column(Adaptation, primary_key=True)
