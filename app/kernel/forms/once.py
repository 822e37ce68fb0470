"""The guard against a repeated submit: a form that creates something can be sent twice and creates once."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, Uuid, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column
from wtforms import HiddenField

from app.kernel.forms.base import Form
from ground.base import Base, UtcDateTime

KEPT = timedelta(days=30)
"""Nobody sends a form again that was opened longer ago than this."""


class SubmittedForm(Base):
    """A form that has done its work, and where its sender was led."""

    __tablename__ = "submitted_form"

    key: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    user_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    location: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CreateForm(Form):
    """A form that creates something. Its key is made when the empty form is shown."""

    submit_key = HiddenField(default=lambda: str(uuid.uuid4()))

    @property
    def key(self) -> uuid.UUID:
        """The key, or a new one when the hidden field was tampered with."""
        try:
            return uuid.UUID(self.submit_key.data or "")
        except ValueError:
            return uuid.uuid4()


def forget_submits_of(session: Session, *, user_id: uuid.UUID) -> None:
    """Forget what a user has sent, as when the user is deleted."""
    session.execute(delete(SubmittedForm).where(SubmittedForm.user_id == user_id))


def location_of_earlier(session: Session, form: CreateForm, *, user_id: uuid.UUID) -> str | None:
    """Where the first submit of this form led, if there was one by the same person."""
    return session.scalar(
        select(SubmittedForm.location).where(SubmittedForm.key == form.key, SubmittedForm.user_id == user_id)
    )


def remember(session: Session, form: CreateForm, *, user_id: uuid.UUID, location: str, now: datetime) -> str:
    """Remember that this form did its work; two at once fail on the key, and the second is rolled back."""
    session.add(SubmittedForm(key=form.key, user_id=user_id, location=location, at=now))
    session.flush()
    return location


def forget_submits(session: Session, *, now: datetime) -> None:
    """Remove the keys of forms that were sent long ago (a scheduled job)."""
    session.execute(delete(SubmittedForm).where(SubmittedForm.at < now - KEPT))
