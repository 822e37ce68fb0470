"""Used links and ended sessions are forgotten, and with them the addresses of those who never came (R21, R26)."""

from datetime import datetime, timedelta

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session

from register.sign_in.models import SignInLink, UserSession

KEPT_AFTER_SIGN_IN = timedelta(days=1)


def forget_sign_ins(session: Session, *, now: datetime) -> None:
    """Remove links and sessions a day after they ended; the address of somebody who never came is gone with them."""
    limit = now - KEPT_AFTER_SIGN_IN
    session.execute(delete(SignInLink).where(SignInLink.expires_at < limit))
    session.execute(delete(UserSession).where(or_(UserSession.expires_at < limit, UserSession.ended_at < limit)))
