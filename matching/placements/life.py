"""The life of a placement: begun by two yeses, started when somebody was there, ended, called off or taken back."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.dates import NORWAY
from ground.errors import EditedMeanwhile
from ground.findings import Finding
from ground.locks import hold
from ground.moves import check_move, may_move, move
from ground.states import MoveNotAllowed
from matching.disclosures import sharing as disclosures
from matching.placements import telling
from matching.placements.agreement_facts import findings_for, start_facts
from matching.placements.content import content_of
from matching.placements.errors import EndsBeforeStart, EndsBeforeTalk, StartBlocked, StartIsShown, StartNotYet
from matching.placements.mails import PlacementMail
from matching.placements.rules.follow_up_plan import plan_follow_ups, planned_weeks
from matching.placements.rules.start import check_start
from matching.progress.events import earlier_starts, record_event
from matching.progress.rules.jobs import LASTED, job_since
from matching.progress.types import JobEventKind, UndoReason
from matching.records.job_places import job_place_of
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Agreement, FollowUp, Placement
from matching.records.tables.proposal import Proposal
from matching.records.types import (
    UNFINISHED,
    ApprovalParty,
    EndReason,
    FollowUpState,
    PlacementState,
    ProposalState,
)
from register.people.models import User


def placement_of(session: Session, *, proposal_id: uuid.UUID) -> Placement | None:
    """The placement that a proposal led to."""
    return session.scalar(select(Placement).where(Placement.proposal_id == proposal_id))


def begin(act: Act, *, proposal: Proposal, coordinator_id: uuid.UUID) -> Placement:
    """Begin a placement with a first draft of its agreement, taken from the place; what has passed is left open."""
    opening, today = proposal.opening, act.today
    starts_on = opening.starts_on if opening.starts_on is None or opening.starts_on >= today else None
    placement = Placement(
        proposal_id=proposal.id,
        candidate_id=proposal.candidate_id,
        opening_id=opening.id,
        coordinator_id=coordinator_id,
        kind=opening.kind,
        begun_at=act.now,
    )
    act.session.add(placement)
    act.session.flush()
    act.session.add(
        Agreement(
            placement_id=placement.id,
            contract_type=opening.kind.contract_type,
            starts_on=starts_on,
            ends_on=opening.ends_on if opening.ends_on is None or opening.ends_on >= today else None,
            hours_per_week=opening.hours_per_week_max,
            mentor_name=opening.mentor_name,
        )
    )
    act.session.flush()
    act.session.refresh(placement)
    record(act, placement, "placement.begun")
    return placement


def lock(session: Session, placement: Placement) -> None:
    """Let nobody else change this placement until the transaction is over, and read it as it is now."""
    hold(session, placement, placement.agreement)


def record(
    act: Act,
    placement: Placement,
    action: str,
    *,
    reason: str = "",
    **details: object,
) -> None:
    """Write down an act on a placement, under the employer where it is."""
    audit.record(
        act,
        action=action,
        subject=placement,
        organisation_id=placement.opening.organisation_id,
        reason=reason,
        **details,
    )


def start_obstacles(session: Session, placement: Placement, started_on: date, today: date) -> tuple[Finding, ...]:
    """What stops a start on this day: a missing approval or paper, or a day that the agreement does not allow."""
    content = replace(content_of(placement.agreement), starts_on=started_on)
    facts = start_facts(placement, content, started_on)
    kept: list[Finding] = []
    for finding in (*check_start(facts), *findings_for(session, placement, content, today)):
        if finding.blocks and finding not in kept:  # both know of contract and age
            kept.append(finding)
    return tuple(kept)


def confirm_start(act: Act, *, placement: Placement, started_on: date) -> None:
    """Confirm that the person began. Plans the follow-ups and counts the job; a second confirmation changes nothing.

    Raises StartBlocked with what is missing, StartNotYet for a day to come, MoveNotAllowed.
    """
    lock(act.session, placement)
    if placement.state is PlacementState.STARTED:
        return
    check_move(placement, PlacementState.STARTED)
    if started_on > act.today:
        raise StartNotYet
    if obstacles := start_obstacles(act.session, placement, started_on, act.today):
        raise StartBlocked(obstacles)
    _move(act, placement, PlacementState.STARTED)
    placement.started_on = started_on
    ends_on = placement.agreement.ends_on
    _plan_talks(act, placement, started_on)
    act.session.flush()
    act.session.refresh(placement)
    record_event(
        act,
        kind=JobEventKind.STARTED,
        source_ref=placement.id,
        place=job_place_of(act.session, placement.opening, placement.kind, started_on),
        person_ref=placement.candidate.count_ref,
        planned_weeks=planned_weeks(started_on, ends_on),
        occurred_on=started_on,
    )
    telling.tell(act, placement, PlacementMail.PLACEMENT_STARTED)


def _plan_talks(act: Act, placement: Placement, started_on: date) -> None:
    """Plan the talks from this start; what was planned from another day is moved, and what was held stays."""
    ends_on, since = placement.agreement.ends_on, _job_since(act.session, placement, started_on)
    from_before = {one.week: one for one in placement.follow_ups}
    for planned in plan_follow_ups(started_on, ends_on, job_since=since):
        talk = from_before.pop(planned.week, None)
        if talk is None:
            act.session.add(FollowUp(placement_id=placement.id, week=planned.week, due_on=planned.due_on))
            continue
        if may_move(talk, FollowUpState.PLANNED):  # the start was taken back, and this is the right one
            _move_talk(act, placement, talk, FollowUpState.PLANNED)
        if talk.state is not FollowUpState.DONE:
            talk.due_on = planned.due_on
    for talk in from_before.values():
        if talk.state is FollowUpState.PLANNED:
            _move_talk(act, placement, talk, FollowUpState.CANCELLED)


def _job_since(session: Session, placement: Placement, started_on: date) -> date | None:
    """The first day of the job that this start carries on, if it is a renewal."""
    earlier = earlier_starts(
        session,
        person_ref=placement.candidate.count_ref,
        workplace_id=placement.opening.workplace_id,
        paid=placement.kind.paid,
    )
    return job_since(earlier, started_on)


def end(act: Act, *, placement: Placement, ended_on: date, reason: EndReason) -> None:
    """Record that it is over, and why. What was planned after that day falls away, and the sharing ends.

    Talks that were due before are still to be recorded: they tell whether it lasted. Recording it twice changes
    nothing. Raises EndsBeforeStart, EndsBeforeTalk, MoveNotAllowed.
    """
    lock(act.session, placement)
    if placement.state is PlacementState.ENDED:
        return
    check_move(placement, PlacementState.ENDED)
    if placement.started_on is None or not placement.started_on <= ended_on <= act.today:
        raise EndsBeforeStart
    seen_on = _last_day_seen(placement)
    if seen_on is not None and ended_on < seen_on:
        raise EndsBeforeTalk(seen_on)
    _move(act, placement, PlacementState.ENDED, why=reason.value)
    placement.ended_on, placement.end_reason = ended_on, reason
    for follow_up in placement.follow_ups:
        if follow_up.due_on > ended_on and follow_up.state is FollowUpState.PLANNED:
            _move_talk(act, placement, follow_up, FollowUpState.CANCELLED)
    act.session.flush()
    _finish_proposal(act, placement)
    record_event(
        act,
        kind=JobEventKind.ENDED,
        source_ref=placement.id,
        place=job_place_of(act.session, placement.opening, placement.kind, ended_on),
        person_ref=placement.candidate.count_ref,
        occurred_on=ended_on,
    )
    telling.tell_employer(act, placement, PlacementMail.PLACEMENT_ENDED, but_not=act.person_id)
    only_counsellor = {ApprovalParty.COUNSELLOR}
    telling.tell(act, placement, PlacementMail.PLACEMENT_ENDED, parties=only_counsellor, but_not=act.person_id)


def undo_start(act: Act, *, placement: Placement, because: UndoReason, expected_version: int) -> None:
    """Take back a start that was confirmed by mistake: it counts no more, and stands among the corrections.

    What was agreed stands, and another day can be confirmed. The sharing of one that has ended is over: it is called
    off. Talks in which the person was there are kept, all others are planned anew with a new start; those of what
    carried the job on are counted from where it begins now. Taking it back twice changes nothing. Raises StartIsShown,
    MoveNotAllowed, EditedMeanwhile when it is another start than the one that was read.
    """
    lock(act.session, placement)
    wanted = PlacementState.CANCELLED if placement.state is PlacementState.ENDED else PlacementState.AGREED
    if placement.started_on is None:
        if placement.undone_at is None:
            raise MoveNotAllowed(placement.state, wanted)
        return
    if placement.version != expected_version:
        raise EditedMeanwhile
    if shown_on := last_day_counted(placement):
        raise StartIsShown(shown_on)
    started_on = placement.started_on
    _move(act, placement, wanted, started_on=started_on.isoformat(), why=because.value)
    placement.started_on = placement.ended_on = placement.end_reason = None
    placement.undone_at, placement.undone_because = act.now, because
    for talk in placement.follow_ups:
        if may_move(talk, FollowUpState.CANCELLED) and not talk.still_there:
            _move_talk(act, placement, talk, FollowUpState.CANCELLED)
            talk.skip_reason = talk.still_there = talk.done_at = talk.done_by_id = None
    act.session.flush()
    record_event(
        act,
        kind=JobEventKind.UNDONE,
        source_ref=placement.id,
        place=job_place_of(act.session, placement.opening, placement.kind, started_on),
        person_ref=placement.candidate.count_ref,
        occurred_on=started_on,
        undone_because=because,
    )
    for later in _carried_on(act.session, placement, started_on):
        lock(act.session, later)
        if later.state is PlacementState.STARTED and later.started_on is not None:
            _plan_talks(act, later, later.started_on)
    telling.tell(act, placement, PlacementMail.START_UNDONE, but_not=act.person_id)


def _carried_on(session: Session, placement: Placement, started_on: date) -> list[Placement]:
    """What the candidate began later at the same workplace and is at still: its talks counted from this start."""
    query = (
        select(Placement)
        .join(Placement.opening)
        .where(
            Placement.candidate_id == placement.candidate_id,
            Opening.workplace_id == placement.opening.workplace_id,
            Placement.state == PlacementState.STARTED,
            Placement.started_on > started_on,
        )
        .order_by(Placement.started_on, Placement.id)
    )
    return [one for one in session.scalars(query) if one.kind.paid is placement.kind.paid]


def cancel(act: Act, *, placement: Placement) -> None:
    """Stop a placement that has not started; the candidate's sharing with the employer ends with it.

    Doing it twice changes nothing. Raises MoveNotAllowed once it has started.
    """
    lock(act.session, placement)
    cancel_held(act, placement=placement)


def cancel_held(act: Act, *, placement: Placement) -> None:
    """The same, for those who hold the placement already."""
    if placement.state is PlacementState.CANCELLED:
        return
    check_move(placement, PlacementState.CANCELLED)
    _move(act, placement, PlacementState.CANCELLED)
    act.session.flush()
    _finish_proposal(act, placement)
    telling.tell_employer(act, placement, PlacementMail.PLACEMENT_CANCELLED, but_not=act.person_id)
    only_counsellor = {ApprovalParty.COUNSELLOR}
    telling.tell(act, placement, PlacementMail.PLACEMENT_CANCELLED, parties=only_counsellor, but_not=act.person_id)


def hand_over(session: Session, *, candidate_id: uuid.UUID, coordinator_id: uuid.UUID) -> None:
    """The candidate has a new coordinator, who follows up the unfinished placements from now on."""
    running = select(Placement).where(Placement.candidate_id == candidate_id, Placement.state.in_(UNFINISHED))
    coordinator = session.get_one(User, coordinator_id)
    for placement in session.scalars(running):
        placement.coordinator = coordinator
    session.flush()


def _move(act: Act, placement: Placement, wanted: PlacementState, **details: Any) -> None:
    move(act, placement, wanted, organisation_id=placement.opening.organisation_id, **details)


def _move_talk(act: Act, placement: Placement, talk: FollowUp, wanted: FollowUpState) -> None:
    move(act, talk, wanted, organisation_id=placement.opening.organisation_id, week=talk.week)


def _last_day_seen(placement: Placement) -> date | None:
    """The last day on which a talk says that the person was there."""
    days = [
        min(one.due_on, one.done_at.astimezone(NORWAY).date())
        for one in placement.follow_ups
        if one.still_there and one.done_at is not None
    ]
    return max(days, default=None)


def last_day_counted(placement: Placement) -> date | None:
    """The day of the last talk that says that it lasted."""
    return max((one.due_on for one in placement.follow_ups if one.still_there and one.week in LASTED), default=None)


def _finish_proposal(act: Act, placement: Placement) -> None:
    """The proposal behind it is over too: the employer sees nothing more, and the place can be proposed again."""
    proposal = placement.proposal
    over = ProposalState.FINISHED if proposal.state is ProposalState.PLACED else ProposalState.WITHDRAWN
    if may_move(proposal, over):
        disclosures.go_on(act, proposal, over)
    disclosures.end(act, proposal=proposal)
