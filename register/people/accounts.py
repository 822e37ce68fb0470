"""A user's account: made when somebody is let in or proves an address, changed, opened again."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.errors import EditedMeanwhile, existing
from ground.texts import Locale
from register.people.models import User


def find_or_create_user(
    session: Session,
    *,
    email: str,
    actor_id: uuid.UUID | None,
    now: datetime,
    name: str = "",
    locale: Locale = Locale.BOKMAAL,
) -> User:
    """The user with an address, made now when there is none; a name is set only where none stands."""
    address = normalise_email(email)
    user = session.scalar(select(User).where(User.email == address))
    if user is None:
        user = User(email=address, name=name, locale=locale, created_at=now)
        session.add(user)
        session.flush()
        audit.record(session, action="user.created", subject=user, actor_id=actor_id, now=now)
    elif name and not user.name:
        user.name = name
        session.flush()
    return user


def change_user(
    session: Session,
    *,
    user_id: uuid.UUID,
    name: str,
    expected_version: int,
    actor_id: uuid.UUID,
    now: datetime,
    locale: Locale | None = None,
) -> User:
    """Change what a user is called, and the language of pages and mails. Raises NotFound, EditedMeanwhile."""
    user = existing(session.get(User, user_id))
    if user.version != expected_version:
        raise EditedMeanwhile
    user.name = name.strip()
    user.locale = locale or user.locale
    session.flush()
    audit.record(session, action="user.changed", subject=user, actor_id=actor_id, now=now)
    return user


def reopen_user(session: Session, *, user_id: uuid.UUID, actor_id: uuid.UUID, now: datetime) -> User:
    """Open a closed user again. Raises NotFound."""
    user = existing(session.get(User, user_id))
    if user.closed_at is not None:
        user.closed_at = None
        session.flush()
        audit.record(session, action="user.reopened", subject=user, actor_id=actor_id, now=now)
    return user


def normalise_email(typed: str) -> str:
    """The form in which addresses are compared and kept."""
    return typed.strip().lower()
