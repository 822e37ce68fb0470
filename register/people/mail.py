"""A mail to a user, in the user's language."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ground.outbox import OutboxMessage, enqueue
from register.people.models import User


def enqueue_to(
    session: Session,
    user: User,
    *,
    kind: str,
    now: datetime,
    once_key: str | None = None,
    **params: Any,
) -> OutboxMessage | None:
    """Put a mail to a user in the outbox in their language; nothing happens for one without an address or closed."""
    if not user.email or user.closed_at:
        return None
    return enqueue(session, recipient=user.email, kind=kind, now=now, locale=user.locale, once_key=once_key, **params)
