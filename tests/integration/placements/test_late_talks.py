"""A talk is late by its day, on every page and in the database alike; a day that is past is never called the next."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.records.tables.placement import FollowUp
from tests.factories.placements import Trio, trio
from tests.integration.placements.test_pages import Browsers, pages, set_clock
from tests.support.world import StoppedClock


def test_the_database_knows_the_same_late_talks_as_the_rule(session: Session) -> None:
    story = trio(session).agree().start().talk(1)
    for days in (-1, 0, 1):
        day = story.talk_of(4).due_on + timedelta(days=days)
        late = set(session.scalars(select(FollowUp.id).where(FollowUp.late_on(day))))
        assert late == {one.id for one in session.scalars(select(FollowUp)) if one.is_late_on(day)}
        assert bool(late) == (days > 0)


def long_late(session: Session, clock: StoppedClock) -> Trio:
    """A story whose first talk should have been held twenty days ago."""
    story = trio(session).agree().start()
    story.at(story.talk_of(1).due_on + timedelta(days=20))
    set_clock(clock, story)
    return story


def test_a_talk_that_should_have_been_is_not_called_the_next(
    open_browser: Browsers, clock: StoppedClock, session: Session
) -> None:
    story = long_late(session, clock)
    at_employer, at_candidate, _at_counsellor = pages(story)
    boss, young = open_browser().sign_in(story.leader), open_browser().sign_in(story.young)
    boss.get(f"/arbeidsgiver/{story.employer.orgnr}/")
    assert "Avtal samtalen med veilederen" in boss.text
    assert "20 dager forsinket" in boss.text
    boss.get(at_employer)
    assert "Samtalen er forsinket" in boss.text
    assert "Neste samtale" not in boss.text
    young.get(at_candidate)
    assert "Praten er forsinket" in young.text
    assert "tar kontakt rundt" not in young.text
