"""What a candidate asks about their own data and a person must answer: within a month, with a reason."""

import uuid
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from ground import audit
from ground.act import Act
from ground.audit import AuditEvent
from ground.dates import add_months
from ground.errors import existing
from ground.locks import hold
from ground.moves import check_move, move
from ground.paging import Page, one_page
from ground.states import MoveNotAllowed
from matching.candidates.errors import AsksAlready, NothingCorrected, NothingToAskFor, ReasonMissing, WordsMissing
from matching.candidates.leaving import ask_deletion
from matching.candidates.life import mend
from matching.candidates.mails import CandidateMail
from matching.candidates.models import RightsRequest
from matching.candidates.telling import tell_person, tell_who_follows
from matching.candidates.types import RightsKind, RightsState
from matching.records.errors import CandidateNotActive
from matching.records.profiles import Profile, profile_of
from matching.records.queries.placements import is_placed
from matching.records.tables.candidate import Candidate

MONTHS_TO_ANSWER = 1
"""GDPR article 12 (3)."""
REMIND_AHEAD = timedelta(days=7)


def ask(act: Act, *, candidate: Candidate, kind: RightsKind, words: str) -> RightsRequest:
    """Ask; until it is answered nothing is used, where the kind says so. What waits already is not asked for twice.

    Raises NothingToAskFor for one who is being deleted, and for a deletion that needs no asking; WordsMissing for a
    correction that does not say what is wrong; AsksAlready for other words than those that wait.
    """
    words = words.strip()
    if kind is RightsKind.CORRECTION and not words:
        raise WordsMissing
    hold(act.session, candidate)
    asked = select(RightsRequest).where(RightsRequest.candidate_id == candidate.id, RightsRequest.kind == kind)
    waiting = act.session.scalar(asked.where(RightsRequest.state == RightsState.WAITING))
    if waiting is not None:
        if words and waiting.words != words:
            raise AsksAlready(kind)
        return waiting
    deletes_itself = kind is RightsKind.DELETION and not is_placed(act.session, candidate.id)
    if candidate.deletion_asked_at is not None or deletes_itself:
        raise NothingToAskFor
    request = RightsRequest(
        candidate=candidate,
        kind=kind,
        words=words,
        asked_at=act.now,
        due_on=add_months(act.today, MONTHS_TO_ANSWER),
    )
    act.session.add(request)
    if kind.freezes and candidate.restricted_at is None:
        candidate.restricted_at = act.now
    act.session.flush()
    audit.record(act, action="rights_request.made", subject=request, kind=kind.value)
    tell_who_follows(act, candidate, CandidateMail.REQUEST_MADE, request_id=str(request.id))
    return request


def answer(act: Act, *, request: RightsRequest, granted: bool, reason: str) -> None:
    """Answer with a reason; the person is told. A no ends the stop, unless something else asks for it.

    A deletion that is granted begins at once. Raises ReasonMissing, StillPlaced (a deletion while something is agreed
    or running: end that first), NothingCorrected (a yes to a correction is `correct`), MoveNotAllowed for what is
    answered already.
    """
    _hold_to_answer(act, request, granted=granted, reason=reason)
    if granted and request.kind is RightsKind.CORRECTION:
        raise NothingCorrected
    _give_answer(act, request, granted=granted, reason=reason)


def correct(act: Act, *, request: RightsRequest, profile: Profile, expected_version: int, reason: str) -> None:
    """Mend what is kept as the person asks, and answer yes in the same act, with a reason; the person is told.

    For one who has left it is the only way to change what is kept. What staff have changed since they asked, in another
    way, counts too; what the person changed themself may be anything. Raises ReasonMissing, EditedMeanwhile,
    NothingCorrected where nothing is changed, CandidateNotActive for one who wants to be deleted, MoveNotAllowed for
    what is answered already or is no correction.
    """
    candidate = request.candidate
    _hold_to_answer(act, request, granted=True, reason=reason)
    if request.kind is not RightsKind.CORRECTION:
        raise MoveNotAllowed(request.state, RightsState.GRANTED)
    if candidate.deletion_asked_at is not None:
        raise CandidateNotActive
    if profile == profile_of(candidate) and not _staff_have_changed(act.session, candidate, since=request.asked_at):
        raise NothingCorrected
    mend(act, candidate=candidate, profile=profile, expected_version=expected_version)
    _give_answer(act, request, granted=True, reason=reason)


def _hold_to_answer(act: Act, request: RightsRequest, *, granted: bool, reason: str) -> None:
    """Who answers looks at the person and the request as they are now, and nobody else answers meanwhile."""
    hold(act.session, request.candidate)
    act.session.refresh(request)
    check_move(request, RightsState.GRANTED if granted else RightsState.REFUSED)
    if not reason.strip():
        raise ReasonMissing


def _give_answer(act: Act, request: RightsRequest, *, granted: bool, reason: str) -> None:
    """Write the answer down, do what follows from it, and tell the person."""
    candidate = request.candidate
    move(act, request, RightsState.GRANTED if granted else RightsState.REFUSED, kind=request.kind.value)
    request.reason, request.answered_at, request.answered_by_id = reason.strip(), act.now, act.person_id
    act.session.flush()
    if granted and request.kind is RightsKind.DELETION:
        ask_deletion(act, candidate=candidate)
    if not granted and not _stops(act.session, candidate.id):
        candidate.restricted_at = None
        act.session.flush()
    tell_person(act, candidate, CandidateMail.REQUEST_ANSWERED)


def _staff_have_changed(session: Session, candidate: Candidate, *, since: datetime) -> bool:
    by_staff = (
        AuditEvent.subject_kind == Candidate.__name__,
        AuditEvent.subject_id == candidate.id,
        AuditEvent.action == "candidate.changed",
        AuditEvent.occurred_at > since,
        AuditEvent.actor_id.is_distinct_from(candidate.user_id),
    )
    return session.scalar(select(AuditEvent.id).where(*by_staff).limit(1)) is not None


def lift(act: Act, *, candidate: Candidate) -> None:
    """The person lets what is known be used again: what asked for the stop is taken back. Twice does nothing."""
    hold(act.session, candidate)
    for request in act.session.scalars(_stopping(candidate.id)).all():
        move(act, request, RightsState.WITHDRAWN, kind=request.kind.value)
    if candidate.restricted_at is not None:
        candidate.restricted_at = None
        act.session.flush()
        audit.record(act, action="candidate.restriction_lifted", subject=candidate)


def of_candidate(session: Session, candidate_id: uuid.UUID) -> Sequence[RightsRequest]:
    """What a candidate has asked for, the newest first, with who answered."""
    return session.scalars(
        select(RightsRequest)
        .where(RightsRequest.candidate_id == candidate_id)
        .order_by(RightsRequest.asked_at.desc(), RightsRequest.id)
        .options(joinedload(RightsRequest.answered_by))
    ).all()


def page_of_offices(session: Session, office_ids: Collection[uuid.UUID], *, page: int = 1) -> Page[RightsRequest]:
    """One page of what waits for an answer at these NAV offices: what is overdue first, then by the last day."""
    last_day_first = RightsRequest.due_on, RightsRequest.asked_at, RightsRequest.id
    return one_page(session, _waiting_at(office_ids).order_by(*last_day_first), page=page)


def first_of_offices(session: Session, office_ids: Collection[uuid.UUID], *, most: int) -> Sequence[RightsRequest]:
    """What waits for an answer at these NAV offices and has the nearest last days."""
    query = _waiting_at(office_ids).order_by(RightsRequest.due_on, RightsRequest.asked_at, RightsRequest.id)
    return session.scalars(query.limit(most)).all()


def request_of_offices(session: Session, office_ids: Collection[uuid.UUID], request_id: uuid.UUID) -> RightsRequest:
    """A request of a candidate of these NAV offices. Raises NotFound."""
    return existing(session.scalar(_at(office_ids).where(RightsRequest.id == request_id)))


def correction_of_offices(session: Session, office_ids: Collection[uuid.UUID], request_id: uuid.UUID) -> RightsRequest:
    """A correction that a candidate of these NAV offices asks for. Raises NotFound, also for what is asked else."""
    found = _at(office_ids).where(RightsRequest.id == request_id, RightsRequest.kind == RightsKind.CORRECTION)
    return existing(session.scalar(found))


def to_remind_of(session: Session, today: date) -> Sequence[uuid.UUID]:
    """Requests whose last day is near or past."""
    near = RightsRequest.due_on <= today + REMIND_AHEAD
    waiting = RightsRequest.state == RightsState.WAITING, Candidate.deletion_asked_at.is_(None)
    found = select(RightsRequest.id).join(RightsRequest.candidate).where(*waiting, near)
    return session.scalars(found.order_by(RightsRequest.due_on)).all()


def remind(act: Act, request_id: uuid.UUID) -> int:
    """One reminder when the last day is near, and one when it is past. Returns how many mails were new."""
    request = act.session.get_one(RightsRequest, request_id)
    when = "overdue" if request.due_on < act.today else "near"
    key = f"rights-{request.id}-{when}"
    about = {"request_id": str(request.id)}
    return tell_who_follows(act, request.candidate, CandidateMail.REQUEST_DUE, once_key=key, **about)


def _at(office_ids: Collection[uuid.UUID]) -> Select[RightsRequest]:
    return (
        select(RightsRequest)
        .join(RightsRequest.candidate)
        .where(Candidate.nav_office_id.in_(office_ids), Candidate.deletion_asked_at.is_(None))
        .options(contains_eager(RightsRequest.candidate), joinedload(RightsRequest.answered_by))
    )


def _waiting_at(office_ids: Collection[uuid.UUID]) -> Select[RightsRequest]:
    return _at(office_ids).where(RightsRequest.state == RightsState.WAITING)


def _stopping(candidate_id: uuid.UUID) -> Select[RightsRequest]:
    return select(RightsRequest).where(
        RightsRequest.candidate_id == candidate_id,
        RightsRequest.kind.in_([kind for kind in RightsKind if kind.freezes]),
        RightsRequest.state.in_((RightsState.WAITING, RightsState.GRANTED)),
    )


def _stops(session: Session, candidate_id: uuid.UUID) -> bool:
    return session.scalar(_stopping(candidate_id).limit(1)) is not None
