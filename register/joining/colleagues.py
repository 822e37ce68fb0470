"""Inviting colleagues: a leader types an address, and whoever has it says yes or no.

Until the yes nothing is known of the one invited but what the leader typed: neither whether the address has a user
here, nor what that user is called.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, delete, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from ground import audit, outbox
from ground.act import Act
from ground.locks import held, held_all
from ground.moves import move
from register.joining.access import withdraw_as_needless
from register.joining.errors import AlreadyColleague, AlreadyInvited, InvitationOver
from register.joining.mails import JoiningMail
from register.joining.models import Invitation
from register.joining.types import InvitationState
from register.organisations.models import Organisation
from register.people.accounts import language_of_actor
from register.people.mailbox import read_mailbox
from register.people.models import User
from register.roles.grants import give_role, living_grants
from register.roles.models import RoleGrant
from register.roles.types import Role

INVITATION_LIFE = timedelta(days=30)
KEPT_AFTER = timedelta(days=30)
"""So long the leaders see that somebody said no, or did not answer; then name and address are forgotten."""


class SentInvitation(NamedTuple):
    """An invitation as its employer sees it, with the state that holds at the time asked for."""

    invitation: Invitation
    state: InvitationState


def invite_colleague(act: Act, *, organisation: Organisation, email: str, name: str, role: Role) -> Invitation:
    """A leader invites an address. What is done and told is the same whether or not the address has a user.

    Raises NoMailbox, AlreadyColleague (one of those in the list of colleagues), AlreadyInvited.
    """
    address = read_mailbox(email)
    works_there = select(RoleGrant.id).join(User, User.id == RoleGrant.user_id)
    if act.session.scalar(
        works_there.where(
            User.email == address, RoleGrant.organisation_id == organisation.id, RoleGrant.revoked_at.is_(None)
        )
    ):
        raise AlreadyColleague
    _close_what_no_longer_stands(act, organisation, address)
    invitation = Invitation(
        organisation_id=organisation.id,
        email=address,
        name=name.strip(),
        role=role,
        invited_by_id=act.person_id,
        invited_at=act.now,
    )
    act.session.add(invitation)
    act.session.flush()
    audit.record(act, action="invitation.offered", subject=invitation, organisation_id=organisation.id, role=role.value)
    user = act.session.scalar(select(User).where(User.email == address))
    if user is None or user.closed_at is None:
        outbox.enqueue(
            act,
            recipient=address,
            kind=JoiningMail.COLLEAGUE_INVITED,
            locale=user.locale if user else language_of_actor(act),
            organisation=organisation.name,
        )
    return invitation


def accept(act: Act, *, invitation_id: uuid.UUID) -> Invitation:
    """The one who is invited says yes, and has the role from now on. Raises InvitationOver."""
    invitation = _open(act, invitation_id)
    user = act.session.get_one(User, act.person_id)
    there = invitation.organisation_id
    held_there = {one.role for one in living_grants(act.session, user_id=user.id) if one.organisation_id == there}
    if Role.LEADER not in held_there and invitation.role not in held_there:  # what one has meanwhile is not lessened
        give_role(act.by(invitation.invited_by_id), user=user, role=invitation.role, organisation_id=there)
    if not user.name:
        user.name = invitation.name
    withdraw_as_needless(act, organisation_id=invitation.organisation_id)
    _close(act, invitation, InvitationState.ACCEPTED)
    return invitation


def decline(act: Act, *, invitation_id: uuid.UUID) -> Invitation:
    """The one who is invited says no. Raises InvitationOver."""
    invitation = _open(act, invitation_id)
    _close(act, invitation, InvitationState.DECLINED)
    return invitation


def withdraw_invitation(act: Act, *, invitation_id: uuid.UUID) -> Invitation:
    """A leader takes an invitation back. Raises NotFound, InvitationOver."""
    invitation = held(act.session, Invitation, invitation_id)
    if invitation.state is not InvitationState.OFFERED:
        raise InvitationOver
    _close(act, invitation, InvitationState.WITHDRAWN)
    return invitation


def invitations_to(session: Session, user: User, *, now: datetime) -> Sequence[Invitation]:
    """What a user is invited to and has not answered, oldest first."""
    query = select(Invitation).where(Invitation.email == user.email, _stands(now))
    of_invitation = joinedload(Invitation.organisation), joinedload(Invitation.invited_by)
    return session.scalars(query.order_by(Invitation.invited_at, Invitation.id).options(*of_invitation)).all()


def invitations_of(session: Session, organisation_id: uuid.UUID, *, now: datetime) -> Sequence[SentInvitation]:
    """Whom the leaders of an employer have invited: those who have not answered, and for a while those who said no.

    An invitation that no longer stands has lapsed from that moment, whether or not the scheduler has closed it yet.
    """
    stands = _stands(now).label("stands")
    answerable_until_lately = Invitation.invited_at > now - INVITATION_LIFE - KEPT_AFTER
    turned_down = and_(
        Invitation.state.in_((InvitationState.DECLINED, InvitationState.LAPSED)),
        Invitation.closed_at > now - KEPT_AFTER,
    )
    shown = or_(and_(Invitation.closed_at.is_(None), answerable_until_lately), turned_down)
    rows = session.execute(
        select(Invitation, stands)
        .where(Invitation.organisation_id == organisation_id, shown)
        .order_by(Invitation.invited_at, Invitation.id)
    ).all()
    return [
        SentInvitation(one, InvitationState.LAPSED if one.closed_at is None and not still else one.state)
        for one, still in rows
    ]


def lapse_invitations(act: Act) -> None:
    """Invitations that no longer stand lapse, and those long over are forgotten (a scheduled job)."""
    for invitation in held_all(act.session, Invitation, _offered().where(~_stands(act.now))):
        _close(act, invitation, InvitationState.LAPSED)
    act.session.execute(delete(Invitation).where(Invitation.closed_at <= act.now - KEPT_AFTER))


def _stands(now: datetime) -> ColumnElement[bool]:
    """Not answered, not too old, and whoever sent it still leads the employer: who no longer does, lets nobody in."""
    leads = (
        exists()
        .where(
            RoleGrant.user_id == Invitation.invited_by_id,
            RoleGrant.organisation_id == Invitation.organisation_id,
            RoleGrant.role == Role.LEADER,
            RoleGrant.revoked_at.is_(None),
            User.id == Invitation.invited_by_id,
            User.closed_at.is_(None),
        )
        .correlate(Invitation)
    )
    return and_(Invitation.closed_at.is_(None), Invitation.invited_at > now - INVITATION_LIFE, leads)


def _offered() -> Select[Invitation]:
    return select(Invitation).where(Invitation.closed_at.is_(None)).order_by(Invitation.id)


def _close_what_no_longer_stands(act: Act, organisation: Organisation, address: str) -> None:
    here = _offered().where(Invitation.organisation_id == organisation.id, Invitation.email == address)
    for earlier in held_all(act.session, Invitation, here):
        if act.session.scalar(select(Invitation.id).where(Invitation.id == earlier.id, _stands(act.now))):
            raise AlreadyInvited
        _close(act, earlier, InvitationState.LAPSED)


def _open(act: Act, invitation_id: uuid.UUID) -> Invitation:
    one = select(Invitation).where(Invitation.id == invitation_id, _stands(act.now))
    found = held_all(act.session, Invitation, one)
    if not found:
        raise InvitationOver
    return found[0]


def _close(act: Act, invitation: Invitation, wanted: InvitationState) -> None:
    move(act, invitation, wanted, organisation_id=invitation.organisation_id)
    invitation.closed_at = act.now
    act.session.flush()
