"""Histories that tempt a count to say more than is true, each with the figure it must give (docs/the-count.md)."""

from datetime import UTC, date, datetime

import pytest

from matching.progress.rules.counting import (
    Correction,
    Ladder,
    changed_by_month,
    corrections,
    count_ladder,
    gone_by_month,
)
from matching.progress.rules.jobs import JobEvent, Moment
from matching.progress.types import JobEventKind, UndoReason
from tests.builders.progress import event

K = JobEventKind
PROGRAMME, TODAY = date(2026, 1, 1), date(2026, 11, 30)
START = date(2026, 2, 2)
THIRTEEN_WEEKS_LATER = date(2026, 5, 4)


def counted(*events: JobEvent, today: date = TODAY) -> Ladder:
    known = datetime(2027, 12, 31, tzinfo=UTC)
    return count_ladder(events, Moment(PROGRAMME, today, known), paid=True)


def now(ladder: Ladder) -> tuple[int, int, int, int, int]:
    return ladder.people, ladder.started, ladder.at_work, ladder.ended, ladder.not_heard_of


def after(ladder: Ladder, weeks: int = 13) -> tuple[int, int, int]:
    (one,) = (one for one in ladder.lasting if one.weeks == weeks)
    return one.lasted, one.ended, one.not_heard_of


def begun(on: date = START, placement: str = "first", weeks: int | None = None, **changes: object) -> JobEvent:
    return event(K.STARTED, on, subject=placement, planned_weeks=weeks, **changes)  # type: ignore[arg-type]  # passed on


def ended(on: date, placement: str = "first") -> JobEvent:
    return event(K.ENDED, on, subject=placement)


def talk(weeks: int, on: date, placement: str = "first") -> JobEvent:
    return event(K(f"lasted_{weeks}"), on, subject=placement)


def test_a_job_from_before_the_programme_that_is_renewed_in_it_is_not_new() -> None:
    early = begun(date(2025, 9, 1), weeks=20)
    renewed = begun(date(2026, 1, 26), "second")
    agreed = event(K.AGREED, date(2026, 1, 20), subject="second")
    ladder = counted(early, agreed, renewed)
    assert (now(ladder), ladder.agreed) == ((0, 0, 0, 0, 0), 0)


def test_who_worked_there_before_the_programme_and_comes_back_after_a_real_break_has_a_new_job() -> None:
    early = begun(date(2025, 6, 20), weeks=8)
    assert now(counted(early, begun(date(2026, 6, 20), "second", weeks=8, recorded=date(2026, 6, 20))))[1] == 1


def test_a_return_does_not_erase_that_somebody_left_early() -> None:
    history = [
        begun(),
        ended(date(2026, 3, 1)),
        begun(date(2026, 6, 1), "second"),
        talk(13, date(2026, 8, 31), "second"),
        talk(26, date(2026, 11, 30), "second"),
    ]
    ladder = counted(*history)
    assert now(ladder) == (1, 1, 1, 0, 0)
    assert after(ladder) == (0, 1, 0)


def test_an_early_ending_and_a_new_contract_at_once_is_the_same_work() -> None:
    ladder = counted(
        begun(), ended(date(2026, 3, 1)), begun(date(2026, 3, 9), "second"), talk(13, THIRTEEN_WEEKS_LATER, "second")
    )
    assert after(ladder) == (1, 0, 0)


def test_a_talk_before_the_weeks_have_passed_tells_nothing_of_them() -> None:
    """It was planned from an earlier start at the same workplace, which is taken back since."""
    before = [begun(), ended(date(2026, 3, 1)), begun(date(2026, 3, 9), "second"), taken_back(START, date(2026, 3, 20))]
    early = talk(13, THIRTEEN_WEEKS_LATER, "second")
    assert after(counted(*before[:3], early)) == (1, 0, 0)
    assert after(counted(*before, early)) == (0, 0, 1)
    on_the_last_day = talk(13, date(2026, 6, 7), "second")
    assert after(counted(*before, on_the_last_day)) == (1, 0, 0), "a job of thirteen weeks ends the day before"


@pytest.mark.parametrize(("last_day", "outcome"), [(date(2026, 5, 3), (0, 1, 0)), (THIRTEEN_WEEKS_LATER, (0, 0, 1))])
def test_the_last_day_of_work_is_a_day_at_work(last_day: date, outcome: tuple[int, int, int]) -> None:
    """Who leaves on the very day has not left before it; that they were there, a talk alone says."""
    assert after(counted(begun(), ended(last_day))) == outcome
    assert after(counted(begun(), ended(THIRTEEN_WEEKS_LATER), talk(13, THIRTEEN_WEEKS_LATER))) == (1, 0, 0)


def taken_back(on: date, known: date, placement: str = "first", attempt: int = 1) -> JobEvent:
    because = UndoReason.WRONG_DAY
    return event(K.UNDONE, on, subject=placement, recorded=known, attempt=attempt, undone_because=because)


def test_a_start_that_is_taken_back_never_was_nor_what_was_told_after_it() -> None:
    mistake = [event(K.AGREED, START), begun(), taken_back(START, date(2026, 2, 20))]
    ladder = counted(*mistake, ended(date(2026, 2, 15)))
    assert (now(ladder), ladder.agreed) == ((0, 0, 0, 0, 0), 1), "that it was agreed stands"


def test_a_start_that_is_taken_back_and_confirmed_anew_is_one_job_from_the_right_day() -> None:
    anew = begun(date(2026, 2, 9), attempt=2, recorded=date(2026, 2, 20))
    ladder = counted(begun(), taken_back(START, date(2026, 2, 20)), anew, today=date(2026, 5, 6))
    assert now(ladder) == (1, 1, 1, 0, 0)
    assert after(ladder) == (0, 0, 0), "thirteen weeks have not passed since the right day"
    again = taken_back(date(2026, 2, 9), date(2026, 3, 1), attempt=2)
    assert now(counted(begun(), taken_back(START, date(2026, 2, 20)), anew, again))[1] == 0


def gone(history: list[JobEvent], *months: Moment) -> list[int]:
    return gone_by_month(changed_by_month(history, months, paid=True))


def test_until_the_mistake_is_known_the_start_counts() -> None:
    history = [begun(), taken_back(START, date(2026, 3, 3))]
    february = Moment(PROGRAMME, date(2026, 2, 28), datetime(2026, 2, 28, 23, tzinfo=UTC))
    march = Moment(PROGRAMME, date(2026, 3, 31), datetime(2026, 3, 31, 22, tzinfo=UTC))
    assert [count_ladder(history, moment, paid=True).started for moment in (february, march)] == [1, 0]
    assert gone(history, february, march) == [0, 1]
    assert gone(history, march) == [0], "it came and went within one table"
    anew = begun(date(2026, 2, 9), attempt=2, recorded=date(2026, 3, 4))
    assert gone([*history, anew], february, march) == [0, 0], "what is confirmed anew takes no job away"


def test_only_what_is_taken_back_is_and_its_correction_tells_of_nobody() -> None:
    other = begun(date(2026, 11, 2), "second", workplace="school")
    undone = taken_back(START, date(2026, 3, 3))
    assert now(counted(begun(), other, undone))[:2] == (1, 1)
    moment = Moment(PROGRAMME, TODAY, datetime(2027, 12, 31, tzinfo=UTC))
    (one,) = corrections([begun(), other, undone], moment, lambda time: time.date().replace(day=1))
    assert one == Correction(date(2026, 3, 1), True, UndoReason.WRONG_DAY, 1)


def test_a_job_of_one_day_has_begun_and_has_ended() -> None:
    assert now(counted(begun(), ended(START))) == (1, 1, 0, 1, 0)


def test_a_job_outside_the_county_is_a_job() -> None:
    assert now(counted(begun(date(2026, 11, 2), municipality="0301")))[:2] == (1, 1)


def test_who_is_registered_anew_after_deletion_cannot_be_known_again() -> None:
    again = begun(date(2026, 11, 2), "second", person="a new pseudonym")
    assert now(counted(begun(), ended(date(2026, 3, 1)), again)) == (2, 2, 1, 1, 0)


def test_two_jobs_of_one_person_are_two_jobs_and_one_young_person() -> None:
    assert now(counted(begun(date(2026, 11, 2)), begun(date(2026, 11, 9), "second", workplace="school")))[:2] == (1, 2)


def test_silence_after_a_planned_end_or_a_day_for_a_talk_is_not_being_at_work() -> None:
    short = begun(weeks=6)  # until 16 March
    assert now(counted(short, today=date(2026, 3, 30)))[2:] == (1, 0, 0)
    assert now(counted(short, today=date(2026, 3, 31)))[2:] == (0, 0, 1)
    open_ended = begun()
    assert now(counted(open_ended, today=date(2026, 5, 18)))[2:] == (1, 0, 0)
    assert now(counted(open_ended, today=date(2026, 5, 19)))[2:] == (0, 0, 1)
    assert now(counted(open_ended, talk(13, THIRTEEN_WEEKS_LATER), today=date(2026, 5, 19)))[2:] == (1, 0, 0)


def test_a_later_talk_tells_of_somebody_again() -> None:
    late = talk(26, date(2026, 8, 3))
    assert now(counted(begun(), late, today=date(2026, 8, 20)))[2:] == (1, 0, 0)
    assert after(counted(begun(), late)) == (0, 0, 1), "nobody has said that they were there after thirteen weeks"
