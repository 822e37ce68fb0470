"""A line over months as coordinates for an SVG; the page shows the same numbers in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 40, 20, 32
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
MOST_GRID_LINES = 5
NAMED_MONTHS = 4


@dataclass(frozen=True)
class Point:
    """One month on the chart."""

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
class LineChart:
    """Everything the template draws."""

    points: tuple[Point, ...]
    grid: tuple[GridLine, ...]
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
        """The months that are named under the axis: about four, the last among them, far enough apart to be read."""
        every = max(1, -(-len(self.points) // NAMED_MONTHS))
        return tuple(reversed(tuple(reversed(self.points))[::every]))


def line_chart(values: Sequence[tuple[date, int]]) -> LineChart | None:
    """The chart of values by month; None for fewer than two months, which make no line."""
    if len(values) < 2:  # a line has two ends
        return None
    highest = max([1, *(value for _, value in values)])
    step = next((one for one in STEPS if highest <= one * MOST_GRID_LINES), STEPS[-1])
    top = step * -(-highest // step)
    inner_width, inner_height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def height_of(value: int) -> float:
        return TOP + inner_height * (1 - value / top)

    points = tuple(
        Point(LEFT + inner_width * number / (len(values) - 1), height_of(value), day, value)
        for number, (day, value) in enumerate(values)
    )
    return LineChart(points, tuple(GridLine(height_of(value), value) for value in range(0, top + 1, step)))
