"""Employers as legal entities (Organisation), where their work is done (Workplace), and the NAV offices."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ground.alphabet import in_alphabet
from ground.base import Base, ShortText, UtcDateTime, UuidKey, enum_column
from ground.moves import Stateful
from register.organisations.business_register import RegisteredAddress
from register.organisations.transitions import VERIFICATION
from register.organisations.types import RefusalReason, Sector, Trouble, Verification


class Located:
    """What lies somewhere, as Enhetsregisteret says; any part of the address may be missing."""

    street: Mapped[str | None] = mapped_column(ShortText)
    postcode: Mapped[str | None] = mapped_column(String(10))
    town: Mapped[str | None] = mapped_column(ShortText)
    municipality_number: Mapped[str | None] = mapped_column(String(4))
    country: Mapped[str | None] = mapped_column(ShortText, doc="Where it lies; missing means Norway or unknown.")

    @property
    def address(self) -> RegisteredAddress:
        """Where it lies."""
        return RegisteredAddress(self.street, self.postcode, self.town, self.municipality_number, self.country)

    def lie_at(self, address: RegisteredAddress) -> None:
        """Take over an address from the register."""
        self.street, self.postcode, self.town = address.street, address.postcode, address.town
        self.municipality_number, self.country = address.municipality_number, address.country


class Organisation(UuidKey, Located, Stateful, Base):
    """An employer: a legal entity of Enhetsregisteret, or a part of a public one (ledd), found by its number."""

    __tablename__ = "organisation"
    transitions = VERIFICATION
    state_name = "verification"
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
    parent_orgnr: Mapped[str | None] = mapped_column(String(9), doc="What a ledd belongs to; a legal entity has none.")
    legal_orgnr: Mapped[str | None] = mapped_column(
        String(9), index=True, doc="The legal entity it belongs to, or is itself; missing until that is read."
    )
    legal_name: Mapped[str | None] = mapped_column(ShortText, doc="Its name, where that is another than the employer.")
    form_code: Mapped[str | None] = mapped_column(String(10))
    sector: Mapped[Sector | None] = enum_column(Sector, nullable=True)
    industry_code: Mapped[str | None] = mapped_column(String(10))
    industry_name: Mapped[str | None] = mapped_column(ShortText)
    employees: Mapped[int | None] = mapped_column(
        doc="Headcount where Enhetsregisteret gives it; missing means fewer than five or unknown, never zero."
    )
    postal_street: Mapped[str | None] = mapped_column(ShortText)
    postal_postcode: Mapped[str | None] = mapped_column(String(10))
    postal_town: Mapped[str | None] = mapped_column(ShortText)
    postal_country: Mapped[str | None] = mapped_column(ShortText)
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
    awaited: Mapped["AwaitedAnswer | None"] = relationship(back_populates="organisation")
    reading: Mapped["TreeReading | None"] = relationship(back_populates="organisation")

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_branch(self) -> bool:
        """Whether it is a part of a legal entity (ledd) and not one itself."""
        return self.parent_orgnr is not None

    @property
    def postal_address(self) -> RegisteredAddress:
        """Where it has its mail; empty where Enhetsregisteret gives no postal address of its own."""
        return RegisteredAddress(
            self.postal_street, self.postal_postcode, self.postal_town, country=self.postal_country
        )

    @property
    def letter_address(self) -> RegisteredAddress:
        """Where a letter goes: to the postal address, else to where it lies."""
        return self.postal_address if self.postal_address.takes_letters else self.address


class AwaitedAnswer(UuidKey, Base):
    """A registration that waits for Enhetsregisteret. It is asked again after a pause that grows with each try."""

    __tablename__ = "awaited_answer"
    __table_args__ = (CheckConstraint("tries >= 0", name="tries_not_negative"),)

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), unique=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(
        doc="How often the register has been asked, the registration's own look included."
    )
    next_try_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    trouble: Mapped[Trouble] = enum_column(Trouble, doc="What the last try met.")
    told_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="When those who wait were told that it takes long, once."
    )

    organisation: Mapped[Organisation] = relationship(back_populates="awaited")


class TreeReading(Base):
    """The reading of all that lies below an employer in Enhetsregisteret, page by page, by a scheduled job."""

    __tablename__ = "tree_reading"
    __table_args__ = (CheckConstraint("found >= 0 AND held_back >= 0 AND tries >= 0", name="counts_not_negative"),)

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    queue: Mapped[list[list[Any]]] = mapped_column(
        JSON, doc="What is still to be asked: what, about which number, which page, how often tried."
    )
    seen: Mapped[list[str]] = mapped_column(JSON, doc="The units met so far, so that none is read twice.")
    found: Mapped[int] = mapped_column(default=0, doc="Workplaces found so far.")
    held_back: Mapped[int] = mapped_column(
        default=0, doc="Workplaces that stay with another employer until this one has a confirmed leader."
    )
    whole: Mapped[bool] = mapped_column(default=True, doc="Whether everything so far could be read.")
    tries: Mapped[int] = mapped_column(default=0, doc="Tries in a row without an answer to trust.")
    next_try_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    trouble: Mapped[Trouble | None] = enum_column(Trouble, nullable=True)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    organisation: Mapped[Organisation] = relationship(back_populates="reading")


class Branch(UuidKey, Base):
    """A part of a public body's organisation (ledd), whether it is an employer of its own in Plass or not."""

    __tablename__ = "branch"
    __table_args__ = (CheckConstraint("length(orgnr) = 9", name="orgnr_has_nine_digits"),)

    orgnr: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    parent_orgnr: Mapped[str] = mapped_column(String(9), index=True)


class Workplace(UuidKey, Located, Base):
    """Where work is done: an underenhet of Enhetsregisteret. Places and NAV agreements attach here."""

    __tablename__ = "workplace"
    __table_args__ = (CheckConstraint("length(orgnr) = 9", name="orgnr_has_nine_digits"),)

    organisation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    orgnr: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    closed_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, doc="When Enhetsregisteret no longer had it; a closed workplace takes no new places."
    )

    branch_orgnr: Mapped[str | None] = mapped_column(
        String(9), doc="The unit right above it; missing where that has not been read."
    )
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="The start of the reading that last found it.")

    organisation: Mapped[Organisation] = relationship(back_populates="workplaces")


class NavOffice(UuidKey, Base):
    """A NAV office; its counsellors see the office's candidates."""

    __tablename__ = "nav_office"

    number: Mapped[str] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(ShortText)
    region: Mapped[str] = mapped_column(ShortText)
    municipality_number: Mapped[str] = mapped_column(String(4))
    phone: Mapped[str] = mapped_column(String(20), default="", doc="What young people call who do not come in.")
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
