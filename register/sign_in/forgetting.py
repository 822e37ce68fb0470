"""Used links, ended sessions and browsers no longer used are forgotten, and the addresses of those who never came
(R21, R26).
"""

from datetime import timedelta

from sqlalchemy import delete, or_

from ground.act import Act
from register.sign_in.models import KnownBrowser, SignInLink, UserSession

KEPT_AFTER_SIGN_IN = timedelta(days=1)
BROWSER_KEPT = timedelta(days=365)
"""So long after its last use a browser is known to its user."""


def forget_sign_ins(act: Act) -> None:
    """Remove links and sessions a day after they ended; the address of somebody who never came is gone with them."""
    limit = act.now - KEPT_AFTER_SIGN_IN
    act.session.execute(delete(SignInLink).where(SignInLink.expires_at < limit))
    act.session.execute(delete(UserSession).where(or_(UserSession.expires_at < limit, UserSession.ended_at < limit)))


def forget_browsers(act: Act) -> None:
    """Remove the browsers that nobody has signed in from for a year."""
    act.session.execute(delete(KnownBrowser).where(KnownBrowser.last_used_at <= act.now - BROWSER_KEPT))
