"""What is no longer needed is forgotten: used links, ended sessions, and where mails once went (R21, R26)."""

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, update
from sqlalchemy.orm import Session

from certification.register.models.outbox import OutboxMessage
from certification.register.models.sign_in import SignInLink, UserSession

KEPT_AFTER_SIGN_IN = timedelta(days=1)
KEPT_AFTER_MAIL = timedelta(days=30)
"""So long somebody may ask whether a mail went out."""


def forget_sign_ins(session: Session, *, now: datetime) -> None:
    """Remove links and sessions a day after they ended; the address of somebody who never came is gone with them."""
    limit = now - KEPT_AFTER_SIGN_IN
    session.execute(delete(SignInLink).where(SignInLink.expires_at < limit))
    session.execute(delete(UserSession).where(or_(UserSession.expires_at < limit, UserSession.ended_at < limit)))


def forget_recipients(session: Session, *, now: datetime) -> None:
    """Empty the address of mails that went out, or were given up, a month ago; that they did, is kept."""
    limit = now - KEPT_AFTER_MAIL
    done = or_(OutboxMessage.sent_at < limit, OutboxMessage.given_up_at < limit)
    session.execute(update(OutboxMessage).where(done, OutboxMessage.recipient != "").values(recipient=""))
