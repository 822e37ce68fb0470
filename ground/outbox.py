"""The mail outbox: what is put in goes when the transaction is committed, claimed and sent by a scheduled job."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, or_, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from ground.act import Act
from ground.base import WORD_LENGTH, Base, UtcDateTime, UuidKey, enum_column
from ground.retries import pause_after
from ground.texts import Locale


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
    owner_id: Mapped[uuid.UUID | None] = mapped_column(
        index=True, doc="Whose mail it is, where it is shown to them and forgotten with them; an address may be shared."
    )
    kind: Mapped[str] = mapped_column(
        String(WORD_LENGTH), doc="Each subject has its own kinds; what the mail says is written by the web."
    )
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


CLAIM_TIME = timedelta(minutes=5)
MOST_ATTEMPTS = 8
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=2), timedelta(hours=4)


def enqueue(
    act: Act,
    *,
    recipient: str,
    kind: str,
    locale: Locale = Locale.BOKMAAL,
    once_key: str | None = None,
    owner_id: uuid.UUID | None = None,
    **params: Any,
) -> OutboxMessage | None:
    """Put a mail in the outbox; it goes if and only if the transaction is committed.

    `kind` is a word of the subject that sends. `params` are ids of what the mail is about, names of organisations and
    figures, never personal data; the web knows which page they lead to. A second message with the same `once_key` is
    not added (None is returned).
    """
    if once_key and act.session.scalar(select(OutboxMessage.id).where(OutboxMessage.once_key == once_key)):
        return None
    message = OutboxMessage(
        recipient=recipient,
        owner_id=owner_id,
        kind=kind,
        locale=locale,
        params=params,
        once_key=once_key,
        created_at=act.now,
        not_before=act.now,
    )
    act.session.add(message)
    act.session.flush()
    return message


def claim_waiting(act: Act, *, most: int = 20) -> Sequence[OutboxMessage]:
    """Take waiting messages for a few minutes, so that no second sender takes them meanwhile."""
    messages = act.session.scalars(
        select(OutboxMessage)
        .where(
            OutboxMessage.sent_at.is_(None),
            OutboxMessage.given_up_at.is_(None),
            OutboxMessage.not_before <= act.now,
            or_(OutboxMessage.claimed_until.is_(None), OutboxMessage.claimed_until < act.now),
        )
        .order_by(OutboxMessage.created_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()
    for message in messages:
        message.claimed_until = act.now + CLAIM_TIME
    act.session.flush()
    return messages


def mark_sent(act: Act, message_id: uuid.UUID) -> None:
    """The mail has gone; its values are forgotten."""
    message = act.session.get_one(OutboxMessage, message_id)
    message.sent_at = act.now
    message.params = {}
    act.session.flush()


def mark_failed(act: Act, message_id: uuid.UUID) -> None:
    """Sending failed: try again after a growing pause, and give up after some hours."""
    message = act.session.get_one(OutboxMessage, message_id)
    message.attempts += 1
    message.claimed_until = None
    if message.attempts >= MOST_ATTEMPTS:
        message.given_up_at = act.now
        message.params = {}
    else:
        message.not_before = act.now + pause_after(message.attempts, first=FIRST_PAUSE, longest=LONGEST_PAUSE)
    act.session.flush()


KEPT_AFTER_MAIL = timedelta(days=30)
"""So long somebody may ask whether a mail went out."""


def forget_recipients(act: Act) -> None:
    """Empty the address of mails that went out, or were given up, a month ago; that they did, is kept."""
    limit = act.now - KEPT_AFTER_MAIL
    done = or_(OutboxMessage.sent_at < limit, OutboxMessage.given_up_at < limit)
    act.session.execute(update(OutboxMessage).where(done, OutboxMessage.recipient != "").values(recipient=""))
