"""Following up: the talks that are planned when a placement starts, held or not, and what they show."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from ground.act import Act
from ground.locks import hold
from ground.moves import check_move, move
from ground.texts import Locale
from matching.placements.errors import FollowUpNotYet
from matching.placements.life import lock
from matching.progress.events import record_event
from matching.progress.rules.jobs import LASTED
from matching.records.job_places import job_place_of
from matching.records.tables.placement import FollowUp
from matching.records.types import FollowUpState, SkipReason

AHEAD = timedelta(days=7)


def earliest_day(follow_up: FollowUp) -> date:
    """From when the talk can be recorded: a week ahead, but on the day itself where it tells whether it lasted."""
    return follow_up.due_on if follow_up.week in LASTED else follow_up.due_on - AHEAD


def record_talk(
    act: Act,
    *,
    follow_up: FollowUp,
    still_there: bool,
    agreed_next: str,
    written_in: Locale = Locale.BOKMAAL,
) -> None:
    """Record that the talk was held, and whether the person was there on the due day (today, when that is to come).

    A yes at 13, 26 and 52 weeks is a step on the ladder of jobs that last. Recording it twice changes nothing.
    Raises FollowUpNotYet, MoveNotAllowed.
    """
    _hold(act.session, follow_up)
    if follow_up.state is FollowUpState.DONE:
        return
    check_move(follow_up, FollowUpState.DONE)
    _check_day(follow_up, act.today)
    _move(act, follow_up, FollowUpState.DONE, still_there=still_there)
    follow_up.done_at, follow_up.done_by_id = act.now, act.person_id
    follow_up.still_there, follow_up.agreed_next, follow_up.written_in = still_there, agreed_next, written_in
    follow_up.skip_reason = None
    act.session.flush()
    if still_there and follow_up.week in LASTED:
        placement = follow_up.placement
        record_event(
            act,
            kind=LASTED[follow_up.week],
            source_ref=placement.id,
            place=job_place_of(act.session, placement.opening, placement.kind, follow_up.due_on),
            person_ref=placement.candidate.count_ref,
            occurred_on=follow_up.due_on,
        )


def skip_talk(act: Act, *, follow_up: FollowUp, reason: SkipReason) -> None:
    """Record that the talk was not held, and why; it may still be held later. Nothing is counted.

    Raises FollowUpNotYet, MoveNotAllowed.
    """
    _hold(act.session, follow_up)
    if follow_up.state is FollowUpState.SKIPPED:
        return
    check_move(follow_up, FollowUpState.SKIPPED)
    _check_day(follow_up, act.today)
    _move(act, follow_up, FollowUpState.SKIPPED, why=reason.value)
    follow_up.skip_reason = reason
    act.session.flush()


def _hold(session: Session, follow_up: FollowUp) -> None:
    """An ending cancels talks and looks at those that were held: only one of the two at a time."""
    lock(session, follow_up.placement)
    hold(session, follow_up)


def _check_day(follow_up: FollowUp, today: date) -> None:
    if today < earliest_day(follow_up):
        raise FollowUpNotYet(earliest_day(follow_up))


def _move(act: Act, follow_up: FollowUp, wanted: FollowUpState, **details: Any) -> None:
    organisation_id = follow_up.placement.opening.organisation_id
    move(act, follow_up, wanted, organisation_id=organisation_id, week=follow_up.week, **details)
