"""A start that was confirmed by mistake is taken back by the counsellor, with a reason that all three see."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from ground.audit import AuditEvent
from ground.errors import EditedMeanwhile
from ground.outbox import OutboxMessage
from ground.states import MoveNotAllowed
from matching.catalogue.kinds import OpeningKind
from matching.placements import follow_ups, reminders
from matching.placements import life as placements
from matching.placements.errors import StartIsShown
from matching.placements.mails import PlacementMail
from matching.progress.models import JobEvent
from matching.progress.types import JobEventKind, UndoReason
from matching.records.queries.placements import past_of_organisation
from matching.records.types import EndReason, FollowUpState, PlacementState, SkipReason
from tests.factories.openings import published
from tests.factories.placements import Trio, trio
from tests.factories.register import counsellor, office
from tests.integration.placements.test_pages import Browsers, pages, set_clock
from tests.integration.progress.test_figures import of as figures_of
from tests.support.client import PageClient
from tests.support.world import StoppedClock

K = JobEventKind


def told(session: Session, story: Trio) -> list[tuple[JobEventKind, int]]:
    rows = session.scalars(select(JobEvent).where(JobEvent.source_ref == story.placement.id))
    return [(one.kind, one.attempt) for one in sorted(rows, key=lambda one: (one.recorded_at, one.kind))]


def told_of_it(session: Session) -> list[str]:
    mails = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == PlacementMail.START_UNDONE))
    return sorted(one.recipient for one in mails)


def test_what_was_agreed_stands_and_the_two_others_are_told(session: Session) -> None:
    story = trio(session, email="amina@eksempel.no").agree().start().undo()
    assert story.placement.state is PlacementState.AGREED
    assert (story.placement.started_on, story.placement.undone_because) == (None, UndoReason.WRONG_DAY)
    assert {one.state for one in story.placement.follow_ups} == {FollowUpState.CANCELLED}
    assert told_of_it(session) == ["amina@eksempel.no", story.leader.email]
    assert (K.UNDONE, 1) in told(session, story)
    (event,) = session.scalars(select(JobEvent).where(JobEvent.kind == K.UNDONE))
    assert (event.undone_because, event.person_ref) == (UndoReason.WRONG_DAY, story.person.count_ref)
    log = session.scalars(select(AuditEvent.action).where(AuditEvent.subject_id == story.placement.id)).all()
    assert (log.count("placement.agreed"), log.count("placement.start_undone")) == (1, 1)


def test_an_unpaid_training_that_is_taken_back_counts_no_more(session: Session) -> None:
    story = trio(session, kind=OpeningKind.WORK_TRAINING_FULL).agree().start()
    before = figures_of(story).training.started
    assert (before, figures_of(story.undo()).training.started) == (1, 0)


def test_taking_back_twice_changes_nothing(session: Session) -> None:
    story = trio(session).agree().start()
    read = story.placement.version
    for _time in range(2):
        placements.undo_start(
            Act(session, story.worker.id, story.now),
            placement=story.placement,
            because=UndoReason.OTHER,
            expected_version=read,
        )
    assert [kind for kind, _attempt in told(session, story)].count(K.UNDONE) == 1
    assert len(told_of_it(session)) == 1


def test_another_start_than_the_one_that_was_read_is_not_taken_back(session: Session) -> None:
    story = trio(session).agree().start()
    read = story.placement.version
    story.undo().start(story.today)
    with pytest.raises(EditedMeanwhile):
        placements.undo_start(
            Act(session, story.worker.id, story.now),
            placement=story.placement,
            because=UndoReason.OTHER,
            expected_version=read,
        )
    assert story.placement.state is PlacementState.STARTED


def test_the_right_day_is_confirmed_after_it_and_the_talks_follow_that_day(session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    kept = story.talk_of(1)
    right_day = story.today
    story.undo().start(right_day)
    assert told(session, story)[1:] == [(K.STARTED, 1), (K.STARTED, 2), (K.UNDONE, 1)]
    assert (kept.state, kept.agreed_next) == (FollowUpState.DONE, "Vi fortsetter.")
    later = [one for one in story.placement.follow_ups if one is not kept]
    assert [(one.week, one.due_on, one.state) for one in later] == [
        (week, right_day + timedelta(weeks=week), FollowUpState.PLANNED) for week in (4, 13, 26, 52)
    ]


def test_what_carried_the_job_on_is_followed_up_from_where_it_begins_now(session: Session) -> None:
    mistake = trio(session).agree()
    after = published(session, mistake.employer, mistake.leader)
    same = {"person": mistake.person, "worker": mistake.worker, "leader": mistake.leader}
    real = trio(session, opening=after, **same)
    mistake.start().at(mistake.today + timedelta(days=40)).end(reason=EndReason.HIRED_BY_EMPLOYER)
    real.at(mistake.today).agree().start().talk(1)
    begun = mistake.placement.started_on
    assert real.talk_of(13).due_on == begun + timedelta(weeks=13)  # type: ignore[operator]  # it has begun
    mistake.at(real.today).undo(UndoReason.WRONG_PLACEMENT)
    first_day = real.today - timedelta(weeks=1)
    assert [(one.week, one.due_on, one.state) for one in real.placement.follow_ups] == [
        (1, first_day + timedelta(weeks=1), FollowUpState.DONE),
        *((week, first_day + timedelta(weeks=week), FollowUpState.PLANNED) for week in (4, 13, 26, 52)),
    ]


def test_a_talk_that_said_that_nobody_was_there_can_be_held_again_from_the_right_day(session: Session) -> None:
    story = trio(session).agree().start().talk(1, still_there=False)
    story.undo().start(story.today)
    talk = story.talk_of(1)
    assert (talk.state, talk.still_there, talk.agreed_next) == (FollowUpState.PLANNED, None, "Vi fortsetter.")
    story.talk(1)
    assert (talk.state, talk.still_there) == (FollowUpState.DONE, True)


def test_a_talk_that_is_planned_anew_is_reminded_of_on_its_new_day(session: Session) -> None:
    story = trio(session).agree().start()
    talk = story.talk_of(1)
    story.at(talk.due_on)

    def remind() -> int:
        return reminders.remind_of_talk(Act(session, None, story.now), talk.id)

    assert (remind(), remind()) == (1, 0)
    story.undo().start(story.today).at(talk.due_on)
    assert (remind(), remind()) == (1, 0)


def test_what_has_ended_is_called_off_and_the_employer_keeps_a_line_without_a_name(session: Session) -> None:
    story = trio(session).agree().start().end().undo(UndoReason.NEVER_BEGAN)
    assert story.placement.state is PlacementState.CANCELLED
    assert (story.placement.ended_on, story.placement.end_reason) == (None, None)
    (line,) = past_of_organisation(session, story.employer.id).rows
    assert (line.title, line.started_on, line.undone_because) == (story.opening.title, None, UndoReason.NEVER_BEGAN)


def test_a_skipped_talk_falls_away_with_its_reason(session: Session) -> None:
    story = trio(session).agree().start()
    talk = story.talk_of(1)
    follow_ups.skip_talk(
        Act(session, story.worker.id, story.at(talk.due_on).now), follow_up=talk, reason=SkipReason.OTHER
    )
    story.undo()
    assert (talk.state, talk.skip_reason) == (FollowUpState.CANCELLED, None)


def test_who_was_there_after_thirteen_weeks_did_begin(session: Session) -> None:
    story = trio(session).agree().start().talk(13)
    with pytest.raises(StartIsShown):
        story.undo()


def test_a_form_that_could_only_be_refused_is_not_shown(
    browser: PageClient, clock: StoppedClock, session: Session
) -> None:
    story = trio(session).agree().start().talk(13)
    set_clock(clock, story)
    browser.sign_in(story.worker).get(f"{pages(story)[2]}/ta-tilbake-oppstarten")
    assert browser.address == pages(story)[2]
    assert "Da kan ikke oppstarten tas tilbake." in browser.text


def test_the_line_is_told_as_it_is_known_now(session: Session) -> None:
    story = trio(session).agree().start()
    assert of_months(story.at(date(2026, 12, 3))) == [1]
    assert of_months(story.undo()) == [1], "the month that is closed stays as it was"
    assert of_months(story.at(date(2027, 1, 3))) == [0, 0]


def of_months(story: Trio) -> list[int]:
    return [point.started for point in figures_of(story).by_month]


def test_what_has_not_started_cannot_be_taken_back(session: Session) -> None:
    story = trio(session).agree()
    with pytest.raises(MoveNotAllowed):
        story.undo()


def test_the_counsellor_takes_it_back_and_employer_and_young_person_read_why(
    open_browser: Browsers, clock: StoppedClock, session: Session
) -> None:
    story = trio(session).agree().start()
    set_clock(clock, story)
    at_employer, at_candidate, at_counsellor = pages(story)
    keeper = open_browser().sign_in(story.worker)
    keeper.get(at_counsellor)
    assert "Er oppstarten bekreftet ved en feil?" in keeper.text
    keeper.get(f"{at_counsellor}/ta-tilbake-oppstarten")
    keeper.submit({})
    assert "Velg en grunn." in keeper.text
    keeper.submit({"reason": "wrong_day"})
    assert "Oppstarten er tatt tilbake." in keeper.text
    assert "bekreftet ved en feil: dagen var feil" in keeper.text
    boss = open_browser().sign_in(story.leader)
    boss.get(at_employer)
    assert "bekreftet ved en feil: dagen var feil" in boss.text
    young = open_browser().sign_in(story.young)
    young.get(at_candidate)
    assert "Det var bekreftet at du hadde begynt. Det var feil" in young.text
    assert "dagen var feil" in young.text
    keeper.get(f"{at_counsellor}/oppstart")
    keeper.submit({})
    boss.get(at_employer)
    assert "bekreftet ved en feil:" not in boss.text


def test_nobody_but_a_counsellor_of_the_office_takes_it_back(open_browser: Browsers, session: Session) -> None:
    story = trio(session).agree().start()
    session.commit()
    address = f"{pages(story)[2]}/ta-tilbake-oppstarten"
    stranger = open_browser().sign_in(counsellor(session, office(session, "0219"), "Ukjent Veileder"))
    stranger.get(address, status=404)
    stranger.post(address, {"reason": "other", "version": "1"}, status=404)
    boss = open_browser().sign_in(story.leader)
    boss.post(address, {"reason": "other", "version": "1"}, status=403)
    session.refresh(story.placement)
    assert story.placement.state is PlacementState.STARTED


def test_the_page_of_what_has_not_started_leads_back(browser: PageClient, session: Session) -> None:
    story = trio(session).agree()
    browser.sign_in(story.worker)
    browser.get(f"{pages(story)[2]}/ta-tilbake-oppstarten")
    assert browser.address == pages(story)[2]


def test_that_the_day_was_wrong_is_no_reason_to_call_off_what_has_ended(browser: PageClient, session: Session) -> None:
    story = trio(session).agree().start().end()
    session.commit()
    address = f"{pages(story)[2]}/ta-tilbake-oppstarten"
    browser.sign_in(story.worker).get(address)
    offered = [str(one["value"]) for one in browser.page.select('input[name="reason"]')]
    assert UndoReason.WRONG_DAY not in offered
    browser.post(address, {"reason": "wrong_day", "version": str(story.placement.version)})
    session.refresh(story.placement)
    assert story.placement.state is PlacementState.ENDED
