"""Giving and taking roles, and who holds them: the rules that keep a house from locking itself out."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ground import audit
from ground.act import Act
from ground.alphabet import in_alphabet
from ground.errors import NotFound, existing
from ground.locks import held_all, hold
from ground.moves import move
from register.organisations.models import Organisation
from register.people import mail
from register.people.models import User
from register.roles.errors import AlreadyHasRole, LastAdministrator, LastLeader, RoleScopeWrong
from register.roles.exclusions import check_together
from register.roles.mails import RoleMail
from register.roles.models import AuthorityRequest, RoleGrant
from register.roles.types import OFFICE_ROLES, ORGANISATION_ROLES, AuthorityState, Role

NEVER_WITHOUT = frozenset({Role.LEADER, Role.ADMINISTRATOR})
"""These are not taken from the last one who can sign in: the leader of an employer, the administrator of Plass.

The last leader of a NAV office may step down: then the county proposes the next first one. And a user who must be
stopped is stopped, though an employer has no other leader: then the county answers those who ask to be let in there.
"""


def give_role(
    act: Act,
    *,
    user: User,
    role: Role,
    organisation_id: uuid.UUID | None = None,
    nav_office_id: uuid.UUID | None = None,
    reason: str = "",
) -> RoleGrant:
    """Write down that somebody holds a role from now on; who may give it is judged by those who call this.

    In one organisation a person is either leader or employee: the new one replaces the other.
    Raises RoleScopeWrong when the scope does not fit the role, AlreadyHasRole when nothing would change, Excluded when
    they hold what nobody holds together with it, LastLeader when the organisation would lose its only leader.
    """
    if (role in ORGANISATION_ROLES) != (organisation_id is not None) or (role in OFFICE_ROLES) != (
        nav_office_id is not None
    ):
        raise RoleScopeWrong
    all_held = living_grants(act.session, user_id=user.id)
    check_together(role, (held.role for held in all_held))
    for held in all_held:
        if (held.organisation_id, held.nav_office_id) != (organisation_id, nav_office_id):
            continue
        if held.role is role:
            raise AlreadyHasRole(since=held.granted_at)
        if organisation_id is not None:
            _revoke(act, held)
    grant = RoleGrant(
        user_id=user.id,
        role=role,
        organisation_id=organisation_id,
        nav_office_id=nav_office_id,
        granted_at=act.now,
        granted_by_id=act.actor_id,
    )
    act.session.add(grant)
    act.session.flush()
    _record(act, "role.given", grant, reason)
    if role is Role.LEADER:
        _withdraw_request(act, grant)
    return grant


def change_role(act: Act, *, user: User, role: Role, organisation: Organisation) -> None:
    """Let a person in an organisation have the other role there, and tell them. What stands already changes nothing.

    Raises NotFound for one who has none there, or from whom another has taken it meanwhile; RoleScopeWrong, LastLeader.
    """
    grants = living_grants(act.session, user_id=user.id)
    grant = existing(next((one for one in grants if one.organisation_id == organisation.id), None))
    _hold(act.session, grant)
    if grant.role is role:
        return
    give_role(act, user=user, role=role, organisation_id=organisation.id)
    if user.id != act.actor_id:
        mail.enqueue_to(act, user, kind=RoleMail.ROLE_CHANGED, orgnr=organisation.orgnr, organisation=organisation.name)


def take_role(act: Act, *, grant_id: uuid.UUID) -> RoleGrant:
    """Take a role back, and tell whoever had it. An employer keeps one leader, Plass one administrator.

    Raises NotFound, LastLeader, LastAdministrator.
    """
    grant = existing(act.session.get(RoleGrant, grant_id))
    _hold(act.session, grant)
    _revoke(act, grant)
    _record(act, "role.taken", grant)
    _withdraw_request(act, grant)
    if grant.user_id != act.actor_id:
        mail.enqueue_to(act, grant.user, kind=RoleMail.ROLE_TAKEN)
    if grant.role is Role.ADMINISTRATOR:
        tell_administrators(act, grant.user)
    return grant


def tell_administrators(act: Act, gone: User) -> None:
    """One administrator alone can stop another, at once; so all others are told, and nobody does it unseen."""
    for administrator in people_with_role(act.session, Role.ADMINISTRATOR):
        if administrator.id not in (act.actor_id, gone.id):
            mail.enqueue_to(act, administrator, kind=RoleMail.ADMINISTRATOR_GONE, user_id=str(gone.id))


def living_grants(session: Session, *, user_id: uuid.UUID) -> list[RoleGrant]:
    """The roles a person holds now, with the employer or office where they hold."""
    return list(
        session.scalars(
            select(RoleGrant)
            .where(RoleGrant.user_id == user_id, RoleGrant.revoked_at.is_(None))
            .order_by(RoleGrant.granted_at)
            .options(joinedload(RoleGrant.organisation), joinedload(RoleGrant.nav_office))
        )
    )


def people_with_role(
    session: Session,
    *roles: Role,
    organisation_id: uuid.UUID | None = None,
    nav_office_id: uuid.UUID | None = None,
) -> list[User]:
    """Open users who hold one of these roles now, in one organisation or office where it has one, by name."""
    query = (
        select(User)
        .join(RoleGrant, RoleGrant.user_id == User.id)
        .where(RoleGrant.role.in_(roles), RoleGrant.revoked_at.is_(None), User.closed_at.is_(None))
        .order_by(in_alphabet(User.name), User.email)
    )
    if organisation_id is not None:
        query = query.where(RoleGrant.organisation_id == organisation_id)
    if nav_office_id is not None:
        query = query.where(RoleGrant.nav_office_id == nav_office_id)
    return list(session.scalars(query).unique())


def refusal_to_take(session: Session, grant: RoleGrant) -> LastLeader | LastAdministrator | None:
    """Why this role cannot be taken now, if so: nobody else who can sign in leads the employer, or administers Plass.

    A page asks before it offers to take the role; who takes it holds the holders first (`hold_holders`), so that two
    people who remove each other at once do not both succeed.
    """
    if grant.role not in NEVER_WITHOUT or only_holder(session, grant.role, grant.organisation_id) != grant.user_id:
        return None
    return LastLeader() if grant.role is Role.LEADER else LastAdministrator()


def refusals_to_take(session: Session, user: User) -> dict[uuid.UUID, LastLeader | LastAdministrator]:
    """The same of all roles that a user holds now, by the role's id, asked of them together."""
    left = {one.id for one in left_without_leader(session, user)} if user.closed_at is None else set()
    found: dict[uuid.UUID, LastLeader | LastAdministrator] = {}
    for one in living_grants(session, user_id=user.id):
        if one.role is Role.LEADER:
            if one.organisation_id in left:
                found[one.id] = LastLeader()
        elif refused := refusal_to_take(session, one):
            found[one.id] = refused
    return found


def only_holder(session: Session, role: Role, organisation_id: uuid.UUID | None = None) -> uuid.UUID | None:
    """The one open user who holds a role, in an organisation where it has one; None when there are several or none."""
    holders = people_with_role(session, role, organisation_id=organisation_id)
    return holders[0].id if len(holders) == 1 else None


def left_without_leader(session: Session, user: User) -> list[Organisation]:
    """The employers that would have no leader who can sign in, were this user closed, by name."""
    others = (
        select(RoleGrant.organisation_id)
        .join(User, User.id == RoleGrant.user_id)
        .where(RoleGrant.role == Role.LEADER, RoleGrant.revoked_at.is_(None))
        .where(User.closed_at.is_(None), User.id != user.id)
    )
    led = (
        select(Organisation)
        .join(RoleGrant, RoleGrant.organisation_id == Organisation.id)
        .where(RoleGrant.user_id == user.id, RoleGrant.role == Role.LEADER, RoleGrant.revoked_at.is_(None))
        .where(Organisation.id.not_in(others.where(RoleGrant.organisation_id.is_not(None))))
    )
    return list(session.scalars(led.order_by(in_alphabet(Organisation.name), Organisation.id)))


def is_last_leader_of_office(session: Session, grant: RoleGrant) -> bool:
    """Whether a NAV office would stand without a leader who can sign in; it may, and is told what follows."""
    if grant.role is not Role.OFFICE_LEADER:
        return False
    leaders = people_with_role(session, Role.OFFICE_LEADER, nav_office_id=grant.nav_office_id)
    return [one.id for one in leaders] == [grant.user_id]


def hold_holders(session: Session, grant: RoleGrant) -> None:
    """Hold the rows of all who hold the role of this grant in its organisation; of none for one that may be empty."""
    if grant.role not in NEVER_WITHOUT:
        return
    query = select(RoleGrant).where(
        RoleGrant.role == grant.role,
        RoleGrant.organisation_id == grant.organisation_id,  # None for administrators: becomes IS NULL
        RoleGrant.revoked_at.is_(None),
    )
    held_all(session, RoleGrant, query.order_by(RoleGrant.id))


def _hold(session: Session, grant: RoleGrant) -> None:
    """Hold a role that is to be taken or changed. Raises NotFound when another has taken it meanwhile.

    The holders of its kind are held before it, or two who remove each other would wait for ever.
    """
    hold_holders(session, grant)
    hold(session, grant)
    if grant.revoked_at is not None:
        raise NotFound


def _revoke(act: Act, grant: RoleGrant) -> None:
    hold_holders(act.session, grant)
    if refused := refusal_to_take(act.session, grant):
        raise refused
    grant.revoked_at, grant.revoked_by_id = act.now, act.actor_id
    act.session.flush()


def _withdraw_request(act: Act, grant: RoleGrant) -> None:
    """A person who has left, or has become leader in another way, no longer waits for authority."""
    if grant.organisation_id is None:
        return
    waiting = act.session.scalars(
        select(AuthorityRequest).where(
            AuthorityRequest.organisation_id == grant.organisation_id,
            AuthorityRequest.user_id == grant.user_id,
            AuthorityRequest.closed_at.is_(None),
        )
    )
    for request in waiting:
        move(act, request, AuthorityState.WITHDRAWN, organisation_id=request.organisation_id)
        request.closed_at, request.code_hash = act.now, None
        act.session.flush()


def _record(act: Act, action: str, grant: RoleGrant, reason: str = "") -> None:
    audit.record(
        act,
        action=action,
        subject=grant.user,
        organisation_id=grant.organisation_id,
        reason=reason,
        role=grant.role.value,
    )
