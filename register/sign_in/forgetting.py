"""Used links and ended sessions are forgotten, and with them the addresses of those who never came (R21, R26)."""

from datetime import timedelta

from sqlalchemy import delete, or_

from ground.act import Act
from register.sign_in.models import SignInLink, UserSession

KEPT_AFTER_SIGN_IN = timedelta(days=1)


def forget_sign_ins(act: Act) -> None:
    """Remove links and sessions a day after they ended; the address of somebody who never came is gone with them."""
    limit = act.now - KEPT_AFTER_SIGN_IN
    act.session.execute(delete(SignInLink).where(SignInLink.expires_at < limit))
    act.session.execute(delete(UserSession).where(or_(UserSession.expires_at < limit, UserSession.ended_at < limit)))
