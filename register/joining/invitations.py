"""Letting the first in: an administrator, by the command on the server."""

from ground.act import Act
from register.people.accounts import find_or_create_user, reopen_user
from register.people.models import User
from register.roles.grants import give_role, living_grants
from register.roles.types import Role


def make_administrator(act: Act, *, email: str, name: str) -> User:
    """Make an administrator on the server: the first, the second, and the way back when the last address is lost.

    Raises NoMailbox, Excluded.
    """
    user = find_or_create_user(act, email=email, name=name)
    reopen_user(act, user_id=user.id)
    if not any(grant.role is Role.ADMINISTRATOR for grant in living_grants(act.session, user_id=user.id)):
        give_role(act, user=user, role=Role.ADMINISTRATOR)
    return user
