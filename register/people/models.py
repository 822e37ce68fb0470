"""People who sign in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column, validates

from ground.base import Base, ShortText, UtcDateTime, UuidKey, enum_column
from ground.texts import Locale
from register.people.mailbox import read_mailbox, written_mailbox


class User(UuidKey, Base):
    """A person who signs in. The address is kept in the one spelling of its mailbox; a candidate may have none."""

    __tablename__ = "user_account"
    __table_args__ = (CheckConstraint("email IS NULL OR email = lower(email)", name="email_in_lower_case"),)

    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(ShortText, default="")
    phone: Mapped[str] = mapped_column(String(20), default="", doc="Of those whom young people may call.")
    locale: Mapped[Locale] = enum_column(Locale, default=Locale.BOKMAAL)
    writes_in: Mapped[Locale | None] = enum_column(
        Locale, called="writes_in", nullable=True, doc="What the person last wrote a text in, on whatever page."
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, doc="A closed user cannot sign in.")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @validates("email")
    def _in_one_spelling(self, _name: str, email: str | None) -> str | None:
        """Whoever writes it: with the unique address, one mailbox cannot be two users. Raises NoMailbox."""
        return read_mailbox(email) if email else None

    @property
    def display_name(self) -> str:
        """What the person is called on a page: the name, else the address."""
        return self.name or written_mailbox(self.email or "")
