"""«Ring meg»: who holds a known telephone and does not come in asks the counsellor to call, and is shown nothing."""

import uuid
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ground import audit
from ground.act import Act
from ground.errors import existing
from ground.locks import held_all, hold
from matching.doors.errors import NobodyCalls
from matching.doors.held import Held
from matching.doors.models import CallRequest
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from register.people.models import User
from register.roles.models import RoleGrant
from register.roles.types import Role


def may_ask(person: Candidate) -> bool:
    """Whether it would reach a desk: who wants to be deleted stands on none, and nobody sees their number."""
    return person.deletion_asked_at is None


def ask_for_call(act: Act, held: Held) -> None:
    """Put it on the coordinator's desk; one that waits already is enough. Raises NobodyCalls."""
    person = held.candidate
    hold(act.session, person)
    if not may_ask(person):
        raise NobodyCalls
    if call_asked_for(act.session, person.id) is not None:
        return
    act.session.add(CallRequest(candidate_id=person.id, asked_at=act.now))
    act.session.flush()
    audit.record(act, action="call.asked_for", subject=person)


def calls_to_make(
    session: Session, *, counsellor_id: uuid.UUID, office_ids: Collection[uuid.UUID], most: int
) -> Sequence[CallRequest]:
    """Those who want to be called by this counsellor, or whom nobody there follows up; the longest first.

    Also one who has left, who may need a code to see what is kept, to take it along or to be deleted.
    """
    coordinator = (
        select(CaseloadEntry.counsellor_id)
        .join(RoleGrant, RoleGrant.user_id == CaseloadEntry.counsellor_id)
        .join(User, (User.id == CaseloadEntry.counsellor_id) & User.closed_at.is_(None))
        .where(
            CaseloadEntry.candidate_id == Candidate.id,
            CaseloadEntry.until_at.is_(None),
            RoleGrant.role == Role.COUNSELLOR,
            RoleGrant.nav_office_id == Candidate.nav_office_id,
            RoleGrant.revoked_at.is_(None),
        )
        .correlate(Candidate)
        .limit(1)
        .scalar_subquery()
    )
    return session.scalars(
        select(CallRequest)
        .join(CallRequest.candidate)
        .where(
            CallRequest.done_at.is_(None),
            Candidate.deletion_asked_at.is_(None),
            Candidate.nav_office_id.in_(office_ids),
            (coordinator == counsellor_id) | coordinator.is_(None),
        )
        .options(joinedload(CallRequest.candidate))
        .order_by(CallRequest.asked_at, CallRequest.id)
        .limit(most)
    ).all()


def call_asked_for(session: Session, candidate_id: uuid.UUID) -> CallRequest | None:
    """The call that a candidate waits for, if any."""
    return session.scalar(
        select(CallRequest).where(CallRequest.candidate_id == candidate_id, CallRequest.done_at.is_(None)).limit(1)
    )


def called(act: Act, candidate: Candidate, call_id: uuid.UUID) -> None:
    """The counsellor has called, or tried and left word. Twice does nothing. Raises NotFound."""
    theirs = select(CallRequest).where(CallRequest.id == call_id, CallRequest.candidate_id == candidate.id)
    request = existing(next(iter(held_all(act.session, CallRequest, theirs)), None))
    if request.done_at is None:
        request.done_at, request.done_by_id = act.now, act.person_id
        act.session.flush()
        audit.record(act, action="call.made", subject=candidate)
