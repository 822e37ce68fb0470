"""The roles that people hold or have held, and requests for the authority to bind an employer."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.base import Base, LongText, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from register.organisations.models import NavOffice, Organisation
from register.people.models import User
from register.roles.transitions import AUTHORITY
from register.roles.types import AuthorityMethod, AuthorityState, Role


class RoleGrant(UuidKey, Base):
    """A role that a person holds or has held, where it holds, who gave it and who took it back."""

    __tablename__ = "role_grant"
    __table_args__ = (
        CheckConstraint(
            "(role IN ('leader', 'employee')) = (organisation_id IS NOT NULL)",
            name="employer_roles_hold_in_an_organisation",
        ),
        CheckConstraint("(role = 'counsellor') = (nav_office_id IS NOT NULL)", name="counsellors_hold_in_an_office"),
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
            "one_living_counsellor_role_per_office",
            "user_id",
            "nav_office_id",
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
    organisation: Mapped[Organisation | None] = relationship()
    nav_office: Mapped[NavOffice | None] = relationship()


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
