"""The 21 municipalities as tiles of one size, each about where it lies: small ones are seen as well as large."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from register.organisations.municipalities import municipality_name

MAP = """
    .    .    .  3242    .
 3236 3234 3238  3240    .
    . 3232 3230  3209 3228
 3201 Oslo 3222  3205 3226
 3203 3212 3224  3220    .
    . 3214 3207     .    .
    . 3216 3218     .    .
"""
"""Where each municipality lies, north upwards. Oslo belongs to another county, and stands there to be found by."""

NOBODY, OSLO = ".", "Oslo"
PITCH, SIDE = 100, 96
"""From one tile to the next, and how wide a tile is."""

INSET, APART = 4, 12
"""How far from a tile's edge its stripes end, and how far they stand apart."""

LEVELS = (5, 10, 20, 50)
"""From which number on a tile has the next stronger colour."""

Told = tuple[int, int]
"""What the table tells of a municipality: a step, both ends among it, or a number that is told exactly, twice."""


@dataclass(frozen=True)
class Square:
    """One tile as a place on the map, in columns from the west and rows from the north."""

    code: str
    column: int
    row: int

    @property
    def x(self) -> int:
        """Its left edge."""
        return self.column * PITCH + (PITCH - SIDE) // 2

    @property
    def y(self) -> int:
        """Its upper edge."""
        return self.row * PITCH + (PITCH - SIDE) // 2


@dataclass(frozen=True)
class Tile:
    """One municipality: where, its name in the lines in which it fits, and what is told of it (None: not shown)."""

    square: Square
    name: tuple[str, ...]
    told: Told | None
    level: int
    striped: bool


@dataclass(frozen=True)
class TileMap:
    """Everything the template draws."""

    tiles: tuple[Tile, ...]
    oslo: Square
    width: int
    height: int
    side: int
    stripes: str

    @property
    def has_stripes(self) -> bool:
        """Is anything told in a wider step than usual?"""
        return any(tile.striped for tile in self.tiles)

    @property
    def has_hidden(self) -> bool:
        """Is there a municipality of which nothing is told?"""
        return any(tile.told is None for tile in self.tiles)


def tile_map(told: Mapping[str, Told | None], *, usual: int = 1, levels: Sequence[int] = LEVELS) -> TileMap:
    """The map of what a table tells, by municipality number. A step of more numbers than usual is striped."""
    every = squares()
    tiles = tuple(_tile(one, told.get(one.code), usual, levels) for one in every if one.code != OSLO)
    return TileMap(
        tiles,
        oslo=next(one for one in every if one.code == OSLO),
        width=PITCH * (max(one.column for one in every) + 1),
        height=PITCH * (max(one.row for one in every) + 1),
        side=SIDE,
        stripes=_stripes(SIDE),
    )


@cache
def squares() -> tuple[Square, ...]:
    """Where everything lies, row by row."""
    rows = [line.split() for line in MAP.strip().splitlines()]
    return tuple(
        Square(code, column, row)
        for row, codes in enumerate(rows)
        for column, code in enumerate(codes)
        if code != NOBODY
    )


def _tile(square: Square, told: Told | None, usual: int, levels: Sequence[int]) -> Tile:
    return Tile(
        square,
        _lines(municipality_name(square.code)),
        told,
        level=bisect_right(levels, told[0]) if told else 0,
        striped=told is not None and told[1] - told[0] + 1 > usual,
    )


def _lines(name: str) -> tuple[str, ...]:
    """Two lines for a name of two words."""
    return tuple(name.replace("-", "- ").split())


def _stripes(side: int) -> str:
    """Slanting lines over a square, each from edge to edge: a pattern would need an id, one on the whole page."""
    first, last = INSET, side - INSET
    ends = (
        (max(first, at - last), min(at - first, last), min(at - first, last), max(first, at - last))
        for at in range(2 * first + APART, 2 * last, APART)
    )
    return "".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in ends)
