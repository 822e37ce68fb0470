"""People who sign in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from ground.base import Base, ShortText, UtcDateTime, UuidKey, enum_column
from ground.texts import Locale


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

    __mapper_args__ = {"version_id_col": version}

    @property
    def display_name(self) -> str:
        """What the person is called on a page: the name, else the address."""
        return self.name or self.email or ""
