"""People who sign in, the NAV offices they may belong to, and the roles they are given."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from certification.register.base import Base, ShortText, UtcDateTime, UuidKey, enum_column
from certification.register.models.organisation import Organisation
from certification.register.types import Locale, Role


class User(UuidKey, Base):
    """A person who signs in. The address is kept in lower case; a candidate may have none."""

    __tablename__ = "user_account"
    __table_args__ = (CheckConstraint("email IS NULL OR email = lower(email)", name="email_in_lower_case"),)

    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(ShortText, default="")
    locale: Mapped[Locale] = enum_column(Locale, default=Locale.BOKMAAL)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="A closed user cannot sign in.")
    version: Mapped[int] = mapped_column(default=1)

    roles: Mapped[list["RoleGrant"]] = relationship(
        back_populates="user", foreign_keys="RoleGrant.user_id", order_by="RoleGrant.granted_at"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def display_name(self) -> str:
        """What the person is called on a page: the name, else the address."""
        return self.name or self.email or ""


class NavOffice(UuidKey, Base):
    """A NAV office; its counsellors see the office's candidates."""

    __tablename__ = "nav_office"

    number: Mapped[str] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    region: Mapped[str] = mapped_column(ShortText)
    municipality_number: Mapped[str] = mapped_column(String(4))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


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

    user: Mapped[User] = relationship(back_populates="roles", foreign_keys=[user_id])
    organisation: Mapped[Organisation | None] = relationship()
    nav_office: Mapped[NavOffice | None] = relationship()
