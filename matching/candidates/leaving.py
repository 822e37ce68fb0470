"""A candidate wants to be deleted: hidden at once, and gone when the days to regret it are over."""

from datetime import date, timedelta

from sqlalchemy import select

from ground import audit
from ground.act import Act
from ground.dates import NORWAY
from ground.locks import hold
from ground.moves import move
from matching.candidates.errors import StillPlaced
from matching.candidates.mails import CandidateMail
from matching.candidates.models import RightsRequest
from matching.candidates.telling import tell_person, tell_who_follows
from matching.candidates.types import RightsKind, RightsState
from matching.proposals.life import close_open_proposals
from matching.records.queries.placements import is_placed
from matching.records.tables.candidate import Candidate

REGRET = timedelta(days=14)
"""So long a deletion can be taken back."""


def ask_deletion(act: Act, *, candidate: Candidate) -> None:
    """From now on nobody sees the person: proposals are withdrawn, sharing ends, they stand in no list.

    Asking twice does nothing. Raises StillPlaced while something is agreed or running: then it is a request.
    """
    hold(act.session, candidate)
    if candidate.deletion_asked_at is not None:
        return
    if is_placed(act.session, candidate.id):
        raise StillPlaced
    told = candidate.takes_part
    close_open_proposals(act, candidate=candidate)
    candidate.deletion_asked_at = act.now
    _take_requests_back(act, candidate)
    act.session.flush()
    audit.record(act, action="candidate.deletion_asked", subject=candidate)
    tell_person(act, candidate, CandidateMail.DELETION_ASKED)
    if told:
        tell_who_follows(act, candidate, CandidateMail.CANDIDATE_LEAVES, candidate_id=str(candidate.id))


def regret(act: Act, *, candidate: Candidate) -> None:
    """The person wants to be kept after all; proposals that were withdrawn stay so. Twice does nothing."""
    hold(act.session, candidate)
    if candidate.deletion_asked_at is None:
        return
    candidate.deletion_asked_at = None
    candidate.warned_at = None
    _take_requests_back(act, candidate)
    act.session.flush()
    audit.record(act, action="candidate.deletion_regretted", subject=candidate)


def _take_requests_back(act: Act, candidate: Candidate) -> None:
    """What the person asked a counsellor for before they could do it themself must not be carried out later."""
    waiting = select(RightsRequest).where(
        RightsRequest.candidate_id == candidate.id,
        RightsRequest.kind == RightsKind.DELETION,
        RightsRequest.state == RightsState.WAITING,
    )
    for request in act.session.scalars(waiting).all():
        move(act, request, RightsState.WITHDRAWN, kind=request.kind.value)


def gone_on(candidate: Candidate) -> date | None:
    """The day on which all is deleted; None for one who has not asked for it."""
    asked = candidate.deletion_asked_at
    return None if asked is None else (asked + REGRET).astimezone(NORWAY).date()
