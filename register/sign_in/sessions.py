"""The sessions of signed-in browsers, kept in the database so that they can be ended from anywhere."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session, contains_eager

from ground import audit
from ground.act import Act
from ground.secrets import fingerprint, new_token
from register.people.models import User
from register.sign_in.models import UserSession
from register.sign_in.types import CANDIDATES_DOORS, Door

SESSION_LIFE = timedelta(hours=12)
CANDIDATES_IDLE = timedelta(minutes=30)
"""A telephone that is lent or left lying is soon nobody's again; whoever holds it needs only the PIN to go on."""
SEEN_EACH = timedelta(minutes=1)
"""How exactly it is known when a session was used: it is not written at each page."""


def open_session(
    act: Act,
    *,
    user: User,
    door: Door = Door.MAIL_LINK,
    held_since: datetime | None = None,
    life: timedelta = SESSION_LIFE,
    browser: str = "",
) -> str:
    """Open a session for a user who has proved who they are; returns the secret for the cookie."""
    token = new_token()
    opened = UserSession(
        user_id=user.id,
        token_hash=fingerprint(token),
        created_at=act.now,
        expires_at=act.now + life,
        seen_at=act.now,
        door=door,
        held_since=held_since or act.now,
        browser=browser,
    )
    act.session.add(opened)
    act.session.flush()
    audit.record(act.by(user.id), action="user.signed_in", subject=user, door=door.value)
    return token


def living_session(session: Session, *, token: str, now: datetime, idle: timedelta) -> UserSession | None:
    """The living session that a cookie's secret belongs to, with its user, if there is one.

    It ends when it has not been used: a candidate's after half an hour, others' after `idle`.
    """
    by_candidate = UserSession.door.in_(CANDIDATES_DOORS)
    return session.scalar(
        select(UserSession)
        .join(UserSession.user)
        .options(contains_eager(UserSession.user))
        .where(
            UserSession.token_hash == fingerprint(token),
            UserSession.ended_at.is_(None),
            UserSession.expires_at > now,
            or_(
                and_(by_candidate, UserSession.seen_at > now - CANDIDATES_IDLE),
                and_(~by_candidate, UserSession.seen_at > now - idle),
            ),
            User.closed_at.is_(None),
        )
    )


def see_session(act: Act, session_id: uuid.UUID) -> None:
    """Note that a session is used now."""
    act.session.execute(update(UserSession).where(UserSession.id == session_id).values(seen_at=act.now))


def end_session(act: Act, *, token: str) -> None:
    """Sign one browser out."""
    act.session.execute(
        update(UserSession)
        .where(UserSession.token_hash == fingerprint(token), UserSession.ended_at.is_(None))
        .values(ended_at=act.now)
    )


def end_other_sessions(act: Act, *, entered: UserSession | None) -> None:
    """Sign the user of a session out everywhere else."""
    if entered is not None:
        act.session.execute(
            update(UserSession)
            .where(
                UserSession.user_id == entered.user_id,
                UserSession.id != entered.id,
                UserSession.ended_at.is_(None),
            )
            .values(ended_at=act.now)
        )


def end_all_sessions(act: Act, *, user_id: uuid.UUID) -> None:
    """Sign a user out everywhere, as when the user is closed or a candidate chooses a new PIN."""
    act.session.execute(
        update(UserSession)
        .where(UserSession.user_id == user_id, UserSession.ended_at.is_(None))
        .values(ended_at=act.now)
    )
