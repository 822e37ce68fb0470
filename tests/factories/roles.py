"""Roles on their way to somebody: proposed, confirmed, accepted."""

from datetime import datetime

from sqlalchemy.orm import Session

from ground.act import Act
from register.people.models import User
from register.roles import giving
from register.roles.may_give import Wanted
from register.roles.models import RoleProposal
from register.roles.types import Role
from tests.factories.register import person, person_with_role
from tests.support.world import NOON


def administrators(session: Session) -> tuple[User, User]:
    """The two without whom the county gives nothing."""
    return (
        person_with_role(session, Role.ADMINISTRATOR, "Ada Administrator"),
        person_with_role(session, Role.ADMINISTRATOR, "Bo Administrator"),
    )


def proposed_role(
    session: Session, by: User, user: User | None = None, wanted: Wanted | None = None, *, now: datetime = NOON
) -> RoleProposal:
    """An administrator has proposed somebody as analyst, when nothing else is said."""
    who = user or person(session, "Nina Ny", now=now)
    return giving.propose(Act(session, by.id, now), user=who, wanted=wanted or Wanted(Role.ANALYST))


def offered_role(
    session: Session,
    by: tuple[User, User],
    user: User | None = None,
    wanted: Wanted | None = None,
    *,
    now: datetime = NOON,
) -> RoleProposal:
    """Another has confirmed, and it waits for the person."""
    first, second = by
    proposal = proposed_role(session, first, user, wanted, now=now)
    return giving.confirm(Act(session, second.id, now), proposal_id=proposal.id)
