"""What the tests of the count begin with."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from ground.act import Act
from matching.catalogue.kinds import OpeningKind
from matching.placements import life as placements
from tests.factories.openings import published
from tests.factories.placements import Trio, trio
from tests.support.world import StoppedClock


@pytest.fixture
def history(session: Session, clock: StoppedClock) -> Trio:
    """Seven at work, one of them at the same place a second time, one who left, one in training, one called off."""
    first = trio(session, opening=published(session, positions=20))
    first.agree().start()
    again = {"worker": first.worker, "leader": first.leader}
    for number in range(5):
        trio(session, opening=first.opening, first_name=f"Ung {number}", **again).agree().start().talk(13)
    left = trio(session, opening=first.opening, first_name="Kim", **again).agree().start().end()
    back = published(session, first.employer, first.leader, kind=OpeningKind.SUMMER_JOB, now=left.now)
    trio(session, opening=back, person=left.person, now=left.now, **again).agree().start()
    training = published(session, first.employer, first.leader, kind=OpeningKind.WORK_TRAINING_FULL, pay="")
    trio(session, opening=training, first_name="Liv", **again).agree().start()
    stopped = trio(session, opening=first.opening, first_name="Max", **again).agree()
    placements.cancel(Act(session, first.worker.id, stopped.now), placement=stopped.placement)
    first.at(date(2027, 4, 10))
    clock.at = first.now
    session.commit()
    return first
