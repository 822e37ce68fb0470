"""The mail outbox: services put messages in, a scheduled job claims and sends them."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from certification.register.models.outbox import OutboxMessage
from certification.register.models.people import User
from certification.register.types import Locale, MailKind

CLAIM_TIME = timedelta(minutes=5)
MOST_ATTEMPTS = 8


def enqueue(
    session: Session,
    *,
    recipient: str,
    kind: MailKind,
    now: datetime,
    locale: Locale = Locale.BOKMAAL,
    once_key: str | None = None,
    **params: Any,
) -> OutboxMessage | None:
    """Put a mail in the outbox; it goes if and only if the transaction is committed.

    `params` are ids of what the mail is about, names of organisations and figures, never personal data; the web knows
    which page they lead to. A second message with the same `once_key` is not added (None is returned).
    """
    if once_key and session.scalar(select(OutboxMessage.id).where(OutboxMessage.once_key == once_key)):
        return None
    message = OutboxMessage(
        recipient=recipient,
        kind=kind,
        locale=locale,
        params=params,
        once_key=once_key,
        created_at=now,
        not_before=now,
    )
    session.add(message)
    session.flush()
    return message


def enqueue_to(
    session: Session,
    user: User,
    *,
    kind: MailKind,
    now: datetime,
    once_key: str | None = None,
    **params: Any,
) -> OutboxMessage | None:
    """Put a mail to a user in the outbox in their language; nothing happens for one without an address or closed."""
    if not user.email or user.closed_at:
        return None
    return enqueue(session, recipient=user.email, kind=kind, now=now, locale=user.locale, once_key=once_key, **params)


def claim_waiting(session: Session, *, now: datetime, most: int = 20) -> Sequence[OutboxMessage]:
    """Take waiting messages for a few minutes, so that no second sender takes them meanwhile."""
    messages = session.scalars(
        select(OutboxMessage)
        .where(
            OutboxMessage.sent_at.is_(None),
            OutboxMessage.given_up_at.is_(None),
            OutboxMessage.not_before <= now,
            or_(OutboxMessage.claimed_until.is_(None), OutboxMessage.claimed_until < now),
        )
        .order_by(OutboxMessage.created_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()
    for message in messages:
        message.claimed_until = now + CLAIM_TIME
    session.flush()
    return messages


def mark_sent(session: Session, message_id: uuid.UUID, *, now: datetime) -> None:
    """The mail has gone; its values (which may hold a sign-in token) are forgotten."""
    message = session.get_one(OutboxMessage, message_id)
    message.sent_at = now
    message.params = {}
    session.flush()


def mark_failed(session: Session, message_id: uuid.UUID, *, now: datetime) -> None:
    """Sending failed: try again after a growing pause, and give up after some hours."""
    message = session.get_one(OutboxMessage, message_id)
    message.attempts += 1
    message.claimed_until = None
    if message.attempts >= MOST_ATTEMPTS:
        message.given_up_at = now
        message.params = {}
    else:
        message.not_before = now + timedelta(minutes=2**message.attempts)
    session.flush()
