"""Mail waiting to be sent, stored as kind and values; the text is written when it is sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from certification.register.base import Base, UtcDateTime, UuidKey, Word, enum_column
from certification.register.types import Locale, MailKind


class OutboxMessage(UuidKey, Base):
    """One mail to one address. `params` holds no personal data and is emptied when the mail has gone."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        CheckConstraint("sent_at IS NULL OR given_up_at IS NULL", name="sent_or_given_up"),
        Index(
            "outbox_message_waiting",
            "not_before",
            sqlite_where=text("sent_at IS NULL AND given_up_at IS NULL"),
            postgresql_where=text("sent_at IS NULL AND given_up_at IS NULL"),
        ),
    )

    recipient: Mapped[str] = mapped_column(String(254))
    kind: Mapped[str] = mapped_column(Word(MailKind))
    locale: Mapped[Locale] = enum_column(Locale, default=Locale.BOKMAAL)
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    once_key: Mapped[str | None] = mapped_column(
        String(120), unique=True, doc="Two messages with the same key are one: a job run twice sends once."
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    given_up_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
