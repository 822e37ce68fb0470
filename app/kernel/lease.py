"""The lease: of several scheduler processes one works, and another takes over when it falls silent."""

from datetime import datetime, timedelta

from sqlalchemy import String, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from ground.base import Base, UtcDateTime
from ground.rows import rows_met

LEASE_TIME = timedelta(seconds=12)
BEAT_SECONDS = 4
"""So often the holder says that it lives, and another tries whether it does: a dead one is replaced in 16 seconds."""
NAME = "scheduler"


class SchedulerLease(Base):
    """Who may run the jobs, and until when."""

    __tablename__ = "scheduler_lease"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    holder: Mapped[str] = mapped_column(String(40))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


def take_or_renew(session: Session, *, holder: str, now: datetime) -> bool:
    """Take the lease when it is free or one's own; returns whether it is one's own now."""
    until = now + LEASE_TIME
    take = (
        update(SchedulerLease)
        .where(SchedulerLease.name == NAME, (SchedulerLease.holder == holder) | (SchedulerLease.expires_at < now))
        .values(holder=holder, expires_at=until)
    )
    if rows_met(session, take) == 1:
        return True
    if session.scalar(select(SchedulerLease.name).where(SchedulerLease.name == NAME)):
        return False
    try:
        with session.begin_nested():
            session.add(SchedulerLease(name=NAME, holder=holder, expires_at=until))
    except IntegrityError:
        return False
    return True


def give_up(session: Session, *, holder: str, now: datetime) -> None:
    """Let another process take over at once."""
    session.execute(
        update(SchedulerLease)
        .where(SchedulerLease.name == NAME, SchedulerLease.holder == holder)
        .values(expires_at=now - timedelta(seconds=1))
    )
