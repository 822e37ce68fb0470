"""The demo's calendar: things happen in order of time, and one thing leads to the next, until today."""

import heapq
import itertools
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

HISTORY = timedelta(days=548)
"""A year and a half."""

STILL_OPEN = timedelta(days=28)
"""What nobody has got round to yet, lies no longer back than this."""

BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)
Happening = Callable[[], object]


@dataclass
class Timeline:
    """A queue of happenings. The same load date gives the same history: all chance comes from `chance`."""

    session: Session
    today: date
    chance: random.Random = field(default_factory=lambda: random.Random("plass"))  # noqa: S311  # no secret hangs on it
    now: datetime = BEFORE_ALL
    _queue: list[tuple[datetime, int, Happening]] = field(default_factory=list)
    _order: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def first_day(self) -> date:
        """The first day of the history."""
        return self.today - HISTORY

    @property
    def day(self) -> date:
        """The day on which things happen now."""
        return self.now.date()

    @property
    def is_recent(self) -> bool:
        """Whether what happens now may still be unanswered today."""
        return self.today - self.day <= STILL_OPEN

    def at(self, day: date, happening: Happening) -> None:
        """Let something happen on a day in office hours; what lies after today never happens."""
        if day <= self.today:
            moment = datetime.combine(day, time(8), UTC) + timedelta(minutes=self.chance.randrange(360))
            heapq.heappush(self._queue, (moment, next(self._order), happening))

    def after(self, days: int, happening: Happening) -> None:
        """Let something happen so many days from now."""
        self.at(self.day + timedelta(days=days), happening)

    def between(self, fewest: int, most: int) -> int:
        """A number of days."""
        return self.chance.randint(fewest, most)

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.chance.random() < share

    def run(self) -> None:
        """Let everything happen, up to this morning."""
        end = datetime.combine(self.today, time(7), UTC)
        while self._queue:
            moment, _, happening = heapq.heappop(self._queue)
            self.now = min(moment, end)
            happening()
        self.now = end
        self.session.flush()

    def new_id(self) -> uuid.UUID:
        """An id that is the same each time the demo is made on the same day."""
        return uuid.UUID(int=self.chance.getrandbits(128), version=4)
