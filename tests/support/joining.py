"""The second attacker: lays what the county can take along beside the public adverts, to tie jobs to workplaces.

It knows what anybody knows who has followed the places month by month: of each advert the workplace, the kind, the
municipality, the sector, whether the employer is certified, when it was put up and when it was gone. Besides, it is
given rows as a reader has them, from pages and files alike. It knows no code of the count: a row is read by what
stands in it, so that a file that comes later is read as those of today are.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from bs4 import BeautifulSoup

FEW = 5
"""A workplace is named by fewer jobs than this: what so many or more have in common tells of nobody."""

NOTICE = timedelta(days=21)
"""So long after an advert is gone somebody begins, as a rule."""

NAMES_OF_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
MONTH = re.compile(rf"(\d{{4}})-(\d\d)(?:-\d\d)?|(?:\d+\.\s)?({'|'.join(NAMES_OF_MONTHS)})[a-z]*\.?\s(\d{{4}})")
STEP = re.compile(r"(\d+)(?:\D(\d+))?")
AS_OF = "as_of"

Row = Mapping[str, str]
Key = tuple[str, str]
"""One thing that is so of a job, as `("kind", "summer_job")`: the name is that of an advert's field."""
Bounds = tuple[int, int]
EVERYWHERE: Key = ("", "")


@dataclass(frozen=True)
class Advert:
    """A paid place as everybody could see it."""

    workplace: str
    kind: str
    municipality: str
    sector: str
    certified: str
    published: date
    gone: date


@dataclass(frozen=True)
class Said:
    """What has been told: from `least` to `most` jobs of which these things are so began between two days."""

    first: date
    last: date
    least: int
    most: int
    about: frozenset[Key]

    def fits(self, advert: Advert) -> bool:
        """Can the place have been taken by one of these jobs?"""
        in_time = advert.published <= self.last and self.first <= advert.gone + NOTICE and advert.gone <= self.last
        return in_time and all(getattr(advert, name) == value for name, value in self.about)


def named_by(said: Iterable[Said], adverts: Sequence[Advert]) -> dict[str, Said]:
    """The workplaces that are alone to fit what is said of a few jobs."""
    found: dict[str, Said] = {}
    for one in said:
        workplaces = {advert.workplace for advert in adverts if one.fits(advert)}
        if one.least >= 1 and one.most < FEW and len(workplaces) == 1:
            found[workplaces.pop()] = one
    return found


@dataclass
class Reader:
    """Keeps all rows of all months, and says what they tell.

    `words` name what is so of an advert, in words or code; `left_out` are words of rows that are about no start: a
    place that is public itself, or an end.
    """

    words: Mapping[str, Key]
    left_out: frozenset[str]
    rows: set[Said] = field(default_factory=set)
    lines: dict[Key, dict[date, Bounds]] = field(default_factory=lambda: defaultdict(dict))

    def read(self, rows: Iterable[Row], *, as_of: date) -> None:
        """The rows of one page or file. What stands there without a month of its own is so as of a day."""
        same: dict[tuple[date, frozenset[Key]], int] = defaultdict(int)
        for row in rows:
            cells = {name: value.strip() for name, value in row.items() if value.strip()}
            about = {self.words[value] for value in cells.values() if value in self.words}
            month = next((one for name, cell in cells.items() if name != AS_OF and (one := _month(cell))), None)
            numbers = [cell for cell in cells.values() if cell not in self.words and not _month(cell)]
            ends = [f"{cells['from']}–{cells['to']}"] if {"from", "to"} <= cells.keys() else reversed(numbers)
            step = next((one for cell in ends if (one := _step(cell))), None)
            if self.left_out & set(cells.values()):
                continue
            if month and about:
                same[month, frozenset(about | _certified(cells))] += step[0] if step else 1
            elif len(about) == 1 and step:
                self.lines[about.pop()][as_of] = step
            elif month and step and len(cells) == 2:  # a month and its total
                self.lines[EVERYWHERE][_end(month)] = step
        for (month, about_all), count in same.items():
            self.rows.add(Said(month, _end(month), count, count, about_all))

    def told(self) -> set[Said]:
        """The rows, and how much the lines of tables have grown from one month to another."""
        return self.rows | {said for name in ("kind", "municipality", "sector") for said in self._grown(name)}

    def _grown(self, name: str) -> Iterator[Said]:
        totals = {day: step[0] for day, step in self.lines[EVERYWHERE].items()}
        lines = {key: line for key, line in self.lines.items() if key[0] == name}
        days = sorted(day for day in totals if lines and all(day in line for line in lines.values()))
        if not days:
            return
        cells = [dict.fromkeys(lines, (0, 0)), *({key: line[day] for key, line in lines.items()} for day in days)]
        begins = [date.min, *(day + timedelta(days=1) for day in days)]
        for first, last, grown in growth(cells, [0, *(totals[day] for day in days)]):
            for key, (least, most) in grown.items():
                yield Said(begins[first], days[last - 1], least, most, frozenset({key}))


def growth(
    months: Sequence[Mapping[Key, Bounds]], totals: Sequence[int]
) -> Iterator[tuple[int, int, dict[Key, Bounds]]]:
    """By how much each line can have grown between each two months, when none becomes less and totals are exact.

    Found by narrowing counts and growths by each other until nothing changes.
    """
    counts = [dict(cells) for cells in months]
    grown = [dict.fromkeys(counts[0], (0, total - before)) for before, total in pairwise(totals)]
    before = None
    while before != (before := (repr(counts), repr(grown))):
        for cells, total in zip(counts, totals, strict=True):
            _sum_to(cells, total)
        for number, (then, now) in enumerate(pairwise(counts)):
            growing = grown[number]
            for key in now:
                growing[key] = _both(growing[key], (now[key][0] - then[key][1], now[key][1] - then[key][0]))
            _sum_to(growing, totals[number + 1] - totals[number])
            for key in now:
                least, most = growing[key]
                now[key] = _both(now[key], (then[key][0] + least, then[key][1] + most))
                then[key] = _both(then[key], (now[key][0] - most, now[key][1] - least))
    for first in range(len(counts)):
        for last in range(first + 1, len(counts)):
            yield (
                first,
                last,
                {
                    key: _both(
                        (sum(one[key][0] for one in grown[first:last]), sum(one[key][1] for one in grown[first:last])),
                        (counts[last][key][0] - counts[first][key][1], counts[last][key][1] - counts[first][key][0]),
                    )
                    for key in counts[0]
                },
            )


def _sum_to(cells: dict[Key, Bounds], total: int) -> None:
    least, most = sum(low for low, _ in cells.values()), sum(high for _, high in cells.values())
    for key, (low, high) in cells.items():
        cells[key] = _both((low, high), (total - (most - high), total - (least - low)))


def _both(one: Bounds, other: Bounds) -> Bounds:
    return max(one[0], other[0]), min(one[1], other[1])


def rows_of(content: str, mimetype: str) -> list[list[Row]]:
    """The tables of a page or a file as rows, each with the names of its columns."""
    if mimetype == "text/csv":
        text = content.removeprefix("\ufeff")
        return [list(csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ","))]
    if mimetype == "application/json":
        return list(_lists_of(json.loads(content)))
    tables = BeautifulSoup(content, "html.parser").select("main table") if mimetype == "text/html" else []
    found = []
    for table in tables:
        names = [cell.get_text(" ", strip=True) for cell in table.select("thead th")]
        lines = [[cell.get_text(" ", strip=True) for cell in row(["th", "td"])] for row in table.select("tbody tr")]
        found.append([dict(zip(names, line, strict=False)) for line in lines])
    return found


def _lists_of(value: object) -> Iterator[list[Row]]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _lists_of(one)
    elif isinstance(value, list):
        yield [{name: str(cell) for name, cell in one.items()} for one in value if isinstance(one, dict)]


def _month(words: str) -> date | None:
    found = MONTH.fullmatch(" ".join(words.split()).casefold())
    if found is None:
        return None
    year, number, name, its_year = found.groups()
    return date(int(year or its_year), int(number or NAMES_OF_MONTHS.index(name) + 1), 1)


def _end(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _step(words: str) -> Bounds | None:
    found = STEP.fullmatch(words)
    return None if found is None else (int(found[1]), int(found[2] or found[1]))


def _certified(cells: Row) -> set[Key]:
    return {("certified", cells[name]) for name in ("Sertifisert", "certified") if name in cells}
