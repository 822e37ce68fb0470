"""A place stands where its state and the day put it, also when the clockwork has been silent."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground.act import Act
from matching.openings import life as openings
from matching.openings.content import content_of
from matching.records.opening_standing import standing_of, standing_on
from matching.records.queries.openings import counts_by_state
from matching.records.tables.opening import Opening
from matching.records.types import OFFERED, OpeningState
from tests.factories.openings import TODAY, published
from tests.factories.register import leader_of
from tests.factories.states import put_past_move
from tests.support.client import PageClient
from tests.support.world import NOON, StoppedClock

LAST_DAYS = (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))


def test_the_database_knows_the_same_standing_as_the_rule(session: Session) -> None:
    places = []
    for state, last_day in product((*OFFERED, OpeningState.EXPIRED), LAST_DAYS):
        place = published(session)
        place.expires_on = last_day
        session.flush()
        put_past_move(session, place, state)
        places.append(place)
    act = Act(session, places[0].created_by_id, NOON)
    places += [openings.close(act, published(session)), openings.copy_as_draft(act, places[0])]
    told = {row[0]: row[1] for row in session.execute(select(Opening.id, standing_on(TODAY)))}
    assert told == {place.id: standing_of(place, TODAY) for place in places}
    assert set(told.values()) == set(OpeningState)


def past(session: Session) -> Opening:
    """A place whose last day passed a month ago, and nobody has written down that it expired."""
    place = published(session)
    place.expires_on = TODAY - timedelta(days=30)
    session.commit()
    return place


def test_a_place_past_its_last_day_is_over_on_every_page_of_the_employer(
    browser: PageClient, session: Session, clock: StoppedClock
) -> None:
    place = past(session)
    leader = leader_of(session, place.organisation)
    session.commit()
    start = f"/arbeidsgiver/{place.organisation.orgnr}"
    browser.sign_in(leader).get(f"{start}/plasser/{place.id}")
    assert "Den siste dagen er passert" in browser.text
    assert "Se den på Plass" not in browser.text
    browser.get(f"{start}/plasser")
    assert browser.page.select(f'main a[href="{start}/plasser/{place.id}"]') == []
    browser.get(f"{start}/plasser?vis=tidligere")
    assert "Utløpt" in browser.text
    assert counts_by_state(session, place.organisation_id, today=TODAY)[OpeningState.EXPIRED] == 1
    assert counts_by_state(session, place.organisation_id, today=TODAY)[OpeningState.PUBLISHED] == 0


def test_it_is_published_again_with_a_new_last_day_as_one_that_was_written_down(session: Session) -> None:
    place = past(session)
    leader = leader_of(session, place.organisation)
    act = Act(session, leader.id, NOON)
    new_day = date(2027, 1, 15)
    content = replace(content_of(place), expires_on=new_day)
    openings.change(act, place, content=content, expected_version=place.version)
    assert standing_of(place, TODAY) is OpeningState.EXPIRED, "a new day alone publishes nothing"
    openings.publish(act, place, expected_version=place.version)
    assert standing_of(place, TODAY) is OpeningState.PUBLISHED
