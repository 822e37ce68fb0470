"""A user's account: made when somebody is let in or proves an address, changed, opened again."""

import uuid
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import check_version, existing
from ground.texts import Locale
from register.people.mailbox import read_mailbox
from register.people.models import User


def find_or_create_user(act: Act, *, email: str, name: str = "", locale: Locale = Locale.BOKMAAL) -> User:
    """The user with an address, made now when there is none; a name is set only where none stands. Raises NoMailbox."""
    address = read_mailbox(email)
    user = act.session.scalar(select(User).where(User.email == address))
    if user is None:
        user = User(email=address, name=name, locale=locale, created_at=act.now)
        act.session.add(user)
        act.session.flush()
        audit.record(act, action="user.created", subject=user)
    elif name and not user.name:
        user.name = name
        act.session.flush()
    return user


def is_users(session: Session, email: str) -> bool:
    """Whether an address is one of a user who signs in by it. Raises NoMailbox."""
    return session.scalar(select(User.id).where(User.email == read_mailbox(email))) is not None


def change_user(
    act: Act,
    *,
    user_id: uuid.UUID,
    name: str,
    expected_version: int,
    locale: Locale | None = None,
    phone: str | None = None,
) -> User:
    """Change what a user is called, the language of pages and mails, and the telephone; None leaves what stands.

    Raises NotFound, EditedMeanwhile.
    """
    user = existing(act.session.get(User, user_id))
    check_version(user.version, expected_version)
    user.name = name.strip()
    user.locale = locale or user.locale
    user.phone = user.phone if phone is None else phone.strip()
    act.session.flush()
    audit.record(act, action="user.changed", subject=user)
    return user


def reopen_user(act: Act, *, user_id: uuid.UUID) -> User:
    """Open a closed user again. Raises NotFound."""
    user = existing(act.session.get(User, user_id))
    if user.closed_at is not None:
        user.closed_at = None
        act.session.flush()
        audit.record(act, action="user.reopened", subject=user)
    return user


def users_by_id(session: Session, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, User]:
    """Some users, asked for all at once; none are not asked for."""
    return {user.id: user for user in session.scalars(select(User).where(User.id.in_(ids)))} if ids else {}
