"""A curve over months as coordinates, and the path on from there to a goal; the page tells the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ground.dates import months_between

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 64, 40, 28, 32
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
MOST_GRID_LINES = 5
NAMED_MONTHS = 4


@dataclass(frozen=True)
class Point:
    """One month on the curve."""

    x: float
    y: float
    day: date
    value: int


@dataclass(frozen=True)
class GridLine:
    """A horizontal line with its number."""

    y: float
    value: int


@dataclass(frozen=True)
class Goal:
    """What is to be reached, and by when."""

    number: int
    by: date


@dataclass(frozen=True)
class Curve:
    """Everything the template draws. `goal` is where the path ends, where there is one."""

    points: tuple[Point, ...]
    grid: tuple[GridLine, ...]
    goal: Point | None = None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT

    @property
    def path(self) -> str:
        """The points of an SVG polyline."""
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)

    @property
    def area(self) -> str:
        """The points of the area under the line."""
        base = HEIGHT - BOTTOM
        return f"{self.points[0].x:.1f},{base} {self.path} {self.points[-1].x:.1f},{base}"

    @property
    def last(self) -> Point:
        """Where the line has come."""
        return self.points[-1]

    @property
    def named_months(self) -> tuple[Point, ...]:
        """The months that are named under the axis, far enough apart to be read.

        With a path these are its ends and where it begins, as long as they stand apart; else about four, the last among
        them.
        """
        if self.goal is None:
            every = max(1, -(-len(self.points) // NAMED_MONTHS))
            return tuple(reversed(tuple(reversed(self.points))[::every]))
        apart = (self.right - self.left) / NAMED_MONTHS
        middle = [self.last] if self.last.x - self.left > apart and self.goal.x - self.last.x > apart else []
        return (self.points[0], *middle, self.goal)


def curve(values: Sequence[tuple[date, int]], goal: Goal | None = None) -> Curve | None:
    """The curve of values at the ends of months that follow each other; None for fewer than two, which make no line.

    The path is drawn where the goal lies ahead: later than the last month, and higher than its value.
    """
    if len(values) < 2:  # a line has two ends
        return None
    last_day, last_value = values[-1]
    ahead = goal if goal and months_between(last_day, goal.by) > 0 and goal.number > last_value else None
    highest = max([1, ahead.number if ahead else 0, *(value for _, value in values)])
    step = next((one for one in STEPS if highest <= one * MOST_GRID_LINES), STEPS[-1])
    top = step * -(-highest // step)
    first = values[0][0]
    whole = months_between(first, ahead.by if ahead else last_day)

    def point(day: date, value: int) -> Point:
        x = LEFT + (WIDTH - LEFT - RIGHT) * months_between(first, day) / whole
        return Point(x, TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top), day, value)

    points = tuple(point(day, value) for day, value in values)
    grid = tuple(GridLine(point(first, value).y, value) for value in range(0, top + 1, step))
    return Curve(points, grid, point(ahead.by, ahead.number) if ahead else None)
