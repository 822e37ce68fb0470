"""Who holds which role. Lists for the county never show who is a candidate (law-and-facts.md 3.1)."""

import uuid
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from ground.alphabet import in_alphabet, name_contains
from ground.errors import existing
from ground.paging import Page, one_page
from register.organisations.models import NavOffice
from register.people.errors import NoMailbox
from register.people.mailbox import read_mailbox
from register.people.models import User
from register.roles.models import RoleGrant, RoleProposal
from register.roles.types import STAFF_ROLES, Role, RoleProposalState


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
    return existing(session.scalar(select(RoleGrant).where(RoleGrant.id == grant_id).options(*_SHOWN_WITH)))


def holders_page(
    session: Session, *, q: str = "", role: Role | None = None, nav_office_id: uuid.UUID | None = None, page: int = 1
) -> Page[RoleGrant]:
    """Who holds what now, candidates apart, by name and searched by part of it: of one role, or at one NAV office."""
    query = (
        select(RoleGrant)
        .join(User, User.id == RoleGrant.user_id)
        .where(RoleGrant.revoked_at.is_(None), RoleGrant.role != Role.CANDIDATE)
        .order_by(in_alphabet(User.name), User.email, RoleGrant.granted_at, RoleGrant.id)
        .options(*_SHOWN_WITH)
    )
    if q:
        query = query.where(name_contains(User.name, q))
    if role is not None:
        query = query.where(RoleGrant.role == role)
    if nav_office_id is not None:
        query = query.where(RoleGrant.nav_office_id == nav_office_id)
    return one_page(session, query, page=page)


def ways_of(session: Session, grant_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, RoleProposal]:
    """How these roles were given, where they were proposed: by whom, and who confirmed."""
    query = select(RoleProposal).where(RoleProposal.grant_id.in_(grant_ids)).options(*_WITH_GIVERS)
    return {one.grant_id: one for one in session.scalars(query) if one.grant_id is not None}


def proposals_page(session: Session, *, answered: bool = False, page: int = 1) -> Page[RoleProposal]:
    """The county's own proposals that wait, the oldest first, or those that are over, the newest first."""
    query = select(RoleProposal).where(~RoleProposal.by_office).options(*_WITH_PLACE)
    if answered:
        query = query.where(RoleProposal.closed_at.is_not(None)).order_by(
            RoleProposal.closed_at.desc(), RoleProposal.id
        )
    else:
        query = query.where(RoleProposal.closed_at.is_(None)).order_by(RoleProposal.proposed_at, RoleProposal.id)
    return one_page(session, query, page=page)


def county_proposal(session: Session, proposal_id: uuid.UUID) -> RoleProposal:
    """One of the county's own proposals, with all whom it concerns. Raises NotFound."""
    return existing(
        session.scalar(
            select(RoleProposal)
            .where(RoleProposal.id == proposal_id, ~RoleProposal.by_office)
            .options(*_WITH_GIVERS, *_WITH_PLACE)
        )
    )


def to_confirm(session: Session, reader_id: uuid.UUID, now: datetime) -> list[RoleProposal]:
    """The proposals that this administrator may confirm: not their own, and not for themself; the oldest first."""
    return list(
        session.scalars(
            select(RoleProposal)
            .where(
                RoleProposal.state == RoleProposalState.PROPOSED,
                RoleProposal.open_until > now,
                RoleProposal.proposed_by_id != reader_id,
                RoleProposal.user_id != reader_id,
            )
            .order_by(RoleProposal.proposed_at, RoleProposal.id)
        )
    )


def offers_to(session: Session, user_id: uuid.UUID, now: datetime) -> list[RoleProposal]:
    """The roles that this person is offered and may still accept, the oldest first."""
    return list(
        session.scalars(
            select(RoleProposal)
            .where(
                RoleProposal.user_id == user_id,
                RoleProposal.role.is_not(None),
                RoleProposal.state == RoleProposalState.OFFERED,
                RoleProposal.open_until > now,
            )
            .order_by(RoleProposal.proposed_at, RoleProposal.id)
            .options(*_WITH_GIVERS, *_WITH_PLACE)
        )
    )


def offer_to(session: Session, user_id: uuid.UUID, proposal_id: uuid.UUID) -> RoleProposal:
    """One role that this person is or was offered. Raises NotFound."""
    is_offer = or_(RoleProposal.by_office, RoleProposal.confirmed_at.is_not(None))
    return existing(
        session.scalar(
            select(RoleProposal)
            .where(
                RoleProposal.id == proposal_id,
                RoleProposal.user_id == user_id,
                RoleProposal.role.is_not(None),
                is_offer,
            )
            .options(*_WITH_PLACE)
        )
    )


def offers_of_office(session: Session, nav_office_id: uuid.UUID, now: datetime) -> list[RoleProposal]:
    """What the leaders of an office have offered, and nobody has answered yet, the oldest first."""
    return list(
        session.scalars(
            select(RoleProposal)
            .where(
                RoleProposal.nav_office_id == nav_office_id,
                RoleProposal.by_office,
                RoleProposal.state == RoleProposalState.OFFERED,
                RoleProposal.open_until > now,
            )
            .order_by(RoleProposal.proposed_at, RoleProposal.id)
            .options(*_WITH_GIVERS)
        )
    )


def offices_offer(session: Session, nav_office_id: uuid.UUID, proposal_id: uuid.UUID) -> RoleProposal:
    """One thing that the leaders of an office have offered. Raises NotFound."""
    return existing(
        session.scalar(
            select(RoleProposal).where(
                RoleProposal.id == proposal_id, RoleProposal.nav_office_id == nav_office_id, RoleProposal.by_office
            )
        )
    )


def people_at_offices(session: Session, nav_office_ids: Collection[uuid.UUID]) -> list[RoleGrant]:
    """Who holds which role at these NAV offices now: by office, leaders first, by name."""
    return list(
        session.scalars(
            select(RoleGrant)
            .join(User, User.id == RoleGrant.user_id)
            .join(NavOffice, NavOffice.id == RoleGrant.nav_office_id)
            .where(
                RoleGrant.nav_office_id.in_(nav_office_ids),
                RoleGrant.revoked_at.is_(None),
                User.closed_at.is_(None),
            )
            .order_by(
                in_alphabet(NavOffice.name),
                RoleGrant.role != Role.OFFICE_LEADER,
                in_alphabet(User.name),
                User.email,
                RoleGrant.id,
            )
            .options(*_SHOWN_WITH)
        )
    )


def office_leaders(session: Session) -> dict[uuid.UUID, list[User]]:
    """The leaders of each NAV office that has any."""
    rows = session.scalars(
        select(RoleGrant)
        .join(User, User.id == RoleGrant.user_id)
        .where(RoleGrant.role == Role.OFFICE_LEADER, RoleGrant.revoked_at.is_(None), User.closed_at.is_(None))
        .order_by(in_alphabet(User.name), User.email)
        .options(joinedload(RoleGrant.user))
    )
    found: dict[uuid.UUID, list[User]] = {}
    for one in rows:
        assert one.nav_office_id is not None  # held by the database
        found.setdefault(one.nav_office_id, []).append(one.user)
    return found


_SHOWN_WITH = (
    joinedload(RoleGrant.user),
    joinedload(RoleGrant.granted_by),
    joinedload(RoleGrant.organisation),
    joinedload(RoleGrant.nav_office),
)
_WITH_GIVERS = (joinedload(RoleProposal.proposed_by), joinedload(RoleProposal.confirmed_by))
_WITH_PLACE = (
    joinedload(RoleProposal.user),
    joinedload(RoleProposal.organisation),
    joinedload(RoleProposal.nav_office),
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
    """Whether the user with an address, in its one spelling, holds a role at NAV, in the county or as certifier, or is
    to have one: who is talked out of a code must not take a role with it.
    """
    of_user = select(User.id).where(User.email == email)
    holds = of_user.join(RoleGrant, RoleGrant.user_id == User.id).where(
        RoleGrant.role.in_(STAFF_ROLES), RoleGrant.revoked_at.is_(None)
    )
    is_offered = of_user.join(RoleProposal, RoleProposal.user_id == User.id).where(
        RoleProposal.role.in_(STAFF_ROLES), RoleProposal.closed_at.is_(None)
    )
    return session.scalar(holds.union_all(is_offered).limit(1)) is not None


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
