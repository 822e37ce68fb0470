"""A user's account: made when somebody is let in or proves an address, changed, opened again."""

import uuid
from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import check_version, existing
from ground.texts import Locale
from register.people.mailbox import read_mailbox
from register.people.models import User


def find_or_create_user(act: Act, *, email: str, name: str = "") -> User:
    """The user with an address, made now when there is none; a name is set only where none stands. Raises NoMailbox.

    A new one reads in the language of whoever lets them in, until they choose their own.
    """
    address = read_mailbox(email)
    user = act.session.scalar(select(User).where(User.email == address))
    if user is None:
        user = User(email=address, name=name, locale=language_of_actor(act), created_at=act.now)
        act.session.add(user)
        act.session.flush()
        audit.record(act, action="user.created", subject=user)
    elif name and not user.name:
        user.name = name
        act.session.flush()
    return user


def language_of_actor(act: Act) -> Locale:
    """The language of whoever acts, for a mail to somebody without an account; bokmål where nobody does."""
    return Locale.BOKMAAL if act.actor_id is None else act.session.get_one(User, act.actor_id).locale


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


def choose_language(act: Act, *, user_id: uuid.UUID, locale: Locale) -> User:
    """A person chooses the language of their pages and mails, wherever they do it. Raises NotFound."""
    user = existing(act.session.get(User, user_id))
    if user.locale is not locale:
        user.locale = locale
        act.session.flush()
        audit.record(act, action="user.changed", subject=user)
    return user


def note_language_of_writing(act: Act, user_id: uuid.UUID, locale: Locale) -> None:
    """What a user wrote in now stands chosen where they write next. It is no change that a second editor is told of."""
    act.session.execute(update(User).where(User.id == user_id).values(writes_in=locale))


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
