"""Closing a user, who must not be the last administrator."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from ground import audit
from ground.errors import existing
from register.people.models import User
from register.roles.errors import LastAdministrator
from register.roles.grants import is_last_of_its_kind, living_grants
from register.roles.types import Role
from register.sign_in.sessions import end_all_sessions


def close_user(session: Session, *, user_id: uuid.UUID, actor_id: uuid.UUID, now: datetime) -> User:
    """Close a user and end all their sessions; twice does nothing. Raises NotFound, LastAdministrator."""
    user = existing(session.get(User, user_id))
    if user.closed_at is not None:
        return user
    for grant in living_grants(session, user_id=user.id):
        if grant.role is Role.ADMINISTRATOR and is_last_of_its_kind(session, grant):
            raise LastAdministrator
    user.closed_at = now
    end_all_sessions(session, user_id=user.id, now=now)
    session.flush()
    audit.record(session, action="user.closed", subject=user, actor_id=actor_id, now=now)
    return user
