"""A few hundred hostile inputs, so that `make fuzz` is known to work: it goes to every page, and sees what is wrong."""

from collections.abc import Iterator

import pytest
from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from app.kernel.audiences import access_of
from app.kernel.database import session
from ground.act import Act
from register.people.models import User
from tests.factories.register import person
from tests.fuzz.doors import Door, all_doors
from tests.fuzz.run import fuzz
from tests.fuzz.values import ELSEWHERE, Sent, sent_of, shown_as_it_is
from tests.fuzz.walk import Broken, Walker
from tests.fuzz.world import World
from tests.support.world import NOON

INPUTS = 200
SEED = 20261129
PAGE, POSTED = "public.privacy", "auth.sign_out"

pytestmark = [pytest.mark.strange_mails("what is hostile ends in mails too")]


@pytest.fixture
def world(app: Flask) -> Iterator[World]:
    made = World(app)
    with made.running():
        yield made
    app.extensions["statements"].told()  # a county of all that can be and hostile sizes: no budget is set for it


@pytest.mark.slow
def test_hostile_input_to_any_page_is_answered_and_leaves_nothing_half_done(world: World) -> None:
    doors = all_doors(world, deep=False)
    walker = Walker(world, doors)
    assert [fault.sign for fault in fuzz(walker, doors, seed=SEED, inputs=INPUTS)] == []
    assert walker.inputs >= INPUTS
    assert {200, 302, 404} <= walker.statuses.keys(), "some come in, some do not"
    reached = {door.endpoint for door in doors}
    pages = {rule.endpoint for rule in world.app.url_map.iter_rules() if access_of(world.app, rule.endpoint)}
    assert pages - reached == set(), "no page is left out"
    fields = {(door.endpoint, name) for door in doors if door.method == "POST" for name, _ in door.fields}
    assert {("candidate.proposal_no", "reason"), ("county.gathering_attendance", "attended")} <= fields


def door_of(world: World, endpoint: str, method: str) -> Door:
    rule = next(rule for rule in world.app.url_map.iter_rules() if rule.endpoint == endpoint)
    return Door("leader", method, endpoint, rule.rule, ())


def sign_of(world: World, *steps: Sent) -> str:
    with pytest.raises(Broken) as broken:
        Walker(world, ()).walk(steps)
    assert [sent_of(step.as_line()) for step in broken.value.fault.steps] == list(steps), "a recipe can be read again"
    return broken.value.fault.sign


def test_it_sees_a_crash_and_says_where(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(world.app.view_functions, PAGE, lambda: int(request.args["side"]))
    step = shown_as_it_is(door_of(world, PAGE, "GET"))
    assert "GET public.privacy: 500" in sign_of(world, Sent(**{**vars(step), "query": "side=x"}))


def test_it_sees_a_half_state(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def keeps_and_refuses() -> tuple[str, int]:
        person(session())
        session().commit()
        return "no", 409

    monkeypatch.setitem(world.app.view_functions, POSTED, keeps_and_refuses)
    step = Sent("leader", "POST", "/logg-ut", "", (), "", "")
    assert sign_of(world, step) == "POST auth.sign_out: 409, and yet something is kept in ['user_account']"


def test_it_sees_a_text_that_is_too_long_which_sqlite_keeps_and_postgresql_refuses(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keeps_too_much() -> str:
        session().add(User(email="lang@plass.test", name="å" * 300, created_at=Act(session(), None, NOON).now))
        return "yes"

    monkeypatch.setitem(world.app.view_functions, POSTED, keeps_too_much)
    sign = sign_of(world, Sent("leader", "POST", "/logg-ut", "", (), "", ""))
    assert sign == "user_account.name: 300 letters, not 200" or "500 Internal Server Error DataError" in sign


def test_it_sees_a_link_to_the_host_of_a_header(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def leads_away() -> Response:
        return redirect(request.host_url)

    monkeypatch.setitem(world.app.view_functions, PAGE, leads_away)
    step = Sent("", "GET", "/personvern", "", (("Host", ELSEWHERE),), "", "")
    assert "leads to the host" in sign_of(world, step)


def test_everything_begins_again_as_it_was(world: World) -> None:
    before = world.rows()
    doors = all_doors(world, deep=False)
    for _ in fuzz(Walker(world, doors), doors, seed=1, inputs=30):
        pass
    world.begin_again()
    assert world.rows() == before
