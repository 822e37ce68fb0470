"""Writing to the audit log."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from certification.register.models.audit import AuditEvent


def record(
    session: Session,
    *,
    action: str,
    subject: object,
    actor_id: uuid.UUID | None,
    now: datetime,
    organisation_id: uuid.UUID | None = None,
    reason: str = "",
    **details: Any,
) -> AuditEvent:
    """Write down one act in the same transaction as the change itself.

    `action` is `thing.verb` (`opening.published`); `subject` the entity acted on, already flushed; `actor_id` None for
    the system itself; `details` codes and figures, never personal data.
    """
    event = AuditEvent(
        occurred_at=now,
        actor_id=actor_id,
        action=action,
        subject_kind=type(subject).__name__,
        subject_id=subject.id,  # type: ignore[attr-defined]  # every entity has UuidKey; a Protocol would fight Mapped
        organisation_id=organisation_id,
        reason=reason,
        details=details,
    )
    session.add(event)
    return event
