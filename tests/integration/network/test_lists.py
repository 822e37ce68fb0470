"""The county's list of gatherings: the database knows where each stands, and gives them page by page."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from certification.network import gatherings, queries
from certification.network.types import GatheringState
from ground.act import Act
from register.roles.types import Role
from tests.factories.network import gathering
from tests.factories.register import person_with_role
from tests.support.client import PageClient
from tests.support.paged import PAGE_SIZE, check_walk
from tests.support.world import NOON

HOUR = timedelta(hours=1)


def test_the_database_knows_where_a_gathering_stands(session: Session) -> None:
    lead = person_with_role(session, Role.PROGRAMME_LEAD)
    made = [gathering(session), gathering(session), gathering(session, published=False)]
    gatherings.cancel(Act(session, lead.id, NOON), gathering_id=made[1].id, reason="For få påmeldte.")
    seen = set()
    for now in moments(made[0].starts_at, made[0].ends_at):
        for state in GatheringState:
            found = queries.gatherings_page(session, (state,), now)
            assert {one.id for one in found.rows} == {one.id for one in made if one.state_at(now) is state}
            seen |= {state} if found.rows else set()
    assert seen == set(GatheringState)


def moments(starts_at: datetime, ends_at: datetime) -> list[datetime]:
    return [at + after for at in (starts_at, ends_at) for after in (-HOUR, timedelta(), HOUR)]


def test_gatherings_at_the_same_hour_stand_on_one_page_each(session: Session, browser: PageClient) -> None:
    for _ in range(PAGE_SIZE + 2):
        gathering(session)
        gathering(session, published=False)
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    thing = r"/fylket/samlinger/[0-9a-f-]{36}"
    ahead = check_walk(browser, "/fylket/samlinger", thing, PAGE_SIZE + 2)
    drafts = check_walk(browser, "/fylket/samlinger?vis=utkast", thing, PAGE_SIZE + 2)
    assert not set(ahead) & set(drafts)
