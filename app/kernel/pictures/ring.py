"""A ring of equal parts, each done, begun or still to do: the areas of a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

SIZE = 200
OUTER, INNER = 98.0, 62.0
GAP = 3.0
"""Between two parts, measured along the middle of the ring, so that it is as wide whatever their number."""


class PartState(StrEnum):
    """How far one part has come."""

    DONE = "done"
    BEGUN = "begun"
    TODO = "todo"


@dataclass(frozen=True)
class Part:
    """One part: its whole outline, and what of it is filled: all, the inner half, or nothing."""

    state: PartState
    outline: str
    filled: str


@dataclass(frozen=True)
class Ring:
    """Everything the template draws."""

    parts: tuple[Part, ...]
    done: int
    begun: int
    size: int = SIZE

    @property
    def todo(self) -> int:
        """How many parts are not begun."""
        return len(self.parts) - self.done - self.begun


def ring(states: Sequence[str]) -> Ring:
    """The parts clockwise from the top, in the order of the list beside them."""
    found = [PartState(state) for state in states]
    return Ring(
        tuple(_part(number, len(found), state) for number, state in enumerate(found)),
        done=found.count(PartState.DONE),
        begun=found.count(PartState.BEGUN),
    )


def _part(number: int, of: int, state: PartState) -> Part:
    outline = _arc(number, of, INNER, OUTER)
    filled = {
        PartState.DONE: outline,
        PartState.BEGUN: _arc(number, of, INNER, (INNER + OUTER) / 2),
        PartState.TODO: "",
    }
    return Part(state, outline, filled[state])


def _arc(number: int, of: int, inner: float, outer: float) -> str:
    """A piece of the ring. One part alone keeps its gap too: an arc that ends where it begins is not drawn."""
    gap = GAP / ((INNER + OUTER) / 2)
    begin, end = 2 * pi * number / of + gap / 2, 2 * pi * (number + 1) / of - gap / 2
    large = int(end - begin > pi)
    return (
        f"M{_at(begin, outer)}A{outer:g} {outer:g} 0 {large} 1 {_at(end, outer)}"
        f"L{_at(end, inner)}A{inner:g} {inner:g} 0 {large} 0 {_at(begin, inner)}Z"
    )


def _at(angle: float, radius: float) -> str:
    middle = SIZE / 2
    return f"{middle + radius * sin(angle):.1f} {middle - radius * cos(angle):.1f}"
