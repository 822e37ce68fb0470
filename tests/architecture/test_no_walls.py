"""No button leads to a wall: what a page offers is asked of the function by which the service refuses.

Every persona walks from the first screen, opens what is linked and presses every button there is, in a county where
things stand in all their states. See `tests/support/walls.py` for what a wall is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from flask import Flask, flash, redirect, render_template_string
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.kernel.context import services
from ground.errors import EditedMeanwhile
from register.people.models import User
from tests.factories import standings
from tests.factories.standings import Standing
from tests.fuzz.world import World
from tests.support.walls import Presser
from tests.support.world import StoppedClock

pytestmark = [pytest.mark.strange_mails("buttons that ask for a text are given any")]

PUBLIC = ("leader", "newcomer")
"""The pages that are alike for all are walked by these."""
NOT_PUBLIC = ("auth.", "candidate.", "certifier.", "counsellor.", "county.", "employer.", "office.")


@dataclass
class Walked:
    """What all personas of a world have met."""

    walls: list[str] = field(default_factory=list)
    pages: int = 0
    presses: int = 0

    def add(self, presser: Presser) -> None:
        """One more has walked."""
        self.walls += [f"{sign} ({wall.address})" for sign, wall in presser.walls.items()]
        self.pages += sum(map(len, presser.opened.values()))
        self.presses += sum(presser.pressed.values())


def world_with(
    app: Flask, made: Callable[[Session], Mapping[str, Standing]] | None
) -> tuple[World, dict[str, Standing]]:
    """A county, and those who stand at each turn in it, a little after all of it was made."""
    found: dict[str, Standing] = {}

    def people(session: Session) -> Mapping[str, User]:
        found.update(made(session) if made else {})
        return {name: one.user for name, one in found.items()}

    world = World(app, people)
    with app.app_context():
        clock = services().clock
    assert isinstance(clock, StoppedClock)
    clock.forward(minutes=5)
    return world, found


@pytest.fixture(autouse=True)
def _no_budget(app: Flask) -> Iterator[None]:
    """How many statements a page may send and what templates ask is judged elsewhere, where less is shown at once."""
    yield
    app.extensions["statements"].told()
    app.extensions["rendering"].told()


@pytest.mark.slow
def test_nobody_of_the_county_meets_a_wall(app: Flask) -> None:
    world, _ = world_with(app, None)
    walked = Walked()
    for name in world.personas:
        walked.add(Presser(world, name, about=("",) if name in PUBLIC else NOT_PUBLIC).walk())
    assert walked.walls == []
    assert walked.pages >= 500
    assert walked.presses >= 270


@pytest.mark.slow
@pytest.mark.parametrize(
    ("made", "pages", "presses"),
    [(standings.employers, 250, 220), (standings.young_people, 300, 200), (standings.county, 250, 110)],
)
def test_nobody_meets_a_wall_however_it_stands(
    app: Flask, made: Callable[[Session], Mapping[str, Standing]], pages: int, presses: int
) -> None:
    world, found = world_with(app, made)
    walked = Walked()
    for name, standing in found.items():
        walked.add(Presser(world, name, about=standing.about).walk())
    assert walked.walls == []
    assert walked.pages >= pages
    assert walked.presses >= presses


OFFERS = """<!doctype html><html lang="nb"><title>Plantet</title><main><h1>Plantet</h1>
<form method="post" action="/konto/logg-ut-overalt"><input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<button class="ds-button">Trykk</button></form><a href="/fylket/brukere">Brukere</a><a href="/fylket/jobber">Jobber</a>
</main></html>"""
TELLS = "{% include 'components/flash.html' %}<main><h1>Jobber</h1><p>Du kan ikke se jobbene.</p></main>"


def refuses_with_a_page() -> Response:
    raise EditedMeanwhile


def refuses_with_a_message() -> Response:
    flash("Det går ikke.", "danger")
    return redirect("/fylket/jobber")


@pytest.mark.parametrize(
    ("refuses", "met"), [(refuses_with_a_page, "409"), (refuses_with_a_message, "told: Feil: Det går ikke.")]
)
def test_a_wall_that_is_planted_is_found(
    app: Flask, monkeypatch: pytest.MonkeyPatch, refuses: Callable[[], Response], met: str
) -> None:
    """The known bad examples: a button that is refused, a link to a page for others, a page that only says no."""
    world, _ = world_with(app, None)
    monkeypatch.setitem(app.view_functions, "county.front", lambda: render_template_string(OFFERS))
    monkeypatch.setitem(app.view_functions, "county.jobs", lambda: render_template_string(TELLS))
    monkeypatch.setitem(app.view_functions, "auth.sign_out_everywhere", refuses)
    before = world.rows()
    walls = Presser(world, "analyst", about=("auth.home", "county.front", "county.users", "county.jobs")).walk().walls
    signs = sorted(walls)
    assert any(sign.startswith(f"analyst: «Trykk» on county.front → {met}") for sign in signs), signs
    assert any("«Brukere» on county.front → 403" in sign for sign in signs), signs
    assert any("«Jobber» on county.front → nothing to do: Du kan ikke se jobbene" in sign for sign in signs), signs
    assert world.rows() == before, "all is as it was"
