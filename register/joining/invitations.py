"""Letting people in: the first administrator, users with a role."""

import uuid

from ground.act import Act
from register.joining.mails import JoiningMail
from register.people import mail
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.grants import give_role, living_grants
from register.roles.types import Role


def make_first_administrator(act: Act, *, email: str, name: str) -> User:
    """Make the administrator who lets all others in; also the way back when the last address is lost."""
    user = find_or_create_user(act, email=email, name=name)
    user.closed_at = None
    if not any(grant.role is Role.ADMINISTRATOR for grant in living_grants(act.session, user_id=user.id)):
        give_role(act, user=user, role=Role.ADMINISTRATOR)
    return user


def invite_user(
    act: Act,
    *,
    email: str,
    name: str,
    role: Role,
    organisation_id: uuid.UUID | None = None,
    nav_office_id: uuid.UUID | None = None,
    reason: str = "",
) -> User:
    """An administrator lets somebody in with a role; the mail only points to the sign-in page.

    Raises AlreadyHasRole, RoleScopeWrong, LastLeader.
    """
    user = find_or_create_user(act, email=email, name=name)
    give_role(act, user=user, role=role, organisation_id=organisation_id, nav_office_id=nav_office_id, reason=reason)
    mail.enqueue_to(act, user, kind=JoiningMail.USER_INVITED)
    return user
