"""Confirming a start, following up until it lasts, and recording an ending."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from ground.findings import Finding
from ground.moves import move
from ground.outbox import OutboxMessage
from ground.states import MoveNotAllowed
from matching.candidates import caseload
from matching.candidates import life as candidates
from matching.candidates.errors import StillPlaced
from matching.catalogue.kinds import OpeningKind
from matching.placements import follow_ups, reminders
from matching.placements import life as placements
from matching.placements.errors import EndsBeforeStart, EndsBeforeTalk, FollowUpNotYet, StartBlocked, StartNotYet
from matching.placements.mails import PlacementMail
from matching.progress.models import JobEvent
from matching.progress.types import JobEventKind
from matching.records.queries.placements import starts_to_confirm, talks_due
from matching.records.types import ApprovalParty, EndReason, FollowUpState, PlacementState, ProposalState, SkipReason
from tests.factories import candidates as people
from tests.factories.placements import SEVENTEEN, Trio, trio
from tests.factories.register import counsellor, leader_of, office

K = JobEventKind


def told(session: Session, story: Trio) -> list[JobEventKind]:
    """What the count has heard of a placement, in order."""
    rows = session.scalars(select(JobEvent).where(JobEvent.source_ref == story.placement.id))
    return [one.kind for one in sorted(rows, key=lambda one: one.recorded_at)]


def reminded(session: Session, kind: str) -> list[str]:
    return sorted(one.recipient for one in session.scalars(select(OutboxMessage).where(OutboxMessage.kind == kind)))


def test_a_start_plans_the_talks_tells_all_three_and_counts_the_job(session: Session) -> None:
    story = trio(session, email="amina@eksempel.no").agree().start()
    first_day = story.placement.started_on
    assert first_day is not None
    assert [(one.week, one.due_on) for one in story.placement.follow_ups] == [
        (week, first_day + timedelta(weeks=week)) for week in (1, 4, 13, 26, 52)
    ]
    assert told(session, story) == [K.AGREED, K.STARTED]
    assert reminded(session, PlacementMail.PLACEMENT_STARTED) == sorted(
        ["amina@eksempel.no", story.leader.email or "", story.worker.email or ""]
    )


def test_confirming_twice_plans_and_counts_once(session: Session) -> None:
    story = trio(session).agree().start().start()
    assert len(story.placement.follow_ups) == 5
    assert told(session, story).count(K.STARTED) == 1


def test_even_a_forged_second_start_is_refused_by_the_database(session: Session) -> None:
    story = trio(session).agree().start()
    event = session.scalars(select(JobEvent).where(JobEvent.kind == K.STARTED)).one()
    session.add(
        JobEvent(
            kind=event.kind, source_ref=event.source_ref, person_ref=event.person_ref, occurred_on=event.occurred_on,
            workplace_id=event.workplace_id, organisation_id=event.organisation_id, recorded_at=story.now,
            opening_kind=event.opening_kind,
        )
    )  # fmt: skip
    with pytest.raises(IntegrityError):
        session.flush()


def test_nothing_starts_before_all_three_have_approved(session: Session) -> None:
    story = trio(session).begin().write()
    with pytest.raises(MoveNotAllowed):
        story.start()


def test_a_start_is_not_confirmed_ahead(session: Session) -> None:
    story = trio(session).agree()
    with pytest.raises(StartNotYet):
        placements.confirm_start(
            Act(session, story.leader.id, story.now),
            placement=story.placement,
            started_on=story.today + timedelta(days=1),
        )


def test_a_start_earlier_than_contract_and_risk_assessment_is_refused(session: Session) -> None:
    story = trio(session, birth_date=SEVENTEEN).begin()
    story.write(risk_assessed_on=story.today)
    story.approve(*ApprovalParty)
    with pytest.raises(StartBlocked) as caught:
        story.start(story.today - timedelta(days=1))
    found = {one.code.value for one in caught.value.findings if isinstance(one, Finding)}
    assert found == {"risk_assessment_after_start", "contract_after_start"}
    assert story.placement.state is PlacementState.AGREED


def test_what_is_learnt_of_the_person_after_the_agreement_still_stops_the_start(session: Session) -> None:
    story = trio(session, birth_date=SEVENTEEN).begin()
    story.write(risk_assessed_on=story.today).approve(*ApprovalParty)
    story.person.finished_year_10 = False
    session.flush()
    with pytest.raises(StartBlocked) as caught:
        story.start()
    found = {one.code.value for one in caught.value.findings if isinstance(one, Finding)}
    assert "guardian_consent_missing" in found
    assert told(session, story) == [K.AGREED]


def test_a_start_after_the_agreed_end_is_refused(session: Session) -> None:
    story = trio(session, kind=OpeningKind.TEMPORARY_JOB).agree()
    last_day = story.placement.agreement.ends_on
    assert last_day is not None
    with pytest.raises(StartBlocked):
        story.at(last_day + timedelta(days=1)).start(last_day + timedelta(days=1))


def remind_of_starts(session: Session, story: Trio) -> int:
    waiting = starts_to_confirm(session, today=story.today)
    return sum(reminders.remind_of_start(Act(session, None, story.now), placement.id) for placement in waiting)


def remind_of_talks(session: Session, story: Trio) -> int:
    due = talks_due(session, until=story.today)
    return sum(reminders.remind_of_talk(Act(session, None, story.now), talk.id) for talk in due)


def test_employer_and_coordinator_are_reminded_once_that_a_start_waits(session: Session) -> None:
    story = trio(session).agree()
    assert remind_of_starts(session, story) == 0
    story.at(story.today + timedelta(days=8))
    assert starts_to_confirm(session, today=story.today) == [story.placement]
    assert remind_of_starts(session, story) == 2
    assert remind_of_starts(session, story) == 0
    assert reminded(session, PlacementMail.START_TO_CONFIRM) == sorted(
        [story.leader.email or "", story.worker.email or ""]
    )


def test_each_talk_is_reminded_of_once_on_its_day(session: Session) -> None:
    story = trio(session).agree().start()
    assert remind_of_talks(session, story) == 0
    story.at(story.talk_of(1).due_on)
    assert remind_of_talks(session, story) == 1
    story.at(story.today + timedelta(days=5))
    assert remind_of_talks(session, story) == 0
    assert reminded(session, PlacementMail.FOLLOW_UP_DUE) == [story.worker.email]
    assert [one.week for one in talks_due(session, until=story.today, coordinator_id=story.worker.id)] == [1]


def test_a_new_coordinator_is_reminded_of_what_the_old_one_left(session: Session) -> None:
    story = trio(session).agree().start()
    story.at(story.talk_of(1).due_on)
    remind_of_talks(session, story)
    colleague = counsellor(session, office(session), "Kari Kollega")
    caseload.assign(Act(session, story.worker.id, story.now), candidate=story.person, counsellor_id=colleague.id)
    assert remind_of_talks(session, story) == 1
    assert colleague.email in reminded(session, PlacementMail.FOLLOW_UP_DUE)


def test_only_a_confirmed_yes_at_13_26_and_52_weeks_tells_that_it_lasted(session: Session) -> None:
    story = trio(session).agree().start().talk(1).talk(4)
    assert told(session, story) == [K.AGREED, K.STARTED]
    story.talk(13).talk(26, still_there=False)
    assert told(session, story) == [K.AGREED, K.STARTED, K.LASTED_13]
    assert story.placement.state is PlacementState.STARTED, "an ending is recorded by itself, with its day and reason"


def test_a_talk_that_counts_is_not_recorded_before_its_day(session: Session) -> None:
    story = trio(session).agree().start()
    for week, ahead in ((13, 1), (4, 8)):
        talk = story.talk_of(week)
        story.at(talk.due_on - timedelta(days=ahead))
        with pytest.raises(FollowUpNotYet):
            follow_ups.record_talk(
                Act(session, story.worker.id, story.now), follow_up=talk, still_there=True, agreed_next=""
            )
    assert told(session, story) == [K.AGREED, K.STARTED]


def test_a_late_talk_counts_on_the_day_it_was_due(session: Session) -> None:
    story = trio(session).agree().start()
    due_on = story.talk_of(13).due_on
    story.at(due_on + timedelta(days=30)).talk(13)
    event = session.scalars(select(JobEvent).where(JobEvent.kind == K.LASTED_13)).one()
    assert event.occurred_on == due_on


def test_a_talk_that_was_not_held_says_why_counts_nothing_and_may_be_held_later(session: Session) -> None:
    story = trio(session).agree().start()
    talk = story.talk_of(13)
    story.at(talk.due_on)
    follow_ups.skip_talk(Act(session, story.worker.id, story.now), follow_up=talk, reason=SkipReason.NOT_REACHED)
    assert (talk.state, talk.skip_reason) == (FollowUpState.SKIPPED, SkipReason.NOT_REACHED)
    assert K.LASTED_13 not in told(session, story)
    story.at(story.today + timedelta(days=3)).talk(13)
    assert (talk.state, talk.skip_reason) == (FollowUpState.DONE, None)
    assert K.LASTED_13 in told(session, story)


def test_an_ending_cancels_what_was_planned_after_it_and_closes_the_sharing(session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    story.at(story.talk_of(4).due_on + timedelta(days=1)).end(reason=EndReason.OTHER_JOB)
    assert [one.state for one in story.placement.follow_ups] == [
        FollowUpState.DONE, FollowUpState.PLANNED,
        FollowUpState.CANCELLED, FollowUpState.CANCELLED, FollowUpState.CANCELLED,
    ]  # fmt: skip
    assert story.proposal.state is ProposalState.FINISHED
    assert story.proposal.living_disclosure is None
    assert told(session, story) == [K.AGREED, K.STARTED, K.ENDED]
    assert reminded(session, PlacementMail.PLACEMENT_ENDED) == [story.leader.email]


def test_the_log_says_which_text_was_approved_and_which_talks_an_ending_took_away(session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    approved = select(AuditEvent).where(AuditEvent.action.startswith("agreement.approved_by_"))
    version = story.placement.agreement.version
    assert [one.details["agreement_version"] for one in session.scalars(approved)] == [version] * len(ApprovalParty)
    story.at(story.talk_of(4).due_on + timedelta(days=1)).end(reason=EndReason.OTHER_JOB)
    talks = session.scalars(select(AuditEvent).where(AuditEvent.subject_kind == "FollowUp")).all()
    assert sorted(one.details["week"] for one in talks) == [1, 13, 26, 52]


def test_a_talk_from_before_the_ending_is_still_asked_for(session: Session) -> None:
    story = trio(session).agree().start()
    due_on = story.talk_of(13).due_on
    story.at(due_on + timedelta(days=10)).end()
    assert 13 in [one.week for one in talks_due(session, until=story.today)]
    story.talk(13)
    assert K.LASTED_13 in told(session, story)


def test_an_ending_lies_between_the_start_and_today(session: Session) -> None:
    story = trio(session).agree().start()
    for day in (story.today - timedelta(days=1), story.today + timedelta(days=1)):
        with pytest.raises(EndsBeforeStart):
            story.end(day)


def test_an_ending_cannot_contradict_a_talk_that_has_been_counted(session: Session) -> None:
    story = trio(session).agree().start().talk(13)
    with pytest.raises(EndsBeforeTalk):
        story.end(story.today - timedelta(days=1))
    assert story.end(story.today).placement.state is PlacementState.ENDED


def test_recording_an_ending_twice_changes_nothing(session: Session) -> None:
    story = trio(session).agree().start()
    first = story.today
    story.end().at(first + timedelta(days=3)).end(reason=EndReason.MOVED)
    assert (story.placement.ended_on, story.placement.end_reason) == (first, EndReason.EDUCATION)
    assert told(session, story).count(K.ENDED) == 1


def test_after_an_ending_the_same_place_can_be_proposed_again(session: Session) -> None:
    story = trio(session).agree().start().end()
    again = people.proposed(session, story.person, story.opening, now=story.now)
    assert again.state is ProposalState.PROPOSED


def test_calling_off_an_agreement_frees_the_position_and_ends_the_sharing(session: Session) -> None:
    story = trio(session).agree()
    placements.cancel(Act(session, story.worker.id, story.now), placement=story.placement)
    assert story.placement.state is PlacementState.CANCELLED
    assert (story.proposal.state, story.proposal.living_disclosure) == (ProposalState.FINISHED, None)
    assert reminded(session, PlacementMail.PLACEMENT_CANCELLED) == [story.leader.email]
    other = trio(session, worker=story.worker, opening=story.opening, leader=story.leader, first_name="Bo")
    assert other.agree().placement.state is PlacementState.AGREED


def test_a_leader_who_calls_off_is_not_told_what_they_did_but_their_colleague_and_the_counsellor_are(
    session: Session,
) -> None:
    story = trio(session).agree()
    colleague = leader_of(session, story.opening.organisation, "Berit")
    placements.cancel(Act(session, story.leader.id, story.now), placement=story.placement)
    assert set(reminded(session, PlacementMail.PLACEMENT_CANCELLED)) == {colleague.email, story.worker.email}


def test_what_has_started_is_ended_not_called_off(session: Session) -> None:
    story = trio(session).agree().start()
    with pytest.raises(MoveNotAllowed):
        placements.cancel(Act(session, story.worker.id, story.now), placement=story.placement)


def test_a_candidate_at_work_is_not_closed_before_the_ending_is_recorded(session: Session) -> None:
    story = trio(session).agree().start()
    with pytest.raises(StillPlaced):
        candidates.close(Act(session, story.worker.id, story.now), candidate=story.person)
    story.end()
    candidates.close(Act(session, story.worker.id, story.now), candidate=story.person)
    assert story.person.closed_at is not None


def test_closing_a_candidate_calls_off_what_is_being_written_also_after_an_earlier_agreement(session: Session) -> None:
    story = trio(session).agree().write(hours_per_week=25.0)
    candidates.close(Act(session, story.worker.id, story.now), candidate=story.person)
    assert story.placement.state is PlacementState.CANCELLED
    assert story.proposal.living_disclosure is None


def test_the_database_wants_a_reason_for_what_is_skipped_and_a_yes_or_no_for_what_is_done(session: Session) -> None:
    story = trio(session).agree().start()
    for state in (FollowUpState.SKIPPED, FollowUpState.DONE):
        with pytest.raises(IntegrityError), session.begin_nested():
            move(Act(session, story.worker.id, story.now), story.talk_of(1), state)
