"""The audit log: who did what to what, when and why, written in the same transaction as the change."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ground.act import Act
from ground.base import Base, LongText, UtcDateTime, UuidKey

SAVES = ("changed", "saved", "profile_saved", "attendance_recorded")
"""The verbs of acts that write anew what people edit in a form."""


class AuditEvent(UuidKey, Base):
    """One act. `actor_id` is empty when the system itself acted (a scheduled job, a command)."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("audit_event_subject_index", "subject_kind", "subject_id", "occurred_at"),)

    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    actor_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    action: Mapped[str] = mapped_column(String(80))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[uuid.UUID]
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    reason: Mapped[str] = mapped_column(LongText, default="")
    details: Mapped[dict[str, Any]] = mapped_column(
        JSON, default=dict, doc="Codes and figures, no personal data but the name of who asked at the server."
    )


def record(
    act: Act,
    *,
    action: str,
    subject: object,
    organisation_id: uuid.UUID | None = None,
    reason: str = "",
    **details: Any,
) -> AuditEvent:
    """Write down one act in the same transaction as the change itself.

    `action` is `thing.verb` (`opening.published`); `subject` the entity acted on, already flushed; `actor_id` None for
    the system itself; `details` codes and figures, never personal data (but who asked for what a command tells).
    """
    event = entry(act, action=action, subject=subject, organisation_id=organisation_id, reason=reason, **details)
    act.session.add(event)
    return event


def entry(
    act: Act,
    *,
    action: str,
    subject: object,
    organisation_id: uuid.UUID | None = None,
    reason: str = "",
    **details: Any,
) -> AuditEvent:
    """The same, made and not yet written."""
    return AuditEvent(
        occurred_at=act.now,
        actor_id=act.actor_id,
        action=action,
        subject_kind=type(subject).__name__,
        subject_id=_id_of(subject),
        organisation_id=organisation_id,
        reason=reason,
        details=details,
    )


def last_save(session: Session, subject: object) -> AuditEvent | None:
    """When what people edit of a thing was last written anew, and by whom; None while it stands as it was made."""
    return session.scalar(
        select(AuditEvent)
        .where(
            AuditEvent.subject_kind == type(subject).__name__,
            AuditEvent.subject_id == _id_of(subject),
            or_(*(AuditEvent.action.endswith(f".{verb}", autoescape=True) for verb in SAVES)),
        )
        .order_by(AuditEvent.occurred_at.desc(), AuditEvent.id)
        .limit(1)
    )


def _id_of(subject: object) -> uuid.UUID:
    return subject.id  # type: ignore[attr-defined,no-any-return]  # every entity has UuidKey; a Protocol would fight Mapped
