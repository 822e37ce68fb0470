"""Three tasks by ear: after each act page, focus or a live region says what came of it. `make by-ear` prints it."""

import re
import sys

import pytest
from playwright.sync_api import expect

from tests.e2e.ear import Ear, Heard
from tests.e2e.test_own_doors import BORN, PIN, code_from, type_code
from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.factories import candidates as make
from tests.factories.cases import answering_case
from tests.factories.openings import published
from tests.factories.register import counsellor, employee_of, leader_of, verified_organisation


def test_a_young_person_says_yes(world: World) -> None:
    vera = counsellor(world.session, name="Vera Lund")
    person = make.candidate(world.session, vera)
    candidate, proposal = str(person.id), str(make.proposed(world.session, person, published(world.session)).id)
    desk, phone = world.signed_in(vera), world.somebody("Amina", width=390)
    ear = Ear(phone)
    ear.act("writes the code", lambda: type_code(phone, code_from(desk, candidate)))
    wrong = ear.act(
        "a PIN that is too easy", lambda: phone.answer(birth_date=BORN, pin="123456").press("Velg PIN-koden")
    )
    ear.act("a better one", lambda: phone.answer(birth_date=BORN, pin=PIN).press("Velg PIN-koden"))
    ear.act("the telephone is her own", lambda: phone.answer(own="yes").press("Gå videre"))
    ear.act("opens the proposal", lambda: phone.go(f"/min-side/forslag/{proposal}"))
    yes = ear.act("says yes", lambda: phone.press("Ja, jeg vil"))
    say(ear)
    assert wrong.focus.startswith("alert «"), "the errors have focus"
    assert "for lett å gjette" in wrong.focus
    assert "Nå får arbeidsgiveren vite hvem du er" in yes.focus


def test_an_employee_answers_a_criterion(world: World) -> None:
    organisation = verified_organisation(world.session)
    answering_case(world.session, organisation, leader_of(world.session, organisation))
    area = f"/arbeidsgiver/{organisation.orgnr}/sak/omrade/GRU"
    jonas = world.signed_in(employee_of(world.session, organisation))
    ear = Ear(jonas)
    ear.act("opens an area", lambda: jonas.go(area))
    chosen = ear.act("answers, which saves itself", lambda: answer_and_wait(jonas))
    saved = ear.act("presses «Lagre»", lambda: jonas.press("Lagre"))
    say(ear)
    assert any("Lagret" in one for one in chosen.told)
    assert "Svarene er lagret." in saved.focus


def test_a_counsellor_finds_a_place_and_proposes_it(world: World) -> None:
    vera = counsellor(world.session, name="Vera Lund")
    person, title = str(make.candidate(world.session, vera).id), published(world.session).title
    desk = world.signed_in(vera)
    ear = Ear(desk)
    ear.act("opens the candidate's places", lambda: desk.go(f"/veileder/kandidater/{person}/plasser"))
    ear.act("opens one", lambda: desk.follow(title))
    proposed = ear.act("proposes it", lambda: desk.press("Foreslå plassen"))
    say(ear)
    assert "Plassen er foreslått" in proposed.focus


def test_someone_searches_among_the_jobs(world: World) -> None:
    published(world.session)
    world.session.commit()
    anyone = world.somebody("Anyone")
    ear = Ear(anyone)
    ear.act("opens the list", lambda: anyone.go("/stillinger"))
    found = ear.act("chooses a kind", lambda: choose_and_wait(anyone))
    say(ear)
    assert found.told, "how many there are is told where the person stands"


@pytest.mark.parametrize(
    ("heard", "silent"),
    [
        (Heard("presses", None, "", ()), True),
        (Heard("presses", "Takk – Plass", "", ()), False),
        (Heard("presses", None, "status «Lagret.»", ()), False),
        (Heard("presses", None, "", ("Lagret.",)), False),
    ],
)
def test_an_act_that_says_nothing_would_be_heard_to(heard: Heard, silent: bool) -> None:
    assert heard.is_silent is silent


def answer_and_wait(jonas: Visitor) -> None:
    """Answer, and wait until the page has told that it is saved."""
    jonas.answer(**{"GRU-3-value": "met"})
    expect(jonas.page.locator("#kunngjoring")).to_contain_text("Lagret")


def choose_and_wait(anyone: Visitor) -> None:
    """Choose a kind, and wait until the results are there."""
    anyone.answer(type="permanent_job")
    expect(anyone.page).to_have_url(re.compile("type=permanent_job"))
    expect(anyone.page.locator("#kunngjoring")).not_to_be_empty()


def say(ear: Ear) -> None:
    """Print what was heard, and fail on silence."""
    sys.stdout.write("\n".join(["", *map(str, ear.heard), ""]))
    assert [one.act for one in ear.heard if one.is_silent] == []
