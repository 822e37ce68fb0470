"""Pressing «Lagre» while an answer is still on its way: the person must not collide with their own answer."""

import re

import pytest
from playwright.sync_api import APIResponse, Route, expect

from certification.cases.answers import Claim
from certification.cases.case import read_case
from certification.criteria.types import AnswerValue
from ground.act import Act
from tests.e2e.world import World
from tests.factories.cases import answering_case, save_answer
from tests.factories.register import employee_of, leader_of, verified_organisation
from tests.support.world import NOON

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


def test_typing_on_replaces_nothing_that_another_has_saved_until_a_button_is_pressed(world: World) -> None:
    organisation = verified_organisation(world.session)
    leader, colleague = leader_of(world.session, organisation), employee_of(world.session, organisation)
    case = answering_case(world.session, organisation, leader)
    kari = world.signed_in(leader).go(f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/GRU")
    save_answer(
        Act(world.session, colleague.id, NOON),
        case,
        criterion_id=CRITERION,
        claim=Claim(AnswerValue.PARTLY, "Kollegaens svar."),
        expected_version=0,
    )
    world.session.commit()
    state = kari.main.locator(f"#{CRITERION}-tilstand")
    for typed in ("Mitt", "Mitt svar."):
        with kari.page.expect_response(f"**/kriterium/{CRITERION}"):
            kari.answer(**{f"{CRITERION}-note": typed})
        expect(state).to_contain_text(re.compile(rf"Hos deg:\s+{re.escape(typed)}"))
        expect(state).to_contain_text("Mona Medarbeider har lagret mens du skrev")
        kari.look()
    world.session.expire_all()
    assert read_case(world.session, case).answers[CRITERION].note == "Kollegaens svar."
    world.session.commit()

    kari.button("Lagre det jeg skrev").click()
    expect(state).to_contain_text("Lagret ")
    expect(state).not_to_contain_text("Mona Medarbeider")
    world.session.expire_all()
    assert read_case(world.session, case).answers[CRITERION].note == "Mitt svar."
