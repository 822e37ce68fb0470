"""Who holds which role. Lists for the county never show who is a candidate (law-and-facts.md 3.1)."""

import uuid
from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from ground.alphabet import in_alphabet, name_contains
from ground.errors import existing
from ground.paging import Page, one_page
from register.people.errors import NoMailbox
from register.people.mailbox import read_mailbox
from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import STAFF_ROLES, Role


def colleagues(session: Session, organisation_id: uuid.UUID) -> list[RoleGrant]:
    """The living roles in an organisation, oldest first."""
    return list(
        session.scalars(
            select(RoleGrant)
            .where(RoleGrant.organisation_id == organisation_id, RoleGrant.revoked_at.is_(None))
            .order_by(RoleGrant.granted_at)
            .options(joinedload(RoleGrant.user))
        )
    )


def grant(session: Session, grant_id: uuid.UUID) -> RoleGrant:
    """One role that a person holds or has held, with the employer or office where it holds. Raises NotFound."""
    return existing(
        session.scalar(
            select(RoleGrant)
            .where(RoleGrant.id == grant_id)
            .options(joinedload(RoleGrant.organisation), joinedload(RoleGrant.nav_office))
        )
    )


def known_to_the_county() -> ColumnElement[bool]:
    """The users an administrator may see: not those who are, or were, in Plass as candidates only."""
    is_candidate = exists().where(RoleGrant.user_id == User.id, RoleGrant.role == Role.CANDIDATE)
    is_more = exists().where(RoleGrant.user_id == User.id, RoleGrant.role != Role.CANDIDATE)
    return or_(~is_candidate, is_more)


def users_page(session: Session, *, q: str = "", role: Role | None = None, page: int = 1) -> Page[User]:
    """Users by name, searched by part of name or address, narrowed to those who hold a role now."""
    query = select(User).where(known_to_the_county()).order_by(in_alphabet(User.name), User.email, User.id)
    if q:
        query = query.where(or_(name_contains(User.name, q), name_contains(User.email, q), User.email == _mailbox(q)))
    if role is not None:
        holds = exists().where(RoleGrant.user_id == User.id, RoleGrant.role == role, RoleGrant.revoked_at.is_(None))
        query = query.where(holds)
    return one_page(session, query, page=page)


def is_staff(session: Session, email: str) -> bool:
    """Whether the user with an address, in its one spelling, holds a role at NAV, in the county or as certifier."""
    holds = (
        select(RoleGrant.id)
        .join(User, RoleGrant.user_id == User.id)
        .where(User.email == email, RoleGrant.role.in_(STAFF_ROLES), RoleGrant.revoked_at.is_(None))
    )
    return session.scalar(holds.limit(1)) is not None


def _mailbox(searched: str) -> str:
    """The one spelling of an address that is searched for whole; an empty text when it is none."""
    try:
        return read_mailbox(searched)
    except NoMailbox:
        return ""


def roles_shown(session: Session, user_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[RoleGrant]]:
    """The roles that each of these users holds now and that an administrator may see, oldest first."""
    grants = session.scalars(
        select(RoleGrant)
        .where(RoleGrant.user_id.in_(user_ids), RoleGrant.revoked_at.is_(None), RoleGrant.role != Role.CANDIDATE)
        .order_by(RoleGrant.granted_at)
        .options(joinedload(RoleGrant.organisation), joinedload(RoleGrant.nav_office))
    )
    shown: dict[uuid.UUID, list[RoleGrant]] = {user_id: [] for user_id in user_ids}
    for one in grants:
        shown[one.user_id].append(one)
    return shown


def user_for_the_county(session: Session, user_id: uuid.UUID) -> User:
    """One user whom an administrator may see. Raises NotFound, also for a candidate."""
    return existing(session.scalar(select(User).where(User.id == user_id, known_to_the_county())))


def visible_grants(session: Session, user_id: uuid.UUID) -> list[RoleGrant]:
    """The roles of a user that an administrator may see, living first, newest first."""
    return list(
        session.scalars(
            select(RoleGrant)
            .where(RoleGrant.user_id == user_id, RoleGrant.role != Role.CANDIDATE)
            .order_by(RoleGrant.revoked_at.is_not(None), RoleGrant.granted_at.desc())
            .options(joinedload(RoleGrant.organisation), joinedload(RoleGrant.nav_office))
        )
    )
