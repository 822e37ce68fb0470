"""The sessions of signed-in browsers, kept in the database so that they can be ended from anywhere."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.secrets import fingerprint, new_token
from register.people.models import User
from register.sign_in.models import UserSession

SESSION_LIFE = timedelta(hours=12)


def open_session(act: Act, *, user: User) -> str:
    """Open a session for a user who has proved who they are; returns the secret for the cookie."""
    token = new_token()
    opened = UserSession(
        user_id=user.id, token_hash=fingerprint(token), created_at=act.now, expires_at=act.now + SESSION_LIFE
    )
    act.session.add(opened)
    act.session.flush()
    audit.record(act.by(user.id), action="user.signed_in", subject=user)
    return token


def user_of_session(session: Session, *, token: str, now: datetime) -> User | None:
    """The user whose living session a cookie's secret belongs to, if there is one."""
    return session.scalar(
        select(User)
        .join(UserSession, UserSession.user_id == User.id)
        .where(
            UserSession.token_hash == fingerprint(token),
            UserSession.ended_at.is_(None),
            UserSession.expires_at > now,
            User.closed_at.is_(None),
        )
    )


def end_session(act: Act, *, token: str) -> None:
    """Sign one browser out."""
    act.session.execute(
        update(UserSession)
        .where(UserSession.token_hash == fingerprint(token), UserSession.ended_at.is_(None))
        .values(ended_at=act.now)
    )


def end_all_sessions(act: Act, *, user_id: uuid.UUID) -> None:
    """Sign a user out everywhere, as when the user is closed or a candidate's code is renewed."""
    act.session.execute(
        update(UserSession)
        .where(UserSession.user_id == user_id, UserSession.ended_at.is_(None))
        .values(ended_at=act.now)
    )
