"""Letting people in: the first administrator, colleagues, users with a role."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from register.joining.errors import AlreadyColleague
from register.joining.mails import JoiningMail
from register.organisations.models import Organisation
from register.people import mail
from register.people.accounts import find_or_create_user
from register.people.models import User
from register.roles.grants import give_role, living_grants
from register.roles.types import Role


def make_first_administrator(session: Session, *, email: str, name: str, now: datetime) -> User:
    """Make the administrator who lets all others in; also the way back when the last address is lost."""
    user = find_or_create_user(session, email=email, name=name, actor_id=None, now=now)
    user.closed_at = None
    if not any(grant.role is Role.ADMINISTRATOR for grant in living_grants(session, user_id=user.id)):
        give_role(session, user=user, role=Role.ADMINISTRATOR, actor_id=None, now=now)
    return user


def invite_colleague(
    session: Session,
    *,
    organisation: Organisation,
    email: str,
    name: str,
    role: Role,
    actor_id: uuid.UUID,
    now: datetime,
) -> User:
    """A leader lets a colleague in; the mail only points to the sign-in page. Raises AlreadyColleague."""
    with session.begin_nested():  # a refusal leaves nothing behind, also when the page answers 200
        user = find_or_create_user(session, email=email, name=name, actor_id=actor_id, now=now)
        if any(held.organisation_id == organisation.id for held in living_grants(session, user_id=user.id)):
            raise AlreadyColleague
        give_role(session, user=user, role=role, organisation_id=organisation.id, actor_id=actor_id, now=now)
    mail.enqueue_to(
        session,
        user,
        kind=JoiningMail.COLLEAGUE_INVITED,
        now=now,
        orgnr=organisation.orgnr,
        organisation=organisation.name,
    )
    return user


def invite_user(
    session: Session,
    *,
    email: str,
    name: str,
    role: Role,
    actor_id: uuid.UUID,
    now: datetime,
    organisation_id: uuid.UUID | None = None,
    nav_office_id: uuid.UUID | None = None,
    reason: str = "",
) -> User:
    """An administrator lets somebody in with a role; the mail only points to the sign-in page.

    Raises AlreadyHasRole, RoleScopeWrong, LastLeader.
    """
    with session.begin_nested():  # a refusal leaves nothing behind, also when the page answers 200
        user = find_or_create_user(session, email=email, name=name, actor_id=actor_id, now=now)
        give_role(
            session,
            user=user,
            role=role,
            actor_id=actor_id,
            now=now,
            organisation_id=organisation_id,
            nav_office_id=nav_office_id,
            reason=reason,
        )
    mail.enqueue_to(session, user, kind=JoiningMail.USER_INVITED, now=now)
    return user
