"""Closing a user, who must not be the last administrator."""

import uuid

from ground import audit, outbox
from ground.act import Act
from ground.errors import existing
from register.people.models import User
from register.roles.grants import hold_holders, living_grants, refusal_to_take, tell_administrators
from register.roles.mails import RoleMail
from register.roles.types import Role
from register.sign_in.drafts import throw_away_all
from register.sign_in.sessions import end_all_sessions


def close_user(act: Act, *, user_id: uuid.UUID) -> User:
    """Close a user, end their sessions, forget their drafts and tell them so; twice does nothing.

    Raises NotFound, LastAdministrator.
    """
    user = existing(act.session.get(User, user_id))
    if user.closed_at is not None:
        return user
    grants = living_grants(act.session, user_id=user.id)
    for grant in grants:
        if grant.role is not Role.ADMINISTRATOR:
            continue
        hold_holders(act.session, grant)
        if refused := refusal_to_take(act.session, grant):
            raise refused
    user.closed_at = act.now
    end_all_sessions(act, user_id=user.id)
    throw_away_all(act, user_id=user.id)
    act.session.flush()
    audit.record(act, action="user.closed", subject=user)
    if user.email:  # no other mail reaches a closed user
        outbox.enqueue(act, recipient=user.email, kind=RoleMail.USER_CLOSED, locale=user.locale)
    if any(grant.role is Role.ADMINISTRATOR for grant in grants):
        tell_administrators(act, user)
    return user
