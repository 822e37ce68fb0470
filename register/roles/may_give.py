"""Who may give what to whom, asked at every step: when it is proposed or offered, confirmed, and accepted."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.people.models import User
from register.roles.errors import (
    AlreadyHasRole,
    GiverIsGone,
    NotTheirsToGive,
    OfficeHasLeader,
    RoleScopeWrong,
    UserIsClosed,
    UserIsOpen,
)
from register.roles.exclusions import check_together
from register.roles.grants import living_grants, people_with_role
from register.roles.models import RoleProposal
from register.roles.queries import known_to_the_county
from register.roles.types import OFFICE_ROLES, Role

ADMINISTRATORS_NEEDED = 2
"""One proposes, another confirms. The command `flask admin create` makes the first two."""


@dataclass(frozen=True)
class Wanted:
    """A role and where it is to hold."""

    role: Role | None
    organisation_id: uuid.UUID | None = None
    nav_office_id: uuid.UUID | None = None


REOPENING = Wanted(None)
"""A closed user is to be let in again, with the roles from before; those at NAV offices are given anew there."""


def wanted_of(proposal: RoleProposal) -> Wanted:
    """What is proposed."""
    return Wanted(proposal.role, proposal.organisation_id, proposal.nav_office_id)


def is_first_leader(wanted: Wanted, by_office: bool) -> bool:
    """Whether the county would give a NAV office its first leader."""
    return wanted.role is Role.OFFICE_LEADER and not by_office


def check_facts(
    session: Session, user: User, wanted: Wanted, *, by_office: bool, asked_by_the_person: bool = False
) -> None:
    """Raise what stands against it now. That somebody is a candidate is told to nobody but that person, and the leader
    of a NAV office is told of nothing that stands elsewhere: it is judged when the person accepts.
    """
    if wanted.role is not None and (wanted.role in OFFICE_ROLES) != (wanted.nav_office_id is not None):
        raise RoleScopeWrong
    if is_first_leader(wanted, by_office) and people_with_role(
        session, Role.OFFICE_LEADER, nav_office_id=wanted.nav_office_id
    ):
        raise OfficeHasLeader
    if not asked_by_the_person and not session.scalar(select(known_to_the_county()).where(User.id == user.id)):
        return
    told_all = asked_by_the_person or not by_office
    if told_all and (user.closed_at is None) != (wanted.role is not None):
        raise UserIsOpen if user.closed_at is None else UserIsClosed
    if wanted.role is None:
        return
    grants = living_grants(session, user_id=user.id)
    if told_all:
        told = [one for one in grants if asked_by_the_person or one.role is not Role.CANDIDATE]
    else:
        told = [one for one in grants if one.nav_office_id == wanted.nav_office_id]
    for one in told:
        if Wanted(one.role, one.organisation_id, one.nav_office_id) == wanted:
            raise AlreadyHasRole(since=one.granted_at)
    check_together(wanted.role, (one.role for one in told))


def check_givers(session: Session, proposal: RoleProposal) -> None:
    """Raise GiverIsGone unless everybody who gave their word may still give it."""
    givers = {proposal.proposed_by_id, proposal.confirmed_by_id} - {None}
    if proposal.by_office:
        may = people_with_role(session, Role.OFFICE_LEADER, nav_office_id=proposal.nav_office_id)
    else:
        may = people_with_role(session, Role.ADMINISTRATOR)
    if not givers <= {one.id for one in may}:
        raise GiverIsGone


def who_can_confirm(session: Session, proposal: RoleProposal) -> list[User]:
    """The administrators who neither proposed it nor are to have it."""
    concerned = (proposal.proposed_by_id, proposal.user_id)
    return [one for one in people_with_role(session, Role.ADMINISTRATOR) if one.id not in concerned]


def must_be_administrator(session: Session, user_id: uuid.UUID) -> None:
    """Raise NotTheirsToGive for everybody else."""
    if all(one.id != user_id for one in people_with_role(session, Role.ADMINISTRATOR)):
        raise NotTheirsToGive


def must_lead(session: Session, user_id: uuid.UUID, nav_office_id: uuid.UUID) -> None:
    """Raise NotTheirsToGive for all but the leaders of this NAV office."""
    if all(one.id != user_id for one in people_with_role(session, Role.OFFICE_LEADER, nav_office_id=nav_office_id)):
        raise NotTheirsToGive
