"""When a placement is followed up."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.placements.rules.follow_up_plan import FOLLOW_UP_WEEKS, PlannedFollowUp, plan_follow_ups, planned_weeks


def test_a_job_without_an_end_is_followed_up_for_a_year() -> None:
    plan = plan_follow_ups(date(2026, 12, 1))
    assert [(one.week, one.due_on) for one in plan] == [
        (1, date(2026, 12, 8)),
        (4, date(2026, 12, 29)),
        (13, date(2027, 3, 2)),
        (26, date(2027, 6, 1)),
        (52, date(2027, 11, 30)),
    ]


def test_a_summer_job_is_followed_up_while_it_lasts_its_last_day_included() -> None:
    start = date(2027, 7, 1)
    assert [one.week for one in plan_follow_ups(start, start + timedelta(weeks=4))] == [1, 4]
    assert [one.week for one in plan_follow_ups(start, start + timedelta(weeks=4, days=-2))] == [1]


def test_a_job_of_exactly_13_weeks_is_asked_about_on_its_last_day() -> None:
    first, last = date(2026, 1, 5), date(2026, 4, 5)
    assert planned_weeks(first, last) == 13
    assert plan_follow_ups(first, last)[-1] == PlannedFollowUp(13, last)


def test_a_renewed_job_is_asked_about_from_its_first_day() -> None:
    renewed = plan_follow_ups(date(2026, 6, 1), date(2026, 10, 18), job_since=date(2026, 1, 12))
    assert [(one.week, one.due_on) for one in renewed] == [
        (1, date(2026, 6, 8)),
        (4, date(2026, 6, 29)),
        (26, date(2026, 7, 13)),
    ]


def test_even_a_job_of_three_days_is_followed_up_once() -> None:
    (only,) = plan_follow_ups(date(2027, 7, 1), date(2027, 7, 3))
    assert only.due_on == date(2027, 7, 3)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 800))
def test_follow_ups_lie_between_start_and_end_and_never_run_out(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    plan = plan_follow_ups(start, end)
    assert plan
    assert all(start <= one.due_on <= end for one in plan)
    assert [one.week for one in plan] == list(FOLLOW_UP_WEEKS[: len(plan)])


def test_planned_weeks_are_whole_weeks_with_both_days_counted() -> None:
    assert planned_weeks(date(2027, 6, 1), date(2027, 6, 28)) == 4
    assert planned_weeks(date(2027, 6, 1), date(2027, 6, 27)) == 3
    assert planned_weeks(date(2027, 6, 1), None) is None
