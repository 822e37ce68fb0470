"""What an opening must have before it is published, and at which field it is told what it lacks."""

from dataclasses import replace
from datetime import date

import pytest

from ground.findings import Finding, block, warn
from matching.catalogue.choices import TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.openings.rules import OpeningCode, OpeningDraft, check_opening
from tests.builders.law import TODAY, shift

YESTERDAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 23)
WORKDAYS = tuple(Weekday)[:5]
READY = OpeningDraft(
    kind=OpeningKind.PERMANENT_JOB,
    title="Butikkmedarbeider",
    employer_confirmed=True,
    workplace_active=True,
    tasks=("Fylle på varer", "Hjelpe kunder"),
    must_have=frozenset({"norwegian_spoken_a2"}),
    can_learn=frozenset({"till"}),
    has_contact=True,
    positions=1,
    weekly_minutes_min=1200,
    weekly_minutes_max=2250,
    shifts=(shift("09:00", "15:00", day=Weekday.MONDAY, pause=30),),
)


def found(draft: OpeningDraft = READY, **changes: object) -> list[Finding]:
    return list(check_opening(replace(draft, **changes), TODAY))  # type: ignore[arg-type]  # each test names fields that exist


def places(draft: OpeningDraft) -> list[tuple[str, str | None]]:
    return [(one.code.value, one.field) for one in found(draft)]


def codes(draft: OpeningDraft) -> list[str]:
    return [code for code, _ in places(draft)]


def test_a_place_with_all_it_needs_can_be_published() -> None:
    assert codes(READY) == []


def test_an_empty_place_is_told_everything_it_lacks_field_by_field() -> None:
    assert places(OpeningDraft(kind=OpeningKind.PERMANENT_JOB)) == [
        ("title_missing", "title"),
        ("employer_not_confirmed", None),
        ("workplace_missing", "workplace"),
        ("contact_missing", "contact"),
        ("positions_too_few", "positions"),
        ("tasks_missing", "tasks"),
        ("hours_missing", "hours"),
    ]


def test_blank_tasks_are_no_tasks() -> None:
    assert codes(replace(READY, tasks=("", "  "))) == ["tasks_missing"]


def test_training_places_need_a_training_company() -> None:
    for kind in (OpeningKind.APPRENTICE, OpeningKind.TRAINING_CANDIDATE, OpeningKind.PRACTICE_CERTIFICATE):
        draft = replace(READY, kind=kind)
        assert codes(draft) == ["training_company_needed"]
        for status in (TrainingCompanyStatus.APPROVED, TrainingCompanyStatus.VIA_TRAINING_OFFICE):
            assert codes(replace(draft, training_company=status)) == []
    limited = replace(READY, training_company=TrainingCompanyStatus.LIMITED)
    assert codes(replace(limited, kind=OpeningKind.TRAINING_CANDIDATE)) == []
    assert codes(replace(limited, kind=OpeningKind.APPRENTICE)) == ["training_company_limited"]


def test_public_employers_choose_one_of_measure_sevens_categories() -> None:
    public = replace(READY, public_employer=True)
    assert places(public) == [("task_category_missing", "task_category")]
    assert codes(replace(public, task_category=TaskCategory.NEEDS_NO_COMPETENCE)) == []


def test_a_workplace_that_is_closed_is_told_at_the_workplace() -> None:
    assert found(workplace_active=False) == [block(OpeningCode.WORKPLACE_INACTIVE, "workplace")]


@pytest.mark.parametrize(("positions", "told"), [(0, True), (1, False)])
def test_there_is_at_least_one_position(positions: int, told: bool) -> None:
    assert found(positions=positions) == ([block(OpeningCode.POSITIONS_TOO_FEW, "positions")] if told else [])


def test_more_than_twenty_positions_are_asked_about_once_more() -> None:
    assert found(positions=20) == []
    assert found(positions=21) == [warn(OpeningCode.POSITIONS_MANY, "positions", positions=21)]


def test_every_skill_that_is_both_needed_and_learnt_is_told_by_its_name() -> None:
    both = frozenset({"till", "clean"})
    assert found(must_have=both | {"paint"}, can_learn=both | {"carry"}) == [
        block(OpeningCode.MUST_AND_LEARN_OVERLAP, "can_learn", skill="clean"),
        block(OpeningCode.MUST_AND_LEARN_OVERLAP, "can_learn", skill="till"),
    ]


@pytest.mark.parametrize("low_and_high", [(None, 600), (600, None), (0, 600), (-60, 600)])
def test_both_ends_of_the_hours_are_said_and_are_above_nothing(low_and_high: tuple[int | None, int | None]) -> None:
    low, high = low_and_high
    hours = found(weekly_minutes_min=low, weekly_minutes_max=high)
    assert hours == [block(OpeningCode.HOURS_MISSING, "hours")]


def test_the_hours_go_upwards_to_a_normal_week_of_forty() -> None:
    assert found(weekly_minutes_min=1, weekly_minutes_max=360) == []
    assert found(weekly_minutes_min=1200, weekly_minutes_max=1200) == []
    assert found(weekly_minutes_min=1200, weekly_minutes_max=1199) == [block(OpeningCode.HOURS_UPSIDE_DOWN, "hours")]
    assert found(weekly_minutes_max=2400) == []
    above = block(OpeningCode.HOURS_ABOVE_NORMAL_WEEK, "hours", limit=2400)
    assert found(weekly_minutes_max=2401) == [above]


def test_shifts_of_more_than_the_hours_tell_both_numbers_in_minutes() -> None:
    two = tuple(shift("09:00", "15:00", day=day, pause=30) for day in WORKDAYS[:2])
    assert found(shifts=two, weekly_minutes_min=600, weekly_minutes_max=660) == []
    told = warn(OpeningCode.SHIFTS_ABOVE_HOURS, "shifts", worked=660, hours=659)
    assert found(shifts=two, weekly_minutes_min=600, weekly_minutes_max=659) == [told]
    missing = block(OpeningCode.HOURS_MISSING, "hours")
    assert found(shifts=two, weekly_minutes_max=None) == [missing]


def test_a_shift_against_the_law_tells_which_rule_and_its_values() -> None:
    a_break = {"finding": "break_missing", "day": "monday", "minutes": 0, "at_least": 30}
    assert found(shifts=(shift("08:00", "16:00", day=Weekday.MONDAY),)) == [
        block(OpeningCode.SHIFTS_AGAINST_LAW, "shifts", **a_break)
    ]
    at_night = {"finding": "night_reason_missing", "day": "monday", "start": "21:00", "until": "06:00"}
    assert found(shifts=(shift("18:00", "22:00", day=Weekday.MONDAY),)) == [
        warn(OpeningCode.SHIFTS_AGAINST_LAW, "shifts", **at_night)
    ]


@pytest.mark.parametrize("kind", [kind for kind in OpeningKind if not kind.needs_training_contract])
def test_a_place_without_a_training_contract_needs_no_training_company(kind: OpeningKind) -> None:
    assert found(kind=kind, ends_on=TOMORROW) == []


@pytest.mark.parametrize(
    ("kind", "status", "told"),
    [
        (OpeningKind.APPRENTICE, TrainingCompanyStatus.NONE, block(OpeningCode.TRAINING_COMPANY_NEEDED)),
        (OpeningKind.APPRENTICE, TrainingCompanyStatus.APPLYING, warn(OpeningCode.TRAINING_COMPANY_APPLYING)),
        (OpeningKind.APPRENTICE, TrainingCompanyStatus.LIMITED, warn(OpeningCode.TRAINING_COMPANY_LIMITED)),
        (OpeningKind.TRAINING_CANDIDATE, TrainingCompanyStatus.APPLYING, warn(OpeningCode.TRAINING_COMPANY_APPLYING)),
    ],
)
def test_a_training_place_tells_at_the_company_what_its_approval_lacks(
    kind: OpeningKind, status: TrainingCompanyStatus, told: Finding
) -> None:
    assert found(kind=kind, training_company=status) == [replace(told, field="training_company")]


def test_today_is_neither_past_for_the_start_nor_for_the_end_nor_for_applying() -> None:
    assert found(starts_on=TODAY, ends_on=TODAY, apply_by=TODAY) == []
    assert found(starts_on=YESTERDAY) == [warn(OpeningCode.START_IN_THE_PAST, "starts_on")]
    assert found(starts_on=YESTERDAY, ends_on=YESTERDAY) == [
        warn(OpeningCode.START_IN_THE_PAST, "starts_on"),
        block(OpeningCode.END_IN_THE_PAST, "ends_on"),
    ]
    assert found(apply_by=YESTERDAY) == [block(OpeningCode.APPLY_BY_IN_THE_PAST, "apply_by")]


def test_without_a_first_day_a_place_begins_today() -> None:
    assert found(ends_on=YESTERDAY) == [
        block(OpeningCode.END_BEFORE_START, "ends_on"),
        block(OpeningCode.END_IN_THE_PAST, "ends_on"),
    ]


def test_an_end_before_the_first_day_is_told_at_the_end() -> None:
    assert found(starts_on=date(2027, 2, 1), ends_on=date(2027, 1, 31)) == [
        block(OpeningCode.END_BEFORE_START, "ends_on")
    ]


@pytest.mark.parametrize("kind", OpeningKind)
def test_only_what_ends_by_nature_must_say_when(kind: OpeningKind) -> None:
    approved = replace(READY, kind=kind, training_company=TrainingCompanyStatus.APPROVED)
    missing = [block(OpeningCode.END_MISSING, "ends_on")]
    assert found(approved) == (missing if kind.ends_by_nature else [])


@pytest.mark.parametrize("kind", [OpeningKind.WORK_TRAINING_FULL, OpeningKind.WORK_TRAINING_PART])
def test_unpaid_work_training_tells_its_months_and_its_latest_day(kind: OpeningKind) -> None:
    start, last = date(2026, 12, 1), date(2028, 5, 31)
    assert found(kind=kind, starts_on=start, ends_on=last) == []
    too_long = block(OpeningCode.UNPAID_TOO_LONG, "ends_on", months=18, latest="2028-05-31")
    assert found(kind=kind, starts_on=start, ends_on=date(2028, 6, 1)) == [too_long]


def test_what_is_paid_may_last_longer_than_work_training() -> None:
    assert found(kind=OpeningKind.TEMPORARY_JOB, starts_on=date(2026, 12, 1), ends_on=date(2029, 1, 1)) == []
