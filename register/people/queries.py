"""One user."""

import uuid

from sqlalchemy.orm import Session

from ground.errors import existing
from register.people.models import User


def user(session: Session, user_id: uuid.UUID) -> User:
    """One user. Raises NotFound."""
    return existing(session.get(User, user_id))
