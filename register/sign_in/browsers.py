"""The browsers that users have signed in from, so that each is told of a sign-in from one that is new to them."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.secrets import fingerprint
from register.people import mail
from register.people.models import User
from register.sign_in.mails import SignInMail
from register.sign_in.models import KnownBrowser


def note_browser(act: Act, *, user: User, token: str, kind: str) -> None:
    """Note that a user signs in from a browser, and tell them by mail when it is not one of those they have used.

    `token` is what only that browser holds, `kind` what it is called (`app.sign_in.browsers`). The first browser is not
    told of: there is nobody to tell but the one who signs in.
    """
    theirs = _hash_of(user.id, token)
    known = act.session.scalars(select(KnownBrowser).where(KnownBrowser.user_id == user.id)).all()
    found = next((one for one in known if one.browser_hash == theirs), None)
    if found is not None:
        found.last_used_at, found.kind = act.now, kind
        act.session.flush()
        return
    act.session.add(
        KnownBrowser(user_id=user.id, browser_hash=theirs, kind=kind, first_used_at=act.now, last_used_at=act.now)
    )
    act.session.flush()
    if known:
        mail.enqueue_to(act, user, kind=SignInMail.NEW_BROWSER, signed_in_at=act.now.isoformat(), browser=kind)


def knows_browser(session: Session, *, user_id: uuid.UUID, token: str) -> bool:
    """Whether a user has signed in from the browser that holds this."""
    found = select(KnownBrowser.id).where(
        KnownBrowser.user_id == user_id, KnownBrowser.browser_hash == _hash_of(user_id, token)
    )
    return session.scalar(found) is not None


def _hash_of(user_id: uuid.UUID, token: str) -> str:
    """Of browser and user together: two who share a browser are not tied to each other by it."""
    return fingerprint(f"{user_id} {token}")
