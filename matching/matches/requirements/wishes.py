"""Is the opening open, and is it the kind, the hours and the times that the candidate wants and can?"""

from datetime import date, time

from ground.dates import MINUTES_IN_DAY
from matching.catalogue.choices import Weekday
from matching.law.young_workers.shifts import Shift, clock_of, minutes_of
from matching.matches.requirements.answers import (
    NOTHING,
    Ask,
    ObstacleCode,
    QuestionCode,
    Requirements,
    could_be_changed,
    stands_in_the_way,
    to_ask,
)
from matching.matches.requirements.cards import CandidateCard, OpeningCard
from matching.records.types import OpeningState

NEXT_MORNING = time(6)
"""A latest end up to this hour means the morning after."""


def check_open(opening: OpeningCard, today: date) -> Requirements:
    """Published, with a position left, and its dates not passed."""
    if opening.state is not OpeningState.PUBLISHED:
        return stands_in_the_way(ObstacleCode.OPENING_NOT_OPEN)
    answer = NOTHING
    if opening.positions_left < 1:
        answer += stands_in_the_way(ObstacleCode.NO_POSITIONS_LEFT)
    if opening.apply_by is not None and opening.apply_by < today:
        answer += stands_in_the_way(ObstacleCode.DEADLINE_PASSED)
    if opening.ends_on is not None and opening.ends_on < today:
        answer += stands_in_the_way(ObstacleCode.OPENING_OVER)
    return answer


def check_kind(candidate: CandidateCard, opening: OpeningCard) -> Requirements:
    """One of the kinds of place that the candidate wants."""
    if candidate.kinds is None:
        return to_ask(QuestionCode.KIND_UNKNOWN, Ask.CANDIDATE)
    if opening.kind in candidate.kinds:
        return NOTHING
    return stands_in_the_way(ObstacleCode.KIND_NOT_WANTED, {"kind": opening.kind.value})


def check_hours(candidate: CandidateCard, opening: OpeningCard) -> Requirements:
    """The hours offered and the hours wanted meet somewhere."""
    answer = NOTHING
    most, fewest = candidate.weekly_minutes_max, candidate.weekly_minutes_min
    asks, offers = opening.weekly_minutes_min, opening.weekly_minutes_max
    if most is None and fewest is None:
        answer += to_ask(QuestionCode.HOURS_UNKNOWN, Ask.CANDIDATE)
    if asks is None and offers is None:
        answer += to_ask(QuestionCode.HOURS_UNKNOWN, Ask.EMPLOYER)
    if most is not None and asks is not None and asks > most:
        answer += could_be_changed(ObstacleCode.HOURS_TOO_MANY, {"asks": asks, "wants": most})
    if fewest is not None and offers is not None and offers < fewest:
        answer += could_be_changed(ObstacleCode.HOURS_TOO_FEW, {"offers": offers, "wants": fewest})
    return answer


def check_times(candidate: CandidateCard, opening: OpeningCard) -> Requirements:
    """The shifts are on days and at hours that the candidate can."""
    if not opening.shifts:
        return NOTHING
    return _check_days(candidate, opening.shifts) + _check_clock(candidate, opening.shifts)


def check_dates(candidate: CandidateCard, opening: OpeningCard) -> Requirements:
    """The candidate is free before the place is over; a later start is something to ask the employer about."""
    free_from = candidate.available_from
    if free_from is None:
        return NOTHING
    if opening.ends_on is not None and free_from > opening.ends_on:
        return stands_in_the_way(ObstacleCode.AVAILABLE_TOO_LATE, {"from": free_from.isoformat()})
    if opening.starts_on is not None and free_from > opening.starts_on:
        return to_ask(QuestionCode.CAN_IT_WAIT, Ask.EMPLOYER, {"from": free_from.isoformat()})
    return NOTHING


def _check_days(candidate: CandidateCard, shifts: tuple[Shift, ...]) -> Requirements:
    if candidate.days is None:
        return to_ask(QuestionCode.DAYS_UNKNOWN, Ask.CANDIDATE)
    asked = {_weekday(shift) for shift in shifts}
    busy = [day.value for day in Weekday if day in asked - candidate.days]
    return could_be_changed(ObstacleCode.DAYS_NOT_FREE, {"days": ",".join(busy)}) if busy else NOTHING


def _check_clock(candidate: CandidateCard, shifts: tuple[Shift, ...]) -> Requirements:
    answer = NOTHING
    if candidate.earliest_start is None and candidate.latest_end is None:
        return to_ask(QuestionCode.TIMES_UNKNOWN, Ask.CANDIDATE)
    if candidate.earliest_start is not None:
        first, earliest = min(minutes_of(one.start) for one in shifts), minutes_of(candidate.earliest_start)
        if first < earliest:
            values = {"start": clock_of(first), "earliest": clock_of(earliest)}
            answer += could_be_changed(ObstacleCode.TOO_EARLY, values)
    if candidate.latest_end is not None:
        last, latest = (
            max(minutes_of(one.start) + one.length for one in shifts),
            _latest(candidate.latest_end),
        )
        if last > latest:
            values = {"end": clock_of(last % MINUTES_IN_DAY), "latest": clock_of(latest % MINUTES_IN_DAY)}
            answer += could_be_changed(ObstacleCode.TOO_LATE, values)
    return answer


def _latest(end: time) -> int:
    return minutes_of(end) + (MINUTES_IN_DAY if end <= NEXT_MORNING else 0)


def _weekday(shift: Shift) -> Weekday:
    return shift.day if isinstance(shift.day, Weekday) else Weekday.of(shift.day.weekday())
