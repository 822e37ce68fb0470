"""How a role comes to somebody: proposed by one, confirmed by another, accepted by the third. Nobody gives alone.

For the county two administrators act. The leader of a NAV office offers the roles there alone, and never to themself.
What each may give, and which roles nobody holds together, is asked every time: facts can change between.
"""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from ground import audit, outbox
from ground.act import Act
from ground.errors import NotFound, ReasonMissing
from ground.locks import held, hold
from ground.moves import move
from ground.secrets import derived_token, same
from register.people import mail
from register.people.accounts import find_or_create_user, reopen_user
from register.people.models import User
from register.roles.errors import AlreadyProposed, NotForOneself, NotTheirsToGive, ProposalAnswered
from register.roles.exclusions import check_together
from register.roles.grants import give_role, living_grants, people_with_role, take_role
from register.roles.mails import COUNTY, OFFICE, RoleMail
from register.roles.may_give import (
    REOPENING,
    Wanted,
    check_facts,
    check_givers,
    is_first_leader,
    must_be_administrator,
    must_lead,
    wanted_of,
    who_can_confirm,
)
from register.roles.models import RoleGrant, RoleProposal
from register.roles.types import COUNTY_GIVES, OFFICE_ROLES, Role, RoleProposalState
from register.sign_in.models import KnownBrowser

TO_CONFIRM = timedelta(days=14)
"""So long a proposal waits for a second administrator."""
TO_ACCEPT = timedelta(days=14)
"""So long an offer waits for the one who is to have it."""
KEPT_AFTER = timedelta(days=30)
"""So long after its end a proposal that nobody accepted is still shown."""


def invite(act: Act, *, email: str, name: str, wanted: Wanted, reason: str = "") -> RoleProposal:
    """Propose a role to whoever has this address. Raises what `propose` raises, and NoMailbox.

    The name is the proposer's word and becomes the user's own with the role, not before.
    """
    user = find_or_create_user(act, email=email)
    return propose(act, user=user, wanted=wanted, name=name, reason=reason)


def propose(act: Act, *, user: User, wanted: Wanted, name: str = "", reason: str = "") -> RoleProposal:
    """An administrator proposes; nothing holds until another has confirmed and the person has accepted.

    `name` is what the proposer calls the person. Raises NotTheirsToGive, NotForOneself, RoleScopeWrong,
    AlreadyProposed, AlreadyHasRole, Excluded, OfficeHasLeader, UserIsClosed, UserIsOpen.
    """
    must_be_administrator(act.session, act.person_id)
    if wanted.role is not None and wanted.role not in COUNTY_GIVES:
        raise NotTheirsToGive
    proposal = _begin(act, user, wanted, by_office=False, name=name, reason=reason, lasts=TO_CONFIRM)
    for administrator in who_can_confirm(act.session, proposal):
        mail.enqueue_to(act, administrator, kind=RoleMail.ROLE_TO_CONFIRM, role_proposal_id=str(proposal.id))
    return proposal


def offer_at_office(act: Act, *, email: str, name: str, role: Role, nav_office_id: uuid.UUID) -> RoleProposal:
    """The leader of a NAV office offers a role there; it holds when the person has accepted.

    What the leader is told of the person is what stands at this office: neither that they are closed nor what they are
    elsewhere. Raises NotTheirsToGive, NotForOneself, AlreadyProposed, AlreadyHasRole, NoMailbox.
    """
    must_lead(act.session, act.person_id, nav_office_id)
    if role not in OFFICE_ROLES:
        raise NotTheirsToGive
    user = find_or_create_user(act, email=email)
    wanted = Wanted(role, nav_office_id=nav_office_id)
    proposal = _begin(act, user, wanted, by_office=True, name=name, reason="", lasts=TO_ACCEPT)
    _move(act, proposal, RoleProposalState.OFFERED)
    mail.enqueue_to(act, user, kind=RoleMail.ROLE_OFFERED)
    return proposal


def confirm(act: Act, *, proposal_id: uuid.UUID) -> RoleProposal:
    """A second administrator confirms: it is offered to the person. Confirming once more changes nothing.

    Raises NotFound, NotTheirsToGive, NotForOneself, ProposalAnswered, GiverIsGone, and what the facts refuse by now.
    """
    proposal = held(act.session, RoleProposal, proposal_id)
    if proposal.confirmed_by_id == act.person_id:
        return proposal
    _check_second(act, proposal)
    user = held(act.session, User, proposal.user_id)
    check_givers(act.session, proposal)
    check_facts(act.session, user, wanted_of(proposal), by_office=False)
    proposal.open_until = act.now + TO_ACCEPT
    proposal.confirmed_by_id, proposal.confirmed_at = act.person_id, act.now
    _move(act, proposal, RoleProposalState.OFFERED)
    if proposal.role is not None:
        mail.enqueue_to(act, user, kind=RoleMail.ROLE_OFFERED)
    elif user.email:  # a closed user, whom no other mail reaches
        outbox.enqueue(
            act,
            recipient=user.email,
            kind=RoleMail.REOPENING_OFFERED,
            locale=user.locale,
            role_proposal_id=str(proposal.id),
        )
    return proposal


def refuse(act: Act, *, proposal_id: uuid.UUID, reason: str) -> RoleProposal:
    """A second administrator says no, with the reason that the proposer reads.

    Raises NotFound, NotTheirsToGive, NotForOneself, ProposalAnswered, ReasonMissing.
    """
    proposal = held(act.session, RoleProposal, proposal_id)
    _check_second(act, proposal)
    if not reason.strip():
        raise ReasonMissing
    proposal.answer = reason.strip()
    _close(act, proposal, RoleProposalState.REFUSED)
    _tell_proposer(act, proposal)
    return proposal


def withdraw(act: Act, *, proposal_id: uuid.UUID) -> RoleProposal:
    """The proposer takes it back, before it is accepted; twice changes nothing. Raises NotFound, ProposalAnswered."""
    proposal = held(act.session, RoleProposal, proposal_id)
    if proposal.proposed_by_id != act.person_id:
        raise NotFound
    if proposal.state is not RoleProposalState.WITHDRAWN:
        _must_stand(act, proposal, RoleProposalState.PROPOSED, RoleProposalState.OFFERED)
        _close(act, proposal, RoleProposalState.WITHDRAWN)
    return proposal


def accept(act: Act, *, proposal_id: uuid.UUID) -> RoleProposal:
    """The person accepts, and the role holds from now on; accepting once more changes nothing.

    The first leader of a NAV office is told to its counsellors. Raises NotFound, ProposalAnswered, GiverIsGone,
    Excluded, AlreadyHasRole, OfficeHasLeader, LastLeader.
    """
    proposal = _offered_to(act, proposal_id)
    if proposal.state is RoleProposalState.ACCEPTED:
        return proposal
    wanted = wanted_of(proposal)
    user = _check_before_holding(act, proposal)
    if wanted.role is None:
        raise NotFound  # opened again by its link: a closed user cannot sign in
    grant = give_role(
        act.by(proposal.proposed_by_id),
        user=user,
        role=wanted.role,
        organisation_id=wanted.organisation_id,
        nav_office_id=wanted.nav_office_id,
        reason=proposal.reason,
    )
    proposal.grant_id = grant.id
    user.name = user.name or proposal.name
    _close(act, proposal, RoleProposalState.ACCEPTED)
    _tell_proposer(act, proposal)
    if proposal.nav_office is not None and not proposal.by_office:
        for counsellor in people_with_role(act.session, Role.COUNSELLOR, nav_office_id=proposal.nav_office_id):
            if counsellor.id != user.id:
                mail.enqueue_to(act, counsellor, kind=RoleMail.OFFICE_HAS_LEADER, office=proposal.nav_office.name)
    return proposal


def decline(act: Act, *, proposal_id: uuid.UUID) -> RoleProposal:
    """The person says no; twice changes nothing. Raises NotFound, ProposalAnswered."""
    proposal = _offered_to(act, proposal_id)
    if proposal.state is not RoleProposalState.DECLINED:
        _must_stand(act, proposal, RoleProposalState.OFFERED)
        _close(act, proposal, RoleProposalState.DECLINED)
        _tell_proposer(act, proposal)
    return proposal


def reopening_token(proposal_id: str, *, key: str) -> str:
    """The secret in the link to a closed user: worked out again when the mail is written, so that it lies nowhere."""
    return derived_token(proposal_id, purpose="opening a closed user", key=key)


def reopening(session: Session, proposal_id: uuid.UUID, *, token: str, key: str) -> RoleProposal:
    """The reopening that a link is about. Raises NotFound."""
    proposal = session.get(RoleProposal, proposal_id)
    if proposal is None or proposal.role is not None or not same(token, reopening_token(str(proposal_id), key=key)):
        raise NotFound
    return proposal


def accept_reopening(act: Act, *, proposal_id: uuid.UUID) -> RoleProposal:
    """Whoever holds the link, and so the mailbox, wants in again: the user is open, with the roles from before.

    Those at NAV offices end, since the county gives nothing there. Twice changes nothing.
    Raises NotFound, ProposalAnswered, GiverIsGone, UserIsOpen, Excluded.
    """
    proposal = held(act.session, RoleProposal, proposal_id)
    if proposal.state is RoleProposalState.ACCEPTED:
        return proposal
    by_user = act.by(proposal.user_id)
    user = _check_before_holding(by_user, proposal)
    for grant in living_grants(act.session, user_id=user.id):
        if grant.role in OFFICE_ROLES:
            take_role(by_user, grant_id=grant.id)
    kept = [grant.role for grant in living_grants(act.session, user_id=user.id)]
    for role in kept:
        check_together(role, kept)
    reopen_user(by_user, user_id=user.id)
    _close(by_user, proposal, RoleProposalState.ACCEPTED)
    _tell_proposer(by_user, proposal)
    return proposal


def decline_reopening(act: Act, *, proposal_id: uuid.UUID) -> RoleProposal:
    """Whoever holds the link does not want in again. Raises NotFound, ProposalAnswered."""
    proposal = held(act.session, RoleProposal, proposal_id)
    return decline(act.by(proposal.user_id), proposal_id=proposal_id)


def overdue(session: Session, now: datetime) -> list[uuid.UUID]:
    """What was neither confirmed nor answered in time."""
    query = select(RoleProposal.id).where(RoleProposal.closed_at.is_(None), RoleProposal.open_until <= now)
    return list(session.scalars(query.order_by(RoleProposal.open_until, RoleProposal.id)))


def lapse(act: Act, proposal_id: uuid.UUID) -> int:
    """Write down that its time is over. Returns how many lapsed: one, or none where it was answered meanwhile."""
    proposal = held(act.session, RoleProposal, proposal_id)
    if proposal.closed_at is not None or proposal.open_until > act.now:
        return 0
    _close(act, proposal, RoleProposalState.LAPSED)
    return 1


def forget_what_came_to_nothing(act: Act) -> None:
    """Remove proposals a month after they were declined, refused, withdrawn or lapsed, and with each the user whom it
    made and who never came (R21, R26); what was proposed by whom, and why, stands in the log.
    """
    over = RoleProposal.closed_at <= act.now - KEPT_AFTER, RoleProposal.state != RoleProposalState.ACCEPTED
    proposals = act.session.execute(select(RoleProposal.user_id, RoleProposal.proposed_at).where(*over)).all()
    act.session.execute(delete(RoleProposal).where(*over))
    for user_id, proposed_at in proposals:
        belongs = (
            exists().where(of.user_id == User.id) for of in (RoleGrant, RoleProposal, KnownBrowser)
        )  # from whichever browser they came, it is known for longer than a proposal lives
        made_by_it = User.id == user_id, User.created_at == proposed_at
        act.session.execute(delete(User).where(*made_by_it, *(~one for one in belongs)))


def _begin(
    act: Act, user: User, wanted: Wanted, *, by_office: bool, name: str, reason: str, lasts: timedelta
) -> RoleProposal:
    if user.id == act.person_id:
        raise NotForOneself
    for proposal_id in _open_ids(act.session, user, wanted, by_office=by_office):  # held before the user
        lapse(act, proposal_id)
    hold(act.session, user)
    if _open_ids(act.session, user, wanted, by_office=by_office):
        raise AlreadyProposed
    check_facts(act.session, user, wanted, by_office=by_office)
    proposal = RoleProposal(
        user_id=user.id,
        name=(name or user.display_name).strip(),
        role=wanted.role,
        organisation_id=wanted.organisation_id,
        nav_office_id=wanted.nav_office_id,
        by_office=by_office,
        reason=reason.strip(),
        proposed_at=act.now,
        proposed_by_id=act.person_id,
        open_until=act.now + lasts,
    )
    act.session.add(proposal)
    act.session.flush()
    audit.record(
        act,
        action="role_proposal.proposed",
        subject=proposal,
        organisation_id=proposal.organisation_id,
        reason=proposal.reason,
        **_said_of(proposal),
    )
    return proposal


def open_reopening(session: Session, user: User, *, now: datetime) -> RoleProposal | None:
    """The proposal to let a closed user in again that waits, and stands in the way of another."""
    waiting = (session.get_one(RoleProposal, id_) for id_ in _open_ids(session, user, REOPENING, by_office=False))
    return next((one for one in waiting if one.open_until > now), None)


def _open_ids(session: Session, user: User, wanted: Wanted, *, by_office: bool) -> list[uuid.UUID]:
    """What waits of the same kind: for the same person, and for the first leader of an office whoever it is."""
    same_role = [
        RoleProposal.closed_at.is_(None),
        RoleProposal.role == wanted.role,  # None for a reopening: becomes IS NULL
        RoleProposal.organisation_id == wanted.organisation_id,
        RoleProposal.nav_office_id == wanted.nav_office_id,
    ]
    if is_first_leader(wanted, by_office):
        same_role.append(~RoleProposal.by_office)  # what a leader who is gone has offered stands in nobody's way
    else:
        same_role.append(RoleProposal.user_id == user.id)
    return list(session.scalars(select(RoleProposal.id).where(*same_role).order_by(RoleProposal.id)))


def _check_before_holding(act: Act, proposal: RoleProposal) -> User:
    _must_stand(act, proposal, RoleProposalState.OFFERED)
    user = held(act.session, User, proposal.user_id)
    check_givers(act.session, proposal)
    check_facts(act.session, user, wanted_of(proposal), by_office=proposal.by_office, asked_by_the_person=True)
    return user


def _check_second(act: Act, proposal: RoleProposal) -> None:
    must_be_administrator(act.session, act.person_id)
    if act.person_id in (proposal.proposed_by_id, proposal.user_id):
        raise NotForOneself
    _must_stand(act, proposal, RoleProposalState.PROPOSED)


def _offered_to(act: Act, proposal_id: uuid.UUID) -> RoleProposal:
    proposal = held(act.session, RoleProposal, proposal_id)
    if proposal.user_id != act.person_id or (proposal.confirmed_at is None and not proposal.by_office):
        raise NotFound
    return proposal


def _must_stand(act: Act, proposal: RoleProposal, *wanted: RoleProposalState) -> None:
    if (stands := proposal.stands(act.now)) not in wanted:
        raise ProposalAnswered(state=stands)


def _close(act: Act, proposal: RoleProposal, wanted: RoleProposalState) -> None:
    proposal.closed_at = act.now
    _move(act, proposal, wanted)


def _move(act: Act, proposal: RoleProposal, wanted: RoleProposalState) -> None:
    with act.session.no_autoflush:  # what belongs to the new state goes in one statement with it
        move(
            act,
            proposal,
            wanted,
            organisation_id=proposal.organisation_id,
            reason=proposal.answer,
            **_said_of(proposal),
        )
    act.session.flush()


def _said_of(proposal: RoleProposal) -> dict[str, str | None]:
    return {
        "role": proposal.role.value if proposal.role else None,
        "user": str(proposal.user_id),
        "nav_office": str(proposal.nav_office_id) if proposal.nav_office_id else None,
    }


def _tell_proposer(act: Act, proposal: RoleProposal) -> None:
    values = (
        {"office_id": str(proposal.nav_office_id)} if proposal.by_office else {"role_proposal_id": str(proposal.id)}
    )
    party = OFFICE if proposal.by_office else COUNTY
    mail.enqueue_to(act, proposal.proposed_by, kind=RoleMail.ROLE_ANSWERED, party=party, **values)
