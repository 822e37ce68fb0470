"""What an opening must have before it is published."""

from dataclasses import replace
from datetime import date, time

from matching.catalogue.choices import TaskCategory, TrainingCompanyStatus, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.young_workers import Shift
from matching.openings.rules import OpeningDraft, check_opening
from tests.builders.law import TODAY, shift

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


def found(draft: OpeningDraft) -> list[tuple[str, str | None]]:
    return [(one.code.value, one.field) for one in check_opening(draft, TODAY)]


def codes(draft: OpeningDraft) -> list[str]:
    return [code for code, _ in found(draft)]


def test_a_place_with_all_it_needs_can_be_published() -> None:
    assert codes(READY) == []


def test_an_empty_place_is_told_everything_it_lacks_field_by_field() -> None:
    assert found(OpeningDraft(kind=OpeningKind.PERMANENT_JOB)) == [
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


def test_a_skill_is_needed_on_day_one_or_can_be_learnt_but_not_both() -> None:
    draft = replace(READY, can_learn=READY.must_have)
    assert found(draft) == [("must_and_learn_overlap", "can_learn")]


def test_a_closed_workplace_publishes_nothing() -> None:
    assert codes(replace(READY, workplace_active=False)) == ["workplace_inactive"]


def test_hours_go_from_low_to_high_within_a_normal_week() -> None:
    assert codes(replace(READY, weekly_minutes_min=2000, weekly_minutes_max=1000)) == ["hours_upside_down"]
    assert codes(replace(READY, weekly_minutes_max=2401)) == ["hours_above_normal_week"]
    assert codes(replace(READY, weekly_minutes_min=0)) == ["hours_missing"]


def test_shifts_keep_the_law_for_adults() -> None:
    late = replace(READY, shifts=(shift("18:00", "22:00", day=Weekday.MONDAY),))
    no_break = replace(READY, shifts=(shift("08:00", "16:00", day=Weekday.MONDAY),))
    (warning,), (stop,) = check_opening(late, TODAY), check_opening(no_break, TODAY)
    assert (warning.blocks, warning.params["finding"]) == (False, "night_reason_missing")
    assert (stop.blocks, stop.params["finding"]) == (True, "break_missing")


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
    assert found(public) == [("task_category_missing", "task_category")]
    assert codes(replace(public, task_category=TaskCategory.NEEDS_NO_COMPETENCE)) == []


def test_work_training_has_an_end_within_eighteen_months() -> None:
    unpaid = replace(READY, kind=OpeningKind.WORK_TRAINING_FULL, starts_on=date(2026, 12, 1))
    assert codes(unpaid) == ["end_missing"]
    assert codes(replace(unpaid, ends_on=date(2028, 5, 31))) == []
    assert codes(replace(unpaid, ends_on=date(2028, 6, 1))) == ["unpaid_too_long"]


def test_what_is_likely_a_slip_is_asked_about_once_more() -> None:
    assert codes(replace(READY, positions=500)) == ["positions_many"]
    too_long = tuple(Shift(day, time(8), time(16), 30) for day in list(Weekday)[:5])
    assert codes(replace(READY, shifts=too_long, weekly_minutes_min=600, weekly_minutes_max=1200)) == [
        "shifts_above_hours"
    ]


def test_dates_lie_ahead_and_in_order() -> None:
    past = replace(READY, starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1), apply_by=date(2026, 11, 21))
    assert codes(past) == ["start_in_the_past", "end_in_the_past", "apply_by_in_the_past"]
    turned = replace(READY, starts_on=date(2027, 2, 1), ends_on=date(2027, 1, 1))
    assert codes(turned) == ["end_before_start"]
