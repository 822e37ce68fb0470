"""A picture as it is written: it tells no more than its table, hangs on no id, and is read out as its words say."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from bs4 import Tag
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from matching.progress.rules.steps import WIDTHS, stepped
from register.organisations.municipalities import municipalities
from tests.factories.openings import published
from tests.factories.placements import Trio, trio
from tests.support.client import PageClient
from tests.support.pages import parsed
from tests.support.world import StoppedClock

NUMBERS = [one.number for one in municipalities()]
COUNTS = st.fixed_dictionaries({number: st.integers(0, 120) for number in NUMBERS})
Told = Mapping[str, tuple[int, int] | None]


def drawn(app: Flask, name: str, *arguments: object, **named: object) -> str:
    """What a macro of the kit writes, in bokmål."""
    with app.test_request_context():
        macro: Callable[..., str] = getattr(app.jinja_env.get_template("components/picture.html").module, name)
        return str(macro(*arguments, **named))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COUNTS, st.sampled_from(WIDTHS), st.data())
def test_counts_that_are_published_alike_look_alike_to_the_last_byte(
    app: Flask, counts: Mapping[str, int], width: int, data: st.DataObject
) -> None:
    lows = {number: count - count % width for number, count in counts.items()}
    others = {number: data.draw(st.integers(low, low + width - 1)) for number, low in lows.items()}
    first, second = (drawn(app, "tile_map", stepped(one, width).cells, "Kart", usual=5) for one in (counts, others))
    assert first == second
    assert drawn(app, "tile_map", stepped(counts, width).cells, "Et annet kart", usual=5) != first


def test_what_is_not_shown_is_a_dash_and_never_a_number(app: Flask) -> None:
    told: Told = {**dict.fromkeys(NUMBERS, (0, 4)), "3205": None}
    page = parsed(drawn(app, "tile_map", told, "Kart", usual=5))
    (tile,) = page.select(".tile-hidden")
    assert tile.select_one(".tile-number").get_text() == "–"  # type: ignore[union-attr]  # each tile has one
    assert "Strek: tallet er ikke vist." in page.get_text()
    assert "Stripet" not in page.get_text()


def test_a_wider_step_is_striped_and_it_is_said_what_stripes_mean(app: Flask) -> None:
    told: Told = {**dict.fromkeys(NUMBERS, (0, 4)), "3205": (10, 19)}
    page = parsed(drawn(app, "tile_map", told, "Kart", usual=5))
    assert [path.find_parent("g").select_one("text").get_text() for path in page.select(".tile path")] == ["Lillestrøm"]  # type: ignore[union-attr]  # a tile
    assert "Stripet: tallet står i et videre trinn." in page.get_text()


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("tile_map", (dict.fromkeys(NUMBERS, (10, 19)), "Kart")),
        ("ring", (["done", "begun", "todo"], "Ring")),
        ("week_line", ([(1, "held"), (4, "late")], "Uker", 3)),
        ("progress", (3, 5, "Svar")),
        ("progress", (12, 63, "Svar")),
        ("ladder", ([("Utlyst", 12), ("Begynt", 5, "jobber")], "Veien")),
        ("bar", (3, 10)),
    ],
)
def test_a_picture_may_stand_twice_on_a_page_and_is_named_or_passed_over(
    app: Flask, name: str, arguments: tuple[object, ...]
) -> None:
    page = parsed(drawn(app, name, *arguments))
    assert page.select("svg")
    assert page.select("[id], [style]") == []
    for one in page.select("svg.picture"):
        assert one.get("aria-hidden") == "true" or (one.get("role") and one.get("aria-label")), one


def test_few_things_are_cells_that_are_filled_and_many_one_bar(app: Flask) -> None:
    few = parsed(drawn(app, "progress", 3, 5, "Svar"))
    assert [len(few.select(f"rect.{name}")) for name in ("bar-value", "bar-track")] == [3, 2]
    many = parsed(drawn(app, "progress", 12, 48, "Svar"))
    assert [one["width"] for one in many.select("rect.bar-value")] == ["25.0%"]
    assert "12 av 48" in many.get_text()


def test_each_bar_of_the_published_tables_is_as_long_as_its_step_begins(browser: PageClient, history: Trio) -> None:
    browser.get("/fremdrift")
    rows = {
        row.th.get_text(strip=True): row
        for row in browser.page.select("tbody tr")
        if row.td and row.th and row.th.select_one(".bar")
    }
    assert rows["Lillestrøm"].td.get_text(strip=True) == "5–9"  # type: ignore[union-attr]  # as above
    assert rows["Lillestrøm"].select_one(".bar-value")["width"] == "100.0%"  # type: ignore[index]  # it has one
    assert rows["Bærum"].select_one(".bar-value") is None


def tiles(page: Tag) -> dict[str, str]:
    """What each tile of a map says, by its name without spaces."""
    found = {}
    for tile in page.select(".tile:not(.tile-beyond)"):
        *name, number = (one.get_text() for one in tile.select("text"))
        found["".join(name)] = number
    return found


def test_the_map_says_of_each_municipality_what_the_table_says(browser: PageClient, history: Trio) -> None:
    browser.get("/fremdrift")
    found = tiles(browser.page)
    table = {
        row.th.get_text().replace(" ", "").strip(): row.td.get_text(strip=True)
        for row in browser.page.select("tbody tr")
        if row.td and row.th
    }
    assert len(found) == 21
    assert found == {name: table[name] for name in found}
    browser.get("/")
    assert tiles(browser.page) == found


@pytest.fixture
def history(session: Session, clock: StoppedClock) -> Trio:
    """Six who have begun at one workplace in Lillestrøm."""
    first = trio(session, opening=published(session, positions=20))
    first.agree().start()
    again = {"worker": first.worker, "leader": first.leader}
    for number in range(5):
        trio(session, opening=first.opening, first_name=f"Ung {number}", **again).agree().start()
    first.at(date(2027, 4, 10))
    clock.at = first.now
    session.commit()
    return first


def test_the_path_to_the_goal_is_drawn_where_the_programme_has_an_end(
    app: Flask, browser: PageClient, history: Trio, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.get("/fremdrift")
    assert browser.page.select("svg.curve .curve-line")
    assert not browser.page.select(".curve-goal")
    assert "gjenstår" not in browser.text
    known = app.extensions["plass_settings"]
    with_end = known.model_copy(update={"programme_end": date(2028, 12, 31)})
    monkeypatch.setitem(app.extensions, "plass_settings", with_end)
    browser.get("/fremdrift")
    assert len(browser.page.select(".curve-goal")) == 1
    assert "994 jobber gjenstår til 1000 innen 31. desember 2028." in browser.text
    assert "Da må det begynne 48 jobber i måneden." in browser.text  # in 21 months


def test_a_tile_of_the_public_list_leads_to_its_openings_and_keeps_what_else_is_chosen(
    browser: PageClient, session: Session
) -> None:
    published(session)
    published(session)
    session.commit()
    page = browser.get("/stillinger?type=permanent_job")
    (link,) = page.select("a.tile-link")
    assert link["aria-label"] == "Lillestrøm: 2 stillinger"
    assert link.get("aria-current") is None
    chosen = browser.get(str(link["href"]))
    assert [one.get_text(strip=True) for one in chosen.select(".tile-current text")] == ["Lillestrøm", "2"]
    assert chosen.select_one("a.tile-link")["aria-current"] == "true"  # type: ignore[index]  # as before
    assert "type=permanent_job" in str(link["href"])


def test_a_list_without_openings_has_no_map(browser: PageClient) -> None:
    assert not browser.get("/stillinger").select(".tile-map")
