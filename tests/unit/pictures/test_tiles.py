"""The map of tiles: every municipality once, about where it lies, and nothing but what the table tells."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.pictures.tiles import OSLO, Square, Told, squares, tile_map
from matching.progress.rules.steps import WIDTHS, stepped
from register.organisations.municipalities import are_neighbours, municipalities

NUMBERS = [one.number for one in municipalities()]
BY_NAME = {one.name: one.number for one in municipalities()}
APART_ON_THE_MAP = {frozenset({"Nittedal", "Lillestrøm"})}
"""The only neighbours whose tiles do not touch: Lørenskog and Gjerdrum stand between them."""

COUNTS = st.fixed_dictionaries({number: st.integers(0, 120) for number in NUMBERS})


def places() -> dict[str, Square]:
    return {one.code: one for one in squares()}


def at(name: str) -> Square:
    return places()[BY_NAME[name]]


def test_every_municipality_has_one_tile_and_no_two_the_same_place() -> None:
    assert sorted(one.code for one in squares()) == sorted([*NUMBERS, OSLO])
    assert len({(one.column, one.row) for one in squares()}) == len(squares())


def test_neighbours_touch_by_a_side_or_a_corner() -> None:
    found = {
        frozenset({one.name, other.name})
        for one in municipalities()
        for other in municipalities()
        if are_neighbours(one.number, other.number)
        and max(abs(at(one.name).column - at(other.name).column), abs(at(one.name).row - at(other.name).row)) > 1
    }
    assert found == APART_ON_THE_MAP


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("Hurdal", "Eidsvoll"), ("Eidsvoll", "Ullensaker"), ("Ullensaker", "Lillestrøm"), ("Lillestrøm", "Enebakk"),
        ("Lunner", "Nittedal"), ("Bærum", "Asker"), ("Nesodden", "Frogn"), ("Frogn", "Vestby"), ("Nordre Follo", "Ås"),
    ],
)  # fmt: skip
def test_north_is_upwards(north: str, south: str) -> None:
    assert at(north).row < at(south).row


@pytest.mark.parametrize(
    ("west", "east"),
    [
        ("Bærum", "Lørenskog"), ("Asker", "Nesodden"), ("Jevnaker", "Lunner"), ("Lunner", "Eidsvoll"), ("Frogn", "Ås"),
        ("Lillestrøm", "Aurskog-Høland"), ("Ullensaker", "Nes"), ("Lørenskog", "Lillestrøm"),
    ],
)  # fmt: skip
def test_west_is_to_the_left(west: str, east: str) -> None:
    assert at(west).column < at(east).column


def test_a_name_of_two_words_has_two_lines() -> None:
    names = {tile.square.code: tile.name for tile in tile_map({}).tiles}
    assert names[BY_NAME["Aurskog-Høland"]] == ("Aurskog-", "Høland")
    assert names[BY_NAME["Nordre Follo"]] == ("Nordre", "Follo")
    assert names[BY_NAME["Ås"]] == ("Ås",)


@pytest.mark.parametrize(
    ("told", "level", "striped"),
    [
        ((0, 4), 0, False), ((5, 9), 1, False), ((10, 14), 2, False), ((20, 24), 3, False), ((50, 54), 4, False),
        ((0, 9), 0, True), ((10, 19), 2, True), ((0, 99), 0, True), (None, 0, False),
    ],
)  # fmt: skip
def test_colour_is_of_where_the_step_begins_and_stripes_say_that_it_is_wider(
    told: Told | None, level: int, *, striped: bool
) -> None:
    (tile,) = (one for one in tile_map({"3205": told}, usual=5).tiles if one.square.code == "3205")
    assert (tile.told, tile.level, tile.striped) == (told, level, striped)


def test_a_number_that_is_told_exactly_is_not_striped() -> None:
    assert not tile_map(dict.fromkeys(NUMBERS, (7, 7))).has_stripes


def test_whatever_stands_in_no_table_is_not_shown() -> None:
    assert tile_map({}).has_hidden
    assert not tile_map(dict.fromkeys(NUMBERS, (0, 4)), usual=5).has_hidden


@given(COUNTS, st.sampled_from(WIDTHS), st.data())
def test_counts_that_are_published_alike_make_the_same_map(
    counts: Mapping[str, int], width: int, data: st.DataObject
) -> None:
    others = {
        number: data.draw(st.integers(count - count % width, count - count % width + width - 1))
        for number, count in counts.items()
    }
    assert tile_map(stepped(counts, width).cells, usual=5) == tile_map(stepped(others, width).cells, usual=5)


def test_every_stripe_ends_inside_its_tile() -> None:
    drawn = tile_map({})
    numbers = [int(one) for one in drawn.stripes.replace("M", " ").replace("L", " ").split()]
    assert numbers
    assert all(0 < one < drawn.side for one in numbers)
