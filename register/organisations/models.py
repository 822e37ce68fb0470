"""Employers as legal entities (Organisation), where their work is done (Workplace), and the NAV offices."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.alphabet import in_alphabet
from ground.base import Base, ShortText, UtcDateTime, UuidKey, enum_column
from register.organisations.types import RefusalReason, Sector, Verification


class Organisation(UuidKey, Base):
    """An employer: one legal entity of Enhetsregisteret, found by its organisation number."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("length(orgnr) = 9", name="orgnr_has_nine_digits"),
        CheckConstraint(
            "(verification = 'unverified') = (checked_at IS NULL)", name="checked_once_the_register_answered"
        ),
        CheckConstraint(
            "(verification = 'refused') = (refusal_reason IS NOT NULL)",
            name="refused_if_and_only_if_a_reason",
        ),
        CheckConstraint("employees IS NULL OR employees >= 0", name="employees_not_negative"),
    )

    orgnr: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    form_code: Mapped[str | None] = mapped_column(String(10))
    sector: Mapped[Sector | None] = enum_column(Sector, nullable=True)
    industry_code: Mapped[str | None] = mapped_column(String(10))
    industry_name: Mapped[str | None] = mapped_column(ShortText)
    employees: Mapped[int | None] = mapped_column(
        doc="Headcount where Enhetsregisteret gives it; missing means fewer than five or unknown, never zero."
    )
    street: Mapped[str | None] = mapped_column(ShortText)
    postcode: Mapped[str | None] = mapped_column(String(10))
    town: Mapped[str | None] = mapped_column(ShortText)
    municipality_number: Mapped[str | None] = mapped_column(String(4))
    belongs_to_county: Mapped[bool] = mapped_column(
        default=False, doc="One of the county's own units: others than the county decide on it."
    )
    verification: Mapped[Verification] = enum_column(Verification, default=Verification.UNVERIFIED)
    refusal_reason: Mapped[RefusalReason | None] = enum_column(RefusalReason, nullable=True)
    registered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    workplaces: Mapped[list["Workplace"]] = relationship(
        back_populates="organisation", order_by=lambda: in_alphabet(Workplace.name)
    )

    __mapper_args__ = {"version_id_col": version}


class Workplace(UuidKey, Base):
    """Where work is done: an underenhet of Enhetsregisteret. Places and NAV agreements attach here."""

    __tablename__ = "workplace"
    __table_args__ = (CheckConstraint("length(orgnr) = 9", name="orgnr_has_nine_digits"),)

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    orgnr: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    street: Mapped[str | None] = mapped_column(ShortText)
    postcode: Mapped[str | None] = mapped_column(String(10))
    town: Mapped[str | None] = mapped_column(ShortText)
    municipality_number: Mapped[str | None] = mapped_column(String(4))
    closed_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="When Enhetsregisteret no longer had it; a closed workplace takes no new places."
    )

    organisation: Mapped[Organisation] = relationship(back_populates="workplaces")


class NavOffice(UuidKey, Base):
    """A NAV office; its counsellors see the office's candidates."""

    __tablename__ = "nav_office"

    number: Mapped[str] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    region: Mapped[str] = mapped_column(ShortText)
    municipality_number: Mapped[str] = mapped_column(String(4))
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
