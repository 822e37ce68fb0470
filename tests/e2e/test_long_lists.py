"""A long list in a real browser, on a phone and without script: from page to page with the choice kept."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from matching.catalogue.kinds import OpeningKind
from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.factories.candidates import candidate
from tests.factories.openings import published
from tests.factories.register import counsellor, leader_of, verified_organisation
from tests.support.paged import PAGE_SIZE

PHONE = 320


def test_places_are_leafed_through_on_a_phone_without_script(session: Session, visitor: Callable[..., Visitor]) -> None:
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    for number in range(PAGE_SIZE + 1):
        published(session, employer, leader, title=f"Plass nummer {number}")
    session.commit()
    someone = visitor("somebody", width=PHONE, script=False).go(f"/virksomheter/{employer.orgnr}")
    cards = someone.main.locator(".entry-title")
    first = cards.all_inner_texts()
    assert len(first) == PAGE_SIZE
    someone.follow("Neste")
    assert someone.main.get_by_role("link", name="Side 2").get_attribute("aria-current") == "page"
    last = cards.all_inner_texts()
    assert len(last) == 1
    assert len({*first, *last}) == PAGE_SIZE + 1
    someone.follow("Forrige")
    assert cards.all_inner_texts() == first


def test_a_counsellor_goes_to_each_part_of_the_places_for_a_person(world: World) -> None:
    session = world.session
    employer = verified_organisation(session)
    leader = leader_of(session, employer)
    for _ in range(PAGE_SIZE + 1):
        published(session, employer, leader)
        published(session, employer, leader, kind=OpeningKind.SUMMER_JOB)
    worker = counsellor(session)
    person = candidate(session, worker, kinds_wanted=frozenset({OpeningKind.PERMANENT_JOB}))
    address = f"/veileder/kandidater/{person.id}/plasser"
    someone = world.signed_in(worker)
    session.commit()
    someone.go(address)
    someone.follow(f"Vis alle {PAGE_SIZE + 1}").follow("Neste").follow("Plasser til Amina")
    someone.follow("Se hvilke plasser det er, og hvorfor").follow("Neste")
    assert someone.main.locator("section li").count() >= 1
    someone.follow("Plasser til Amina")
