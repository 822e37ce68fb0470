"""The talks of a placement as marks on the week line: no more than the list beneath it tells the same reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.kernel.pictures.weeks import TalkMark
from matching.placements.rules.follow_up_plan import PlannedFollowUp
from matching.records.tables.placement import FollowUp
from matching.records.types import FollowUpState

MOVED = timedelta(days=1)
"""A job of exactly so many weeks ends the day before they have passed, and its talk is on that day."""


@dataclass(frozen=True)
class TalkWeeks:
    """What the week line is drawn of. `now` is None before the start, after the ending, and where the talks count
    their weeks from different days: then there is no one place for today.
    """

    talks: tuple[tuple[int, TalkMark], ...]
    now: float | None


def talk_weeks(
    talks: Sequence[FollowUp | PlannedFollowUp], *, started_on: date | None, today: date, tells_late: bool
) -> TalkWeeks:
    """The marks of some talks; `tells_late`: the reader is told of talks that should have been held."""
    marks = {talk.week: _mark(talk, today, tells_late) for talk in sorted(talks, key=lambda one: one.due_on)}
    first_ahead = next((week for week, mark in marks.items() if mark is TalkMark.AHEAD), None)
    if first_ahead is not None and started_on is not None:
        marks[first_ahead] = TalkMark.NEXT
    one_beginning = started_on is not None and all(
        abs(talk.due_on - started_on - timedelta(weeks=talk.week)) <= MOVED for talk in talks
    )
    now = (today - started_on).days / 7 if started_on is not None and one_beginning else None
    return TalkWeeks(tuple(sorted(marks.items())), now)


def _mark(talk: FollowUp | PlannedFollowUp, today: date, tells_late: bool) -> TalkMark:
    if isinstance(talk, PlannedFollowUp):
        return TalkMark.AHEAD
    if talk.state is FollowUpState.PLANNED:
        return TalkMark.LATE if tells_late and talk.is_late_on(today) else TalkMark.AHEAD
    return TalkMark.HELD if talk.state is FollowUpState.DONE else TalkMark.NOT_HELD
