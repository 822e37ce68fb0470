"""The 1000 jobs are counted honestly: once, in order, as known then, paid and unpaid apart."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from matching.catalogue.kinds import OpeningKind
from matching.progress.rules.counting import Ladder, by_kind, by_municipality, count_ladder, started_by_month
from matching.progress.rules.jobs import JobEvent, Moment, started_jobs
from matching.progress.types import JobEventKind
from tests.builders.progress import event

K = JobEventKind
BEGIN = date(2025, 6, 1)


def at(day: date, known: date | None = None) -> Moment:
    seen = known or day
    return Moment(BEGIN, day, datetime(seen.year, seen.month, seen.day, 23, 59, tzinfo=UTC))


END = at(date(2026, 11, 30))


def ladder(events: Sequence[JobEvent], moment: Moment = END, *, paid: bool = True) -> Ladder:
    return count_ladder(events, moment, paid=paid)


def lasted(events: Sequence[JobEvent], weeks: int, moment: Moment = END) -> tuple[int, int]:
    (one,) = (one for one in ladder(events, moment).lasting if one.weeks == weeks)
    return one.lasted, one.due


def test_a_person_counts_once_at_a_workplace_however_often_the_job_is_renewed() -> None:
    events = [
        event(K.STARTED, date(2025, 7, 1), opening_kind=OpeningKind.SUMMER_JOB, planned_weeks=4),
        event(K.STARTED, date(2026, 7, 1), opening_kind=OpeningKind.SUMMER_JOB, planned_weeks=4, subject="second"),
        event(K.STARTED, date(2026, 9, 1), opening_kind=OpeningKind.PERMANENT_JOB, subject="third"),
    ]
    (job,) = started_jobs(events, END)
    assert (job.person_ref, job.workplace_ref, job.opening_kind) == ("ada", "shop", OpeningKind.PERMANENT_JOB)
    assert ladder(events).started == 1


def test_two_workplaces_are_two_jobs_and_two_people_too() -> None:
    events = [
        event(K.STARTED, date(2026, 1, 1)),
        event(K.STARTED, date(2026, 1, 1), workplace="school"),
        event(K.STARTED, date(2026, 1, 1), person="bo"),
    ]
    assert ladder(events).started == 3


def test_unpaid_training_is_never_among_the_paid_jobs() -> None:
    events = [
        event(K.STARTED, date(2026, 1, 1), paid=False, opening_kind=OpeningKind.WORK_TRAINING_FULL),
        event(K.STARTED, date(2026, 3, 1), opening_kind=OpeningKind.TEMPORARY_JOB),
    ]
    paid, unpaid = ladder(events), ladder(events, paid=False)
    assert [(one.paid, one.started) for one in (paid, unpaid)] == [(True, 1), (False, 1)]
    assert ladder(events[:1]).started == 0


def test_of_starts_at_the_same_moment_it_is_always_the_same_that_tells_the_kind() -> None:
    starts = [event(K.STARTED, date(2026, 1, 1), opening_kind=kind) for kind in OpeningKind]
    for told in (starts, starts[::-1]):
        [job] = started_jobs(told, END)
        assert job.opening_kind is OpeningKind.WORK_TRAINING_PART


def test_what_was_recorded_after_the_moment_does_not_change_the_figure_of_then() -> None:
    late = event(K.STARTED, date(2026, 10, 15), recorded=date(2026, 11, 5))
    assert ladder([late], at(date(2026, 10, 31))).started == 0
    assert ladder([late], at(date(2026, 10, 31), known=date(2026, 11, 5))).started == 1
    assert ladder([late], Moment(BEGIN, date(2026, 10, 31), late.recorded_at)).started == 1


def test_starts_before_the_programme_or_after_the_day_do_not_count() -> None:
    before, after = event(K.STARTED, date(2025, 5, 31)), event(K.STARTED, date(2026, 12, 1), recorded=date(2026, 1, 1))
    assert ladder([before, after]).started == 0
    assert ladder([event(K.STARTED, BEGIN)]).started == 1


def test_pledged_and_posted_are_positions_and_the_latest_number_holds() -> None:
    nobody = {"person": None, "workplace": None, "opening_kind": None}
    events = [
        event(K.PLEDGED, date(2026, 1, 1), subject="pledge", positions=10, **nobody),  # type: ignore[arg-type]
        event(K.PLEDGED, date(2026, 2, 1), subject="pledge", positions=4, **nobody),  # type: ignore[arg-type]
        event(K.POSTED, date(2026, 2, 1), subject="opening", positions=2, person=None),
        event(K.POSTED, date(2026, 2, 1), subject="other", positions=3, person=None),
    ]
    assert (ladder(events).pledged, ladder(events).posted) == (4, 5)


def test_what_has_started_was_agreed_too() -> None:
    events = [event(K.AGREED, date(2026, 1, 1)), event(K.STARTED, date(2026, 1, 1), person="bo")]
    assert (ladder(events).agreed, ladder(events).started) == (2, 1)


def test_lasting_is_measured_among_jobs_planned_to_last_that_long() -> None:
    start = date(2026, 1, 5)
    events = [
        event(K.STARTED, start, planned_weeks=12, person="short"),
        event(K.STARTED, start, planned_weeks=13, person="just"),
        event(K.STARTED, start, person="open"),
        event(K.LASTED_13, date(2026, 4, 6), person="open"),
        event(K.LASTED_13, date(2026, 4, 6), person="short"),  # not planned to last, so not among them
        event(K.ENDED, date(2026, 2, 1), person="just"),
    ]
    assert lasted(events, 13) == (1, 2)


def test_a_job_is_not_due_before_its_weeks_have_passed() -> None:
    events = [event(K.STARTED, date(2026, 1, 5)), event(K.LASTED_13, date(2026, 4, 6))]
    assert lasted(events, 13, at(date(2026, 4, 5))) == (0, 0)
    assert lasted(events, 13, at(date(2026, 4, 6))) == (1, 1)


def test_a_renewal_without_a_break_makes_the_plan_longer_and_a_new_season_does_not() -> None:
    first = event(K.STARTED, date(2026, 1, 5), planned_weeks=10)
    renewed = event(K.STARTED, date(2026, 3, 20), planned_weeks=10)
    next_season = event(K.STARTED, date(2026, 6, 20), planned_weeks=10)
    last_day_of_the_pause, day_after = (event(K.STARTED, date(2026, 3, day), planned_weeks=10) for day in (30, 31))
    assert [lasted([first, again], 13)[1] for again in (last_day_of_the_pause, day_after)] == [1, 0]
    assert lasted([first, renewed], 13)[1] == 1
    assert lasted([first, next_season], 13)[1] == 0


def test_the_municipality_table_has_every_municipality_and_each_month_as_it_was_known_then() -> None:
    events = [event(K.STARTED, date(2026, 1, 1), person=f"p{n}", municipality="3201") for n in range(7)]
    events += [event(K.STARTED, date(2026, 1, 1), person=f"q{n}", municipality="3205") for n in range(2)]
    events += [event(K.STARTED, date(2026, 2, 1), person="late", municipality="3205", recorded=date(2026, 3, 2))]
    months = [at(date(2025, 12, 31)), at(date(2026, 1, 31)), at(date(2026, 2, 28)), at(date(2026, 3, 31))]
    tables = started_by_month(events, months, paid=True, by=by_municipality, groups=["3201", "3205", "3207"])
    assert [list(table.values()) for table in tables] == [[0, 0, 0], [7, 2, 0], [7, 2, 0], [7, 3, 0]]
    assert list(tables[0]) == ["3201", "3205", "3207"]


def test_the_kind_table_follows_the_kind_the_job_has_now() -> None:
    events = [
        event(K.STARTED, date(2026, 1, 1), person=f"p{n}", opening_kind=OpeningKind.TEMPORARY_JOB) for n in range(6)
    ]
    moved = [event(K.STARTED, date(2026, 3, 1), person=f"p{n}", subject="next") for n in range(6)]
    groups = ["permanent_job", "temporary_job"]
    tables = started_by_month([*events, *moved], [at(date(2026, 2, 1)), END], paid=True, by=by_kind, groups=groups)
    assert [list(table.values()) for table in tables] == [[0, 6], [6, 0]]


def test_a_job_whose_kind_or_municipality_nobody_knows_is_counted_as_not_known() -> None:
    events = [
        event(K.STARTED, date(2026, 1, 1), person=f"p{n}", opening_kind=None, municipality=None) for n in range(6)
    ]
    for by in (by_kind, by_municipality):
        [table] = started_by_month(events, [END], paid=True, by=by, groups=["known"])
        assert table == {"known": 0, "not_known": 6}


def of_somebody(kind: JobEventKind, on: date, person: str, workplace: str, subject: str, **changes: object) -> JobEvent:
    """A placement is of one person at one workplace, paid or not."""
    placement = f"{person} {workplace} {subject} {changes.get('paid')}"
    return event(kind, on, person=person, workplace=workplace, subject=placement, **changes)  # type: ignore[arg-type]  # passed on


events_of_a_programme = st.lists(
    st.builds(
        of_somebody,
        st.sampled_from(K),
        st.dates(date(2025, 5, 1), date(2027, 1, 31)),
        person=st.sampled_from(["ada", "bo", "cato"]),
        workplace=st.sampled_from(["shop", "school"]),
        recorded=st.none() | st.dates(date(2025, 5, 1), date(2027, 1, 31)),
        subject=st.sampled_from(["one", "two"]),
        paid=st.booleans(),
        positions=st.integers(1, 5),
        planned_weeks=st.none() | st.integers(1, 60),
        opening_kind=st.sampled_from(OpeningKind),
    ),
    max_size=25,
)


@given(events_of_a_programme, st.booleans(), st.randoms())
def test_neither_order_nor_repetition_changes_the_count(events: list[JobEvent], paid: bool, random: object) -> None:
    mixed = events + events[: len(events) // 2]
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis hands over a random.Random
    assert ladder(mixed, paid=paid) == ladder(events, paid=paid)
    assert started_jobs(mixed, END) == started_jobs(events, END)


@given(events_of_a_programme)
def test_each_months_table_adds_up_to_the_jobs_of_that_month(events: list[JobEvent]) -> None:
    months = [at(date(2025, 9, 30)), at(date(2026, 3, 31)), END]
    for paid in (True, False):
        tables = started_by_month(events, months, paid=paid, by=by_kind, groups=[])
        assert [sum(table.values()) for table in tables] == [ladder(events, one, paid=paid).started for one in months]
        assert tables[-1].keys() >= {job.opening_kind for job in started_jobs(events, END) if job.paid is paid}


@given(events_of_a_programme)
def test_the_ladder_narrows_from_agreed_to_started_to_lasted(events: list[JobEvent]) -> None:
    for paid in (True, False):
        counted = ladder(events, paid=paid)
        assert counted.agreed >= counted.started
        for step in counted.lasting:
            assert counted.started >= step.due >= step.lasted
        assert counted.started == counted.at_work + counted.ended + counted.not_heard_of >= counted.people


@given(events_of_a_programme, st.dates(date(2025, 6, 1), date(2026, 12, 1)))
def test_started_jobs_never_become_fewer_with_time(events: list[JobEvent], day: date) -> None:
    """Unless a start is taken back, or Plass hears late that a job began before the programme."""
    events = [event for event in events if event.occurred_on >= BEGIN and event.kind is not K.UNDONE]
    earlier, later = at(day), at(date(2027, 1, 31))
    assert ladder(events, later).started >= ladder(events, earlier).started
