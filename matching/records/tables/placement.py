"""A placement from the first draft of its shared plan to its ending, with approvals and follow-up."""

import uuid
from datetime import date, datetime

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    and_,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, LongText, ShortText, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from ground.written import Written
from matching.catalogue.kinds import ContractType, OpeningKind
from matching.progress.types import UndoReason
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.tables.proposal import Proposal
from matching.records.transitions import FOLLOW_UP, PLACEMENT
from matching.records.types import ApprovalParty, EndReason, FollowUpState, OnBehalfReason, PlacementState, SkipReason
from register.people.models import User
from register.sign_in.types import Door

UNFINISHED = "state IN ('draft', 'agreed', 'started')"


class Placement(UuidKey, Stateful, Base):
    """One candidate in one place. `kind` is that of the day it was begun: the place may change later."""

    __tablename__ = "placement"
    transitions = PLACEMENT
    __table_args__ = (
        CheckConstraint("state NOT IN ('started', 'ended') OR started_on IS NOT NULL", name="started_on_a_known_day"),
        CheckConstraint("(state = 'ended') = (ended_on IS NOT NULL)", name="ended_if_and_only_if_a_day"),
        CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name="an_ending_has_a_reason"),
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ends_after_it_started"),
        CheckConstraint("state NOT IN ('agreed', 'started') OR agreed_at IS NOT NULL", name="agreed_at_a_known_time"),
        CheckConstraint("(undone_at IS NULL) = (undone_because IS NULL)", name="undone_for_a_reason"),
        Index(
            "one_unfinished_placement_per_candidate_and_opening",
            "candidate_id",
            "opening_id",
            unique=True,
            sqlite_where=text(UNFINISHED),
            postgresql_where=text(UNFINISHED),
        ),
    )

    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposal.id"), unique=True)
    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), index=True)
    opening_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("opening.id"), index=True)
    coordinator_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("user_account.id"), index=True, doc="The one named adult who follows up."
    )
    kind: Mapped[OpeningKind] = enum_column(OpeningKind)
    state: Mapped[PlacementState] = enum_column(PlacementState, default=PlacementState.DRAFT)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[EndReason | None] = enum_column(EndReason, nullable=True)
    undone_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="When the last start that was confirmed by mistake was taken back."
    )
    undone_because: Mapped[UndoReason | None] = enum_column(UndoReason, nullable=True)
    version: Mapped[int] = mapped_column(default=1)

    proposal: Mapped[Proposal] = relationship()
    candidate: Mapped[Candidate] = relationship()
    opening: Mapped[Opening] = relationship()
    coordinator: Mapped[User] = relationship()
    agreement: Mapped["Agreement"] = relationship(back_populates="placement", uselist=False)
    follow_ups: Mapped[list["FollowUp"]] = relationship(back_populates="placement", order_by="FollowUp.due_on")

    __mapper_args__ = {"version_id_col": version}


class Agreement(UuidKey, Written, Base):
    """The shared plan for follow-up. It is not the legal contract: it records that one's type, reference and date."""

    __tablename__ = "agreement"
    __table_args__ = (
        CheckConstraint("starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on", name="starts_before_it_ends"),
        CheckConstraint("hours_per_week IS NULL OR hours_per_week > 0", name="hours_positive"),
    )

    placement_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("placement.id"), unique=True)
    contract_type: Mapped[ContractType | None] = enum_column(ContractType, nullable=True)
    contract_reference: Mapped[str] = mapped_column(ShortText, default="")
    contract_date: Mapped[date | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    hours_per_week: Mapped[float | None] = mapped_column(Float)
    schemes: Mapped[list[str]] = mapped_column(JSON, default=list, doc="Codes of matching.law.nav_schemes.")
    schemes_end_on: Mapped[date | None] = mapped_column(doc="The schemes' last day; None is with the job itself.")
    mentor_name: Mapped[str] = mapped_column(ShortText, default="")
    plan: Mapped[str] = mapped_column(LongText, default="", doc="What is agreed: tasks, adaptation, talks. No health.")
    risk_assessed_on: Mapped[date | None]
    guardian_consent_on: Mapped[date | None]
    made_with: Mapped[str] = mapped_column(
        String(80), default="", doc="Whose it was, written in when the candidate is forgotten, and emptied in the end."
    )
    version: Mapped[int] = mapped_column(default=1)

    placement: Mapped[Placement] = relationship(back_populates="agreement")
    approvals: Mapped[list["Approval"]] = relationship(back_populates="agreement", order_by="Approval.approved_at")

    __mapper_args__ = {"version_id_col": version}

    @property
    def approval_of(self) -> dict[ApprovalParty, "Approval"]:
        """The approvals of the text as it is now, by party: a change makes earlier ones void."""
        return {one.party: one for one in self.approvals if one.agreement_version == self.version}

    @property
    def standing_approvals(self) -> dict[ApprovalParty, datetime]:
        """When each party approved the text as it is now."""
        return {party: one.approved_at for party, one in self.approval_of.items()}


class Approval(UuidKey, Base):
    """One party's yes to one version of an agreement."""

    __tablename__ = "approval"
    __table_args__ = (
        UniqueConstraint("agreement_id", "party", "agreement_version", name="one_approval_per_party_and_version"),
        CheckConstraint("on_behalf_reason IS NULL OR party = 'candidate'", name="only_the_candidate_is_stood_in_for"),
        CheckConstraint("approved_by_id IS NOT NULL OR party = 'candidate'", name="only_the_candidate_is_forgotten"),
    )

    agreement_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agreement.id"), index=True)
    party: Mapped[ApprovalParty] = enum_column(ApprovalParty)
    agreement_version: Mapped[int]
    approved_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("user_account.id"), doc="None: the candidate, whose account is deleted since."
    )
    approved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    on_behalf_reason: Mapped[OnBehalfReason | None] = enum_column(
        OnBehalfReason, nullable=True, doc="Why the counsellor approved in the candidate's place; None: they did not."
    )

    door: Mapped[Door | None] = enum_column(Door, nullable=True, doc="How whoever approved was signed in.")

    agreement: Mapped[Agreement] = relationship(back_populates="approvals")
    approved_by: Mapped[User | None] = relationship()


class FollowUp(UuidKey, Stateful, Written, Base):
    """A planned talk so many weeks after the start, and what it showed."""

    __tablename__ = "follow_up"
    transitions = FOLLOW_UP
    __table_args__ = (
        UniqueConstraint("placement_id", "week", name="one_follow_up_per_week_number"),
        CheckConstraint("(state = 'done') = (done_at IS NOT NULL)", name="done_if_and_only_if_a_time"),
        CheckConstraint("(state = 'done') = (still_there IS NOT NULL)", name="done_says_whether_still_there"),
        CheckConstraint("(state = 'skipped') = (skip_reason IS NOT NULL)", name="skipped_says_why"),
    )

    placement_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("placement.id"), index=True)
    week: Mapped[int]
    due_on: Mapped[date] = mapped_column(index=True)
    state: Mapped[FollowUpState] = enum_column(FollowUpState, default=FollowUpState.PLANNED)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    still_there: Mapped[bool | None] = mapped_column(doc="On the due day, or when the talk was held before it.")
    skip_reason: Mapped[SkipReason | None] = enum_column(SkipReason, nullable=True)
    agreed_next: Mapped[str] = mapped_column(String(600), default="", doc="What was agreed; no health.")

    placement: Mapped[Placement] = relationship(back_populates="follow_ups")

    def is_late_on(self, day: date) -> bool:
        """Whether the talk should have been held before a day, and nobody has said how it went."""
        return self.state is FollowUpState.PLANNED and self.due_on < day

    @classmethod
    def late_on(cls, day: date) -> ColumnElement[bool]:
        """The same for the database; a test holds the two to each other."""
        return and_(cls.state == FollowUpState.PLANNED, cls.due_on < day)
