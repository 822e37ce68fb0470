"""Forgetting a person: all of them goes but what the law asks us to keep, which is left without them.

What becomes of each column that may hold something of a candidate stands in `app/candidates/judged.py`.
"""

import uuid
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.audit import AuditEvent
from ground.base import new_id
from ground.locks import held
from ground.outbox import OutboxMessage
from ground.rows import rows_met
from matching.candidates.errors import StillPlaced
from matching.candidates.leaving import REGRET
from matching.candidates.models import RightsRequest
from matching.disclosures.models import CandidateRead
from matching.doors.models import CallRequest, CandidatePin, DoorEvent, KnownDevice, OwnLink, PinReset, SignInCode
from matching.progress import events
from matching.proposals.life import close_open_proposals
from matching.records.queries.placements import is_placed
from matching.records.tables.candidate import Candidate
from matching.records.tables.caseload import CaseloadEntry
from matching.records.tables.placement import Agreement, Approval, FollowUp, Placement
from matching.records.tables.proposal import Disclosure, Proposal
from register.people.models import User
from register.roles.models import RoleGrant
from register.sign_in.drafts import throw_away_about
from register.sign_in.models import KeptDraft, SignInLink, UserSession

EMPTY: Mapping[str, object] = {
    "first_name": "", "birth_date": None, "municipality_number": None, "finished_year_10": None, "phone": None,
    "email": None, "wishes": "", "interests": None, "disliked": None, "kinds_wanted": None, "hours_per_week_min": None,
    "hours_per_week_max": None, "can_start_on": None, "days": None, "earliest_start": None, "latest_end": None,
    "max_travel_minutes": None, "travel_modes": None, "skills": None, "lacks_skills": None, "wants_to_learn": None,
    "adaptations": None, "confirmed_email": None, "email_confirmed_at": None, "confirmed_at": None, "paused_at": None,
    "restricted_at": None, "deletion_asked_at": None, "warned_at": None,
}  # fmt: skip
"""What a candidate's row holds once nobody is in it."""

OF_A_CANDIDATE = (
    RightsRequest, CaseloadEntry, PinReset, SignInCode, KnownDevice, OwnLink, CandidatePin, DoorEvent, CallRequest,
)  # fmt: skip
"""Tables whose rows go with their candidate; a new PIN that was asked for goes before its code."""
Ids = Collection[uuid.UUID]


def due_for_deletion(session: Session, *, now: datetime) -> list[uuid.UUID]:
    """Those who asked to be deleted and have had their days to regret it."""
    over = Candidate.deletion_asked_at <= now - REGRET
    return list(session.scalars(select(Candidate.id).where(over).order_by(Candidate.deletion_asked_at, Candidate.id)))


def still_wants_it(candidate: Candidate, now: datetime) -> bool:
    """Whether somebody who asked to be deleted has not regretted it since, and has had the days for it."""
    return candidate.deletion_asked_at is not None and candidate.deletion_asked_at <= now - REGRET


def still_silent(candidate: Candidate, _now: datetime) -> bool:
    """Whether somebody who was warned has not said since that they want to stay."""
    return candidate.warned_at is not None


def forget(act: Act, *, candidate_id: uuid.UUID) -> None:
    """Delete a candidate. Twice does nothing. Raises StillPlaced while something is agreed or running.

    What the web keeps of the candidate's user is gone before (`app.candidates.jobs`).
    """
    session = act.session
    candidate = held(session, Candidate, candidate_id)
    if candidate.forgotten_at is not None:
        return
    if is_placed(session, candidate.id):
        raise StillPlaced
    close_open_proposals(act, candidate=candidate)
    user_id, name, mailboxes = candidate.user_id, candidate.first_name, _mailboxes(candidate)
    kept, dropped = _placements(session, candidate.id)
    proposals = set(session.scalars(select(Proposal.id).where(Proposal.candidate_id == candidate.id)))
    kept_proposals = set(session.scalars(select(Placement.proposal_id).where(Placement.id.in_(kept))))

    events.cut(act, source_refs=[*kept, *dropped])
    throw_away_about(act, [candidate.id, *proposals, *kept, *dropped, *_in_addresses(session, candidate.id)])
    _forget_placements(session, kept, dropped, name)
    _forget_proposals(session, kept=kept_proposals, dropped=proposals - kept_proposals)
    for table in OF_A_CANDIDATE:
        session.execute(delete(table).where(table.candidate_id == candidate.id))
    _empty_reasons(session, [candidate.id, *proposals, *kept, *dropped])
    _forget_mails(session, candidate.id, mailboxes, {candidate.id, *proposals, *kept, *dropped})
    for column, nothing in EMPTY.items():
        setattr(candidate, column, nothing)
    candidate.user = None
    candidate.count_ref = new_id()
    candidate.changed_at = candidate.forgotten_at = act.now
    candidate.closed_at = candidate.closed_at or act.now
    session.flush()
    if user_id is not None:
        _forget_user(session, user_id)
    audit.record(act, action="candidate.forgotten", subject=candidate)
    session.flush()
    session.expire_all()


def _mailboxes(candidate: Candidate) -> set[str]:
    of_user = candidate.user.email if candidate.user else None
    return {address for address in (candidate.email, candidate.confirmed_email, of_user) if address}


def _placements(session: Session, candidate_id: uuid.UUID) -> tuple[set[uuid.UUID], set[uuid.UUID]]:
    """Those that all three agreed on, whose agreement is kept, and those that came to nothing before."""
    theirs = select(Placement.id, Placement.agreed_at).where(Placement.candidate_id == candidate_id)
    rows = session.execute(theirs).all()
    return {one for one, agreed in rows if agreed is not None}, {one for one, agreed in rows if agreed is None}


def _in_addresses(session: Session, candidate_id: uuid.UUID) -> set[uuid.UUID]:
    """What else of the person a page of staff may be about: a request to answer, a talk to record, a call to make."""
    asked = select(RightsRequest.id).where(RightsRequest.candidate_id == candidate_id)
    calls = select(CallRequest.id).where(CallRequest.candidate_id == candidate_id)
    talks = select(FollowUp.id).join(FollowUp.placement).where(Placement.candidate_id == candidate_id)
    return {one for query in (asked, calls, talks) for one in session.scalars(query)}


def _forget_placements(session: Session, kept: Ids, dropped: Ids, name: str) -> None:
    """The talks were between the person and the counsellor; what was agreed and when is documentation."""
    session.execute(delete(FollowUp).where(FollowUp.placement_id.in_([*kept, *dropped])))
    session.execute(update(Agreement).where(Agreement.placement_id.in_(kept)).values(made_with=name))
    gone = select(Agreement.id).where(Agreement.placement_id.in_(dropped))
    session.execute(delete(Approval).where(Approval.agreement_id.in_(gone)))
    session.execute(delete(Agreement).where(Agreement.placement_id.in_(dropped)))
    session.execute(delete(Placement).where(Placement.id.in_(dropped)))


def _forget_proposals(session: Session, *, kept: Ids, dropped: Ids) -> None:
    """One that led to an agreement is left as the link to its place, with nothing in it."""
    session.execute(delete(Disclosure).where(Disclosure.proposal_id.in_([*kept, *dropped])))
    session.execute(delete(Proposal).where(Proposal.id.in_(dropped)))
    session.execute(update(Proposal).where(Proposal.id.in_(kept)).values(snapshot={}, note="", no_reason=None))


def _empty_reasons(session: Session, subjects: Ids) -> None:
    """That it was done, by whom and when, stays; why was written about a person, in free text."""
    theirs = AuditEvent.subject_id.in_(subjects), AuditEvent.reason != ""
    session.execute(update(AuditEvent).where(*theirs).values(reason=""))


def _forget_mails(session: Session, candidate_id: uuid.UUID, mailboxes: Collection[str], about: set[uuid.UUID]) -> None:
    """All that is the person's, sent or not, and what waits to be sent about them to others.

    The address may be another's too, whose mails and links to sign in with stay.
    """
    users = select(User.email).where(User.email.is_not(None))
    of_nobody_else = OutboxMessage.recipient.in_(mailboxes), OutboxMessage.recipient.not_in(users)
    from_before_owners = and_(OutboxMessage.owner_id.is_(None), *of_nobody_else)
    session.execute(delete(OutboxMessage).where(or_(OutboxMessage.owner_id == candidate_id, from_before_owners)))
    session.execute(delete(SignInLink).where(SignInLink.email.in_(mailboxes), SignInLink.email.not_in(users)))
    ids = {str(one) for one in about}
    waiting = OutboxMessage.sent_at.is_(None), OutboxMessage.given_up_at.is_(None)
    for message in session.scalars(select(OutboxMessage).where(*waiting)):
        if ids & {str(value) for value in message.params.values()}:
            session.delete(message)


def _forget_user(session: Session, user_id: uuid.UUID) -> None:
    """The account goes, and what was done with it is left as done by somebody who is forgotten."""
    for table in (KeptDraft, UserSession, RoleGrant):
        session.execute(delete(table).where(table.user_id == user_id))
    session.execute(update(Approval).where(Approval.approved_by_id == user_id).values(approved_by_id=None))
    for event in session.scalars(select(AuditEvent).where(_did_or_was(user_id))):
        event.details = {**event.details, "by": "forgotten"} if event.actor_id == user_id else event.details
        event.actor_id = None if event.actor_id == user_id else event.actor_id
    session.flush()
    session.execute(delete(User).where(User.id == user_id))


def _did_or_was(user_id: uuid.UUID) -> ColumnElement[bool]:
    return or_(AuditEvent.actor_id == user_id, AuditEvent.subject_id == user_id)


def forget_old_reads(act: Act, *, before: datetime) -> int:
    """Remove who looked at people who are forgotten, when it was longer ago than the log is kept. Returns how many."""
    nobody = select(Candidate.id).where(Candidate.forgotten_at.is_not(None))
    old = CandidateRead.at < before, CandidateRead.candidate_id.in_(nobody)
    return rows_met(act.session, delete(CandidateRead).where(*old))


def empty_old_agreements(act: Act, *, over_before: date, agreed_before: datetime) -> int:
    """Take the person out of agreements that have been kept as long as they must: name, plan, mentor and reference.

    Of one that never started, the time counts from when it was agreed. Returns how many.
    """
    old = select(Placement.id).where(
        or_(Placement.ended_on < over_before, Placement.ended_on.is_(None) & (Placement.agreed_at < agreed_before))
    )
    return rows_met(
        act.session,
        update(Agreement)
        .where(Agreement.made_with != "", Agreement.placement_id.in_(old))
        .values(made_with="", plan="", mentor_name="", contract_reference=""),
    )
