"""The week line of a placement: each talk as the reader's list tells it."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.kernel.pictures.weeks import TalkMark
from app.placements.talk_weeks import talk_weeks
from matching.placements.rules.follow_up_plan import plan_follow_ups
from tests.factories.placements import trio
from tests.integration.placements.test_late_talks import long_late
from tests.integration.placements.test_pages import Browsers, pages
from tests.support.world import StoppedClock

HELD, NEXT, AHEAD, LATE = TalkMark.HELD, TalkMark.NEXT, TalkMark.AHEAD, TalkMark.LATE


def test_held_late_next_and_ahead_stand_in_their_weeks(session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    begun = story.placement.started_on
    assert begun is not None
    today = story.talk_of(4).due_on + timedelta(days=7)
    seen = talk_weeks(story.placement.follow_ups, started_on=begun, today=today, tells_late=True)
    assert seen.talks[:4] == ((1, HELD), (4, LATE), (13, NEXT), (26, AHEAD))
    assert seen.now == 5


def test_whoever_is_not_told_that_a_talk_is_late_sees_it_as_the_next(session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    today = story.talk_of(4).due_on + timedelta(days=7)
    seen = talk_weeks(story.placement.follow_ups, started_on=story.placement.started_on, today=today, tells_late=False)
    assert seen.talks[:3] == ((1, HELD), (4, NEXT), (13, AHEAD))


def test_before_the_start_the_plan_is_drawn_and_no_time_runs() -> None:
    begins = date(2026, 12, 1)
    seen = talk_weeks(plan_follow_ups(begins), started_on=None, today=begins, tells_late=True)
    assert seen.talks == ((1, AHEAD), (4, AHEAD), (13, AHEAD), (26, AHEAD), (52, AHEAD))
    assert seen.now is None


def test_where_talks_count_from_different_days_there_is_no_place_for_today(session: Session) -> None:
    story = trio(session).agree().start()
    begun = story.placement.started_on
    assert begun is not None
    earlier = plan_follow_ups(begun, job_since=begun - timedelta(weeks=10))
    assert talk_weeks(earlier, started_on=begun, today=begun, tells_late=True).now is None


def test_each_party_sees_no_more_than_its_list_says(
    open_browser: Browsers, clock: StoppedClock, session: Session
) -> None:
    story = long_late(session, clock)
    at_employer, at_candidate, _at_counsellor = pages(story)
    boss, young = open_browser().sign_in(story.leader), open_browser().sign_in(story.young)
    assert boss.get(at_employer).select(".week-line .week-late")
    assert "Forfalt" in boss.text
    assert not young.get(at_candidate).select(".week-line .week-late")
    assert young.page.select(".week-line .week-next")
    assert "Forfalt" not in young.text
