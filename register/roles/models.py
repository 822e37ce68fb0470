"""The roles that people hold or have held, those proposed to them, and requests for authority to bind an employer."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, String, and_, or_, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, LongText, ShortText, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from register.organisations.models import NavOffice, Organisation
from register.people.models import User
from register.roles.transitions import AUTHORITY, ROLE_PROPOSAL
from register.roles.types import MOST_CODE_ATTEMPTS, AuthorityMethod, AuthorityState, Role, RoleProposalState


class RoleGrant(UuidKey, Base):
    """A role that a person holds or has held, where it holds, who gave it and who took it back."""

    __tablename__ = "role_grant"
    __table_args__ = (
        CheckConstraint(
            "(role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name="employer_roles_hold_in_an_organisation",
        ),
        CheckConstraint(
            "(role IN ('counsellor', 'office_leader')) = (nav_office_id IS NOT NULL)",
            name="office_roles_hold_in_an_office",
        ),
        CheckConstraint("revoked_at IS NOT NULL OR revoked_by_id IS NULL", name="revoked_by_needs_a_time"),
        Index(
            "one_living_employer_role_per_organisation",
            "user_id",
            "organisation_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL AND organisation_id IS NOT NULL"),
            postgresql_where=text("revoked_at IS NULL AND organisation_id IS NOT NULL"),
        ),
        Index(
            "one_living_role_of_each_kind_per_office",
            "user_id",
            "nav_office_id",
            "role",
            unique=True,
            sqlite_where=text("revoked_at IS NULL AND nav_office_id IS NOT NULL"),
            postgresql_where=text("revoked_at IS NULL AND nav_office_id IS NOT NULL"),
        ),
        Index(
            "one_living_role_of_each_other_kind",
            "user_id",
            "role",
            unique=True,
            sqlite_where=text("revoked_at IS NULL AND organisation_id IS NULL AND nav_office_id IS NULL"),
            postgresql_where=text("revoked_at IS NULL AND organisation_id IS NULL AND nav_office_id IS NULL"),
        ),
    )

    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    role: Mapped[Role] = enum_column(Role)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    nav_office_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("nav_office.id"), index=True)
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    granted_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))

    user: Mapped[User] = relationship(foreign_keys=[user_id])
    granted_by: Mapped[User | None] = relationship(foreign_keys=[granted_by_id])
    organisation: Mapped[Organisation | None] = relationship()
    nav_office: Mapped[NavOffice | None] = relationship()


class RoleProposal(UuidKey, Stateful, Base):
    """A role on its way to somebody, or a closed user to be opened again (no role): nobody gives anything alone.

    For the county one administrator proposes it and another confirms it, at a NAV office its leader offers it; then the
    one who is to have it accepts.
    """

    __tablename__ = "role_proposal"
    transitions = ROLE_PROPOSAL
    __table_args__ = (
        CheckConstraint(
            "role IS NULL OR (role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name="employer_roles_are_for_an_organisation",
        ),
        CheckConstraint(
            "role IS NULL OR (role IN ('counsellor', 'office_leader')) = (nav_office_id IS NOT NULL)",
            name="office_roles_are_for_an_office",
        ),
        CheckConstraint(
            "role IS NOT NULL OR (organisation_id IS NULL AND nav_office_id IS NULL AND NOT by_office)",
            name="the_county_opens_a_whole_user",
        ),
        CheckConstraint("role IS NULL OR role <> 'candidate'", name="nobody_is_proposed_as_candidate"),
        CheckConstraint("role IS NULL OR role <> 'counsellor' OR by_office", name="the_county_gives_no_counsellor"),
        CheckConstraint(
            "NOT by_office OR role IN ('counsellor', 'office_leader')", name="an_office_gives_its_own_roles"
        ),
        CheckConstraint("user_id <> proposed_by_id", name="nobody_proposes_for_themself"),
        CheckConstraint(
            "confirmed_by_id IS NULL OR (confirmed_by_id <> user_id AND confirmed_by_id <> proposed_by_id)",
            name="another_confirms",
        ),
        CheckConstraint(
            "by_office OR state NOT IN ('offered', 'accepted', 'declined') OR confirmed_by_id IS NOT NULL",
            name="the_county_needs_two",
        ),
        CheckConstraint("(confirmed_by_id IS NULL) = (confirmed_at IS NULL)", name="confirmed_by_somebody_at_a_time"),
        CheckConstraint("(state IN ('proposed', 'offered')) = (closed_at IS NULL)", name="closed_if_and_only_if_over"),
        CheckConstraint("state <> 'refused' OR answer <> ''", name="refused_with_a_reason"),
        CheckConstraint("grant_id IS NULL OR state = 'accepted'", name="only_what_is_accepted_is_given"),
        Index(
            "one_open_first_leader_per_office",
            "nav_office_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL AND nav_office_id IS NOT NULL AND NOT by_office"),
            postgresql_where=text("closed_at IS NULL AND nav_office_id IS NOT NULL AND NOT by_office"),
        ),
    )

    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    name: Mapped[str] = mapped_column(ShortText, doc="What the proposer calls the one who is to have the role.")
    role: Mapped[Role | None] = enum_column(Role, nullable=True)
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    nav_office_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("nav_office.id"), index=True)
    by_office: Mapped[bool] = mapped_column(doc="Whether the leader of the NAV office offers it, and not the county.")
    reason: Mapped[str] = mapped_column(LongText, default="")
    state: Mapped[RoleProposalState] = enum_column(RoleProposalState, default=RoleProposalState.PROPOSED)
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    proposed_by_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    confirmed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    open_until: Mapped[datetime] = mapped_column(UtcDateTime, doc="Until when what it waits for may be done.")
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    answer: Mapped[str] = mapped_column(LongText, default="", doc="Why the second administrator refused.")
    grant_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("role_grant.id"), unique=True)

    user: Mapped[User] = relationship(foreign_keys=[user_id])
    proposed_by: Mapped[User] = relationship(foreign_keys=[proposed_by_id])
    confirmed_by: Mapped[User | None] = relationship(foreign_keys=[confirmed_by_id])
    organisation: Mapped[Organisation | None] = relationship()
    nav_office: Mapped[NavOffice | None] = relationship()

    def stands(self, now: datetime) -> RoleProposalState:
        """How it stands: what was not done in time has lapsed, whether or not that is written down yet."""
        return RoleProposalState.LAPSED if self.closed_at is None and self.open_until <= now else self.state


class AuthorityRequest(UuidKey, Stateful, Base):
    """Opens leader rights once a county officer, or a code sent to the registered address, has confirmed it."""

    __tablename__ = "authority_request"
    transitions = AUTHORITY
    __table_args__ = (
        CheckConstraint(
            "(state IN ('confirmed', 'rejected', 'withdrawn')) = (closed_at IS NOT NULL)",
            name="closed_if_and_only_if_answered",
        ),
        CheckConstraint(
            "method IS NULL OR method = 'posted_code' OR (closed_by_id IS NOT NULL AND reason <> '')",
            name="an_officer_gives_a_reason",
        ),
        CheckConstraint("state NOT IN ('confirmed', 'rejected') OR method IS NOT NULL", name="answered_in_a_known_way"),
        CheckConstraint(
            "state <> 'code_sent' OR (code_hash IS NOT NULL AND code_expires_at IS NOT NULL)",
            name="a_sent_code_has_a_hash_and_an_end",
        ),
        Index(
            "one_open_authority_request_per_person_and_organisation",
            "organisation_id",
            "user_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    position: Mapped[str] = mapped_column(String(200), doc="The person's own words for their position.")
    state: Mapped[AuthorityState] = enum_column(AuthorityState, default=AuthorityState.OPEN)
    requested_at: Mapped[datetime] = mapped_column(UtcDateTime)
    method: Mapped[AuthorityMethod | None] = enum_column(AuthorityMethod, nullable=True)
    code_hash: Mapped[str | None] = mapped_column(String(64))
    code_expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    code_attempts: Mapped[int] = mapped_column(default=0)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"))
    reason: Mapped[str] = mapped_column(LongText, default="")

    organisation: Mapped[Organisation] = relationship()
    user: Mapped[User] = relationship(foreign_keys=[user_id])

    def standing_at(self, now: datetime) -> AuthorityState:
        """Where it stands: a code that is too old, or tried too often, opens nothing, and the county is waited for."""
        if self.state is not AuthorityState.CODE_SENT or self.code_expires_at is None:
            return self.state
        lives = self.code_expires_at > now and self.code_attempts < MOST_CODE_ATTEMPTS
        return AuthorityState.CODE_SENT if lives else AuthorityState.OPEN

    @classmethod
    def waits_for_county(cls, now: datetime) -> ColumnElement[bool]:
        """The same for the database, of those that stand open; a test holds the two to each other."""
        is_dead = or_(cls.code_expires_at <= now, cls.code_attempts >= MOST_CODE_ATTEMPTS)
        return or_(cls.state == AuthorityState.OPEN, and_(cls.state == AuthorityState.CODE_SENT, is_dead))
