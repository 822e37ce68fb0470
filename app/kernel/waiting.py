"""What waits for somebody: one kind of row for every audience, and the order in which the rows stand.

A row names a person or a case, says one verb, and tells how long. Each subject makes its own rows (`waiting.py` in its
folder); the first page of an audience puts them together. Offices are open-plan: a row never says what somebody needs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from flask import request
from flask_babel import LazyString

from ground.dates import NORWAY
from matching.records.tables.candidate import Candidate

MOST_AT_FIRST = 7
"""So many rows stand on the first page; the others are one press away."""
MOST_OF_A_KIND = 100
"""So many of each kind are asked for at most: the most urgent come first, and the rest come when these are done."""
ALL = "alle"


@dataclass(frozen=True)
class Waiting:
    """One thing to do: for whom or what (`about`), where, the one verb that leads on, and how long it has waited.

    `key` is the person or the case, of which only the most urgent thing stands. `due` is the day on which it should be
    done, `since` the moment from which somebody waits for the reader. `keeper` is whose it is, where it is a
    colleague's. `candidate` is whose name the row shows, for the log of looks.
    """

    key: str
    about: str
    verb: LazyString | str
    url: str
    where: str = ""
    due: date | None = None
    since: datetime | None = None
    keeper: str = ""
    candidate: Candidate | None = None


def key_of(candidate: Candidate) -> str:
    """Under which a person's things are one row, whichever subject they come from."""
    return f"candidate {candidate.id}"


def in_order(rows: Iterable[Waiting], today: date) -> list[Waiting]:
    """The rows as they should be done, one for each person or case.

    First what breaks a deadline or touches today or tomorrow, then those somebody waits for, the longest first, then
    what has a later day, then the rest. What colleagues have not got round to comes after all that is the reader's own.
    """

    def urgency(row: Waiting) -> tuple[object, ...]:
        if is_urgent(row, today):
            place, day = 0, row.due or today
        elif row.since is not None:
            place, day = 1, day_of(row.since)
        else:
            place, day = 2, row.due or date.max
        since = row.since.isoformat() if row.since else ""
        return bool(row.keeper), place, day, row.about, row.url, row.key, str(row.due), since

    first_of_each: dict[str, Waiting] = {}
    for row in sorted(rows, key=urgency):
        first_of_each.setdefault(row.key, row)
    return list(first_of_each.values())


def is_urgent(row: Waiting, today: date) -> bool:
    """Whether its day is past, or is today or tomorrow."""
    return row.due is not None and row.due <= today + timedelta(days=1)


class When(StrEnum):
    """How a row stands in time: what its words say, and what stands out."""

    LATE = "late"
    TODAY = "today"
    TOMORROW = "tomorrow"
    WAITED = "waited"
    LATER = "later"
    ANY_TIME = "any_time"


@dataclass(frozen=True)
class ShownRow:
    """A row and how it stands in time; `days` it is late, or somebody has waited."""

    row: Waiting
    when: When
    days: int = 0


@dataclass(frozen=True)
class WaitingList:
    """The rows that are shown, and how many there are in all."""

    shown: tuple[ShownRow, ...] = ()
    total: int = 0

    @property
    def candidates(self) -> list[Candidate]:
        """Whose names are shown."""
        return [one.row.candidate for one in self.shown if one.row.candidate is not None]

    @property
    def has_more(self) -> bool:
        """Whether some are left out."""
        return self.total > len(self.shown)

    @property
    def may_be_shorter(self) -> bool:
        """Whether more stand there than at first."""
        return len(self.shown) > MOST_AT_FIRST


NOTHING_WAITS = WaitingList()


def waiting_list(rows: Iterable[Waiting], today: date) -> WaitingList:
    """What waits, in order: the first seven, or all when the reader asks for them (`?vis=alle`)."""
    ordered = in_order(rows, today)
    everything = request.args.get("vis") == ALL
    shown = ordered if everything else ordered[:MOST_AT_FIRST]
    return WaitingList(tuple(_shown(row, today) for row in shown), len(ordered))


def day_of(moment: datetime) -> date:
    """The date of a moment in Norway."""
    return moment.astimezone(NORWAY).date()


def _shown(row: Waiting, today: date) -> ShownRow:
    if row.due is not None and row.due < today:
        return ShownRow(row, When.LATE, (today - row.due).days)
    if row.due is not None and is_urgent(row, today):
        return ShownRow(row, When.TODAY if row.due == today else When.TOMORROW)
    if row.since is not None:
        return ShownRow(row, When.WAITED, (today - day_of(row.since)).days)
    return ShownRow(row, When.LATER if row.due else When.ANY_TIME)
