"""Lists of people for those who let others in. They never show who is a candidate (law-and-facts.md 3.1)."""

import uuid

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from certification.register.alphabet import in_alphabet
from certification.register.errors import existing
from certification.register.models.people import RoleGrant, User
from certification.register.paging import Page, one_page
from certification.register.types import Role


def known_to_the_county() -> ColumnElement[bool]:
    """The users an administrator may see: not those who are, or were, in Plass as candidates only."""
    is_candidate = exists().where(RoleGrant.user_id == User.id, RoleGrant.role == Role.CANDIDATE)
    is_more = exists().where(RoleGrant.user_id == User.id, RoleGrant.role != Role.CANDIDATE)
    return or_(~is_candidate, is_more)


def users_page(session: Session, *, q: str = "", role: Role | None = None, page: int = 1) -> Page[User]:
    """Users by name, searched by part of name or address, narrowed to those who hold a role now."""
    query = select(User).where(known_to_the_county()).order_by(in_alphabet(User.name), User.email, User.id)
    if q:
        query = query.where(or_(User.name.icontains(q, autoescape=True), User.email.icontains(q, autoescape=True)))
    if role is not None:
        holds = exists().where(RoleGrant.user_id == User.id, RoleGrant.role == role, RoleGrant.revoked_at.is_(None))
        query = query.where(holds)
    return one_page(session, query, page=page)


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
        )
    )
