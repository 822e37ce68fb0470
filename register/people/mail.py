"""A mail to a user, in the user's language."""

from typing import Any

from ground.act import Act
from ground.outbox import OutboxMessage, enqueue
from register.people.models import User


def enqueue_to(
    act: Act,
    user: User,
    *,
    kind: str,
    once_key: str | None = None,
    **params: Any,
) -> OutboxMessage | None:
    """Put a mail to a user in the outbox in their language; nothing happens for one without an address or closed."""
    if not user.email or user.closed_at:
        return None
    return enqueue(act, recipient=user.email, kind=kind, locale=user.locale, once_key=once_key, **params)
