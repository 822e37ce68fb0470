"""A counsellor proposes an opening to a candidate; the candidate's yes lets the employer know who it is."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, UtcDateTime, UuidKey, Words, enum_column
from ground.moves import Stateful
from ground.written import Written
from matching.catalogue.choices import Adaptation
from matching.records.tables.candidate import Candidate
from matching.records.tables.opening import Opening
from matching.records.transitions import PROPOSAL
from matching.records.types import NoReason, OnBehalfReason, ProposalState, SharedItem
from register.people.models import User
from register.sign_in.types import Door

MOST_NOTE_LETTERS = 600
LIVING = "state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')"


class Proposal(UuidKey, Stateful, Written, Base):
    """One opening proposed to one candidate, with the reasons as they stood that day."""

    __tablename__ = "proposal"
    transitions = PROPOSAL
    __table_args__ = (
        CheckConstraint(
            "state NOT IN ('candidate_yes', 'candidate_no', 'employer_yes', 'employer_no', 'placed')"
            " OR answered_at IS NOT NULL",
            name="answered_before_it_goes_on",
        ),
        CheckConstraint("no_reason IS NULL OR state = 'candidate_no'", name="a_reason_for_no_needs_a_no"),
        CheckConstraint(
            "(state IN ('proposed', 'candidate_yes', 'employer_yes', 'placed')) = (closed_at IS NULL)",
            name="closed_if_and_only_if_not_living",
        ),
        CheckConstraint("(answered_for_by_id IS NULL) = (on_behalf_reason IS NULL)", name="answered_for_with_a_reason"),
        Index(
            "one_living_proposal_per_candidate_and_opening",
            "candidate_id",
            "opening_id",
            unique=True,
            sqlite_where=text(LIVING),
            postgresql_where=text(LIVING),
        ),
    )

    candidate_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("candidate.id"), index=True)
    opening_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("opening.id"), index=True)
    counsellor_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    state: Mapped[ProposalState] = enum_column(ProposalState, default=ProposalState.PROPOSED)
    snapshot: Mapped[dict[str, Any]] = mapped_column(
        JSON, doc="Frozen: reasons, score and its parts, rule, weight and data versions."
    )
    note: Mapped[str] = mapped_column(
        String(MOST_NOTE_LETTERS), default="", doc="From the counsellor to the candidate."
    )
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="When the candidate last answered.")
    answer_door: Mapped[Door | None] = enum_column(
        Door, nullable=True, doc="How the candidate was signed in who answered; None when nobody has, or for them."
    )
    answered_for_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("user_account.id"), doc="The counsellor who answered in the candidate's place."
    )
    on_behalf_reason: Mapped[OnBehalfReason | None] = enum_column(OnBehalfReason, nullable=True)
    no_reason: Mapped[NoReason | None] = enum_column(NoReason, nullable=True)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    candidate: Mapped[Candidate] = relationship()
    opening: Mapped[Opening] = relationship()
    counsellor: Mapped[User] = relationship(foreign_keys=[counsellor_id])
    answered_for_by: Mapped[User | None] = relationship(foreign_keys=[answered_for_by_id])
    disclosures: Mapped[list["Disclosure"]] = relationship(back_populates="proposal", order_by="Disclosure.given_at")

    __mapper_args__ = {"version_id_col": version}

    @property
    def living_disclosure(self) -> "Disclosure | None":
        """The sharing that stands now, if the candidate has said yes and not taken it back."""
        return next((one for one in self.disclosures if one.withdrawn_at is None), None)


class Disclosure(UuidKey, Base):
    """The candidate lets the employer behind one proposal see what is listed, until it is withdrawn."""

    __tablename__ = "disclosure"
    __table_args__ = (
        CheckConstraint("withdrawn_at IS NULL OR withdrawn_at >= given_at", name="withdrawn_after_given"),
        Index(
            "one_living_disclosure_per_proposal",
            "proposal_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    proposal_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("proposal.id"), index=True)
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shared: Mapped[list[str]] = mapped_column(Words(SharedItem), doc="What the candidate was shown and agreed to.")
    adaptations: Mapped[list[str]] = mapped_column(
        Words(Adaptation), default=list, doc="What the candidate was shown and agreed to share."
    )

    proposal: Mapped[Proposal] = relationship(back_populates="disclosures")
