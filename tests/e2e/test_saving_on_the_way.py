"""Pressing «Lagre» while an answer is still on its way: the person must not collide with their own answer."""

import pytest
from playwright.sync_api import APIResponse, Route, expect

from certification.cases.case import read_case
from tests.e2e.world import World
from tests.factories.cases import answering_case
from tests.factories.register import leader_of, verified_organisation

CRITERION = "GRU-3"
MOST_LOOKS = 600
"""So often, twenty times a second, the test looks for the server's answer."""


@pytest.fixture
def held() -> list[tuple[Route, APIResponse]]:
    """Answers of the server that have not reached the browser."""
    return []


def test_what_could_not_be_saved_is_said_and_stays(world: World) -> None:
    organisation = verified_organisation(world.session)
    leader = leader_of(world.session, organisation)
    answering_case(world.session, organisation, leader)
    area = f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/GRU"
    kari = world.signed_in(leader).go(area)
    kari.page.route(f"**/kriterium/{CRITERION}", lambda route: route.abort())
    kari.answer(**{f"{CRITERION}-note": "Slik gjør vi det."})
    expect(kari.main.locator(f"#{CRITERION}-tilstand")).to_contain_text("Ikke lagret")
    assert kari.main.locator(f'[name="{CRITERION}-note"]').input_value() == "Slik gjør vi det."
    kari.problems.clear()

    kari.page.unroute_all()
    kari.press("Lagre")
    assert "Svarene er lagret." in kari.text


def test_what_saves_itself_comes_home_before_the_form_is_sent(
    world: World, held: list[tuple[Route, APIResponse]]
) -> None:
    organisation = verified_organisation(world.session)
    leader = leader_of(world.session, organisation)
    case = answering_case(world.session, organisation, leader)
    area = f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/GRU"
    kari = world.signed_in(leader).go(area)
    kari.page.route(f"**/kriterium/{CRITERION}", lambda route: held.append((route, route.fetch())))

    with kari.page.expect_request(f"**/kriterium/{CRITERION}"):
        kari.answer(**{f"{CRITERION}-value": "met"})
    for _ in range(MOST_LOOKS):
        if held:
            break
        kari.page.wait_for_timeout(50)
    kari.answer(**{f"{CRITERION}-note": "Slik gjør vi det."})
    kari.button("Lagre").first.click(no_wait_after=True)
    with kari.page.expect_navigation():
        route, answer = held[0]
        route.fulfill(response=answer)

    assert "Svarene er lagret." in kari.text
    assert "et annet svar" not in kari.text
    world.session.expire_all()
    saved = read_case(world.session, case).answers[CRITERION]
    assert (saved.value, saved.note) == ("met", "Slik gjør vi det.")
