"""What makes a pair possible, what stands in the way, and what is only unknown."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.catalogue.choices import Adaptation, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode
from matching.matches.requirements import (
    Ask,
    CandidateCard,
    Nearness,
    Obstacle,
    ObstacleCode,
    OpeningCard,
    Question,
    QuestionCode,
    Requirements,
    Travel,
    check_pair,
    nearness,
)
from matching.records.types import OpeningState
from tests.builders.law import TODAY, shift
from tests.builders.matches import candidate, opening

NEAR = Travel(Nearness.SAME)
YOUTH = {"birth_date": date(2009, 3, 1), "finished_year_10": True}
SIXTEEN = {"birth_date": date(2009, 11, 23), "finished_year_10": True}
TURNED_17, TURNED_18 = {"birth_date": date(2009, 11, 22), "finished_year_10": True}, {"birth_date": date(2008, 11, 22)}


def check(person: CandidateCard, place: OpeningCard, travel: Travel = NEAR) -> Requirements:
    return check_pair(person, place, TODAY, travel)


def obstacles(person: CandidateCard, place: OpeningCard, travel: Travel = NEAR) -> list[str]:
    return [one.code.value for one in check(person, place, travel).obstacles]


def questions(person: CandidateCard, place: OpeningCard, travel: Travel = NEAR) -> list[tuple[str, Ask]]:
    return [(one.code.value, one.ask) for one in check(person, place, travel).unknowns]


def test_a_fitting_pair_is_possible_without_questions() -> None:
    assert check(candidate(), opening()) == Requirements()
    assert check(candidate(), opening()).possible


def test_a_candidate_who_has_said_nothing_gets_questions_and_never_a_no() -> None:
    answer = check(CandidateCard(birth_date=date(2006, 5, 1)), opening(), Travel())
    assert answer.possible
    assert [(one.code.value, one.ask.value) for one in answer.unknowns] == [
        ("kind_unknown", "candidate"),
        ("hours_unknown", "candidate"),
        ("days_unknown", "candidate"),
        ("times_unknown", "candidate"),
        ("travel_time_unknown", "candidate"),
        ("needs_unknown", "candidate"),
    ]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ({"state": OpeningState.DRAFT}, "opening_not_open"),
        ({"state": OpeningState.PAUSED}, "opening_not_open"),
        ({"positions_left": 0}, "no_positions_left"),
        ({"apply_by": date(2026, 11, 21)}, "deadline_passed"),
        ({"ends_on": date(2026, 11, 21)}, "opening_over"),
    ],
)
def test_a_place_that_is_not_open_is_not_possible_and_no_near_miss(place: dict[str, object], code: str) -> None:
    answer = check(candidate(available_from=None), opening(**place))
    assert [one.code.value for one in answer.obstacles] == [code]
    assert not answer.possible
    assert not answer.near_miss


def test_everything_that_has_closed_a_place_is_told() -> None:
    place = opening(positions_left=0, apply_by=date(2026, 11, 21), ends_on=date(2026, 11, 21))
    assert obstacles(candidate(available_from=None), place) == ["no_positions_left", "deadline_passed", "opening_over"]


def test_the_kind_of_place_is_the_candidates_choice() -> None:
    assert obstacles(candidate(kinds=frozenset({OpeningKind.SUMMER_JOB})), opening()) == ["kind_not_wanted"]


def test_hours_must_meet_somewhere() -> None:
    assert obstacles(candidate(weekly_minutes_max=1199), opening()) == ["hours_too_many"]
    assert obstacles(candidate(weekly_minutes_max=1200), opening()) == []
    assert obstacles(candidate(weekly_minutes_min=2251), opening()) == ["hours_too_few"]
    assert obstacles(candidate(weekly_minutes_min=2250), opening()) == []


def test_one_end_of_the_hours_is_an_answer_and_none_is_a_question_to_each_who_left_them_open() -> None:
    for one in ("weekly_minutes_min", "weekly_minutes_max"):
        assert questions(candidate(**{one: None}), opening()) == []
        assert questions(candidate(), opening(**{one: None})) == []
    nothing = {"weekly_minutes_min": None, "weekly_minutes_max": None}
    both = [("hours_unknown", Ask.CANDIDATE), ("hours_unknown", Ask.EMPLOYER)]
    assert questions(candidate(**nothing), opening(**nothing)) == both


def test_days_and_hours_of_the_shifts_are_ones_the_candidate_can() -> None:
    assert obstacles(candidate(days=frozenset({Weekday.TUESDAY})), opening()) == ["days_not_free"]
    assert obstacles(candidate(earliest_start=time(9, 1)), opening()) == ["too_early"]
    assert obstacles(candidate(latest_end=time(14, 59)), opening()) == ["too_late"]
    assert obstacles(candidate(earliest_start=time(9), latest_end=time(15)), opening()) == []


def test_a_latest_end_after_midnight_means_the_next_morning() -> None:
    evening = opening(shifts=(shift("19:00", "00:30", day=Weekday.FRIDAY),))
    assert obstacles(candidate(latest_end=time(1)), evening) == []
    assert obstacles(candidate(latest_end=time(0, 15)), evening) == ["too_late"]


def test_someone_free_a_little_later_is_a_question_to_the_employer() -> None:
    place = opening(starts_on=date(2026, 12, 1), ends_on=date(2027, 3, 1))
    assert questions(candidate(available_from=date(2026, 12, 15)), place) == [("can_it_wait", Ask.EMPLOYER)]
    assert questions(candidate(available_from=date(2026, 12, 1)), place) == []
    assert questions(candidate(available_from=date(2027, 3, 1)), place) == [("can_it_wait", Ask.EMPLOYER)]
    assert obstacles(candidate(available_from=date(2027, 3, 2)), place) == ["available_too_late"]


def test_only_a_known_journey_longer_than_a_known_limit_is_too_far() -> None:
    assert obstacles(candidate(), opening(), Travel(Nearness.FURTHER, minutes=46)) == ["too_far"]
    assert obstacles(candidate(), opening(), Travel(Nearness.FURTHER, minutes=45)) == []
    assert questions(candidate(), opening(), Travel(Nearness.FURTHER)) == [("travel_time_unknown", Ask.CANDIDATE)]
    assert questions(candidate(), opening(), Travel(Nearness.NEIGHBOUR)) == []
    no_limit = candidate(max_travel_minutes=None)
    assert questions(no_limit, opening(), Travel(minutes=90)) == [("travel_limit_unknown", Ask.CANDIDATE)]


def test_nearness_is_read_from_the_register_in_both_directions() -> None:
    borders = {"3201": frozenset({"3203"})}
    assert nearness("3201", "3201", borders) is Nearness.SAME
    assert nearness("3203", "3201", borders) is Nearness.NEIGHBOUR
    assert nearness("3201", "3205", borders) is Nearness.FURTHER
    assert nearness(None, "3205", borders) is Nearness.UNKNOWN


def test_a_skill_nobody_has_asked_about_is_a_question() -> None:
    place = opening(must_have=frozenset({"till"}))
    assert questions(candidate(), place) == [("skill_unknown", Ask.CANDIDATE)]
    two = opening(must_have=frozenset({"till", "clean"}))
    assert questions(candidate(), two) == [("skill_unknown", Ask.CANDIDATE)] * 2
    assert obstacles(candidate(skills=frozenset({"till"})), place) == []


def test_a_skill_that_could_be_learnt_makes_a_near_miss_and_a_driving_licence_does_not() -> None:
    till = check(candidate(skills_lacking=frozenset({"till"})), opening(must_have=frozenset({"till"})))
    assert till.near_miss
    licence = check(candidate(skills_lacking=frozenset({"licence_b"})), opening(must_have=frozenset({"licence_b"})))
    assert [one.code.value for one in licence.obstacles] == ["skill_missing"]
    assert not licence.near_miss


def test_a_car_licence_covers_a_moped_and_b1_covers_a2() -> None:
    place = opening(must_have=frozenset({"licence_am146", "norwegian_spoken_a2"}))
    assert obstacles(candidate(skills=frozenset({"licence_b", "norwegian_spoken_b1"})), place) == []


def test_who_has_named_a_lower_level_of_norwegian_does_not_have_the_higher() -> None:
    place = opening(must_have=frozenset({"norwegian_spoken_b1"}))
    assert obstacles(candidate(skills=frozenset({"norwegian_spoken_a2"})), place) == ["skill_missing"]
    assert questions(candidate(skills=frozenset({"norwegian_written_a2"})), place) == [("skill_unknown", Ask.CANDIDATE)]


def test_someone_too_young_to_hold_a_certificate_is_not_asked_for_it() -> None:
    place = opening(must_have=frozenset({"licence_b"}))
    assert obstacles(candidate(**YOUTH), place) == ["skill_missing"]


def test_each_needed_adaptation_that_is_not_offered_stands_in_the_way_and_one_alone_is_a_near_miss() -> None:
    quiet, mentor = Adaptation.QUIET_PLACE, Adaptation.MENTOR_BESIDE
    person = candidate(needs=frozenset({quiet, mentor}))
    assert obstacles(person, opening(adaptations=frozenset({quiet, mentor}))) == []
    one_missing = check(person, opening(adaptations=frozenset({quiet})))
    assert one_missing.near_miss
    assert one_missing.obstacles[0].params == {"adaptation": "mentor_beside"}
    both_missing = check(person, opening(adaptations=frozenset()))
    assert len(both_missing.obstacles) == 2
    assert not both_missing.near_miss


def test_an_employer_who_has_not_been_through_the_list_is_asked() -> None:
    person = candidate(needs=frozenset({Adaptation.QUIET_PLACE}))
    assert questions(person, opening(adaptations=None)) == [("adaptations_unknown", Ask.EMPLOYER)]


def test_shifts_too_long_for_a_17_year_old_could_be_changed_by_the_employer() -> None:
    long_day = opening(shifts=(shift("08:00", "17:00", day=Weekday.MONDAY, pause=30),))
    assert obstacles(candidate(), long_day) == []
    answer = check(candidate(**YOUTH), long_day)
    assert answer.near_miss
    assert answer.obstacles[0].params == {"findings": "day_limit"}


def test_a_17_year_olds_other_job_counts() -> None:
    other = (shift("16:00", "20:00", day=Weekday.MONDAY, employer="other"),)
    assert obstacles(candidate(**YOUTH, other_shifts=other), opening()) == ["young_worker_hours"]
    assert obstacles(candidate(other_shifts=other), opening()) == []


def test_an_evening_that_needs_a_reason_is_a_question_to_the_employer() -> None:
    evening = opening(shifts=(shift("17:00", "21:30", day=Weekday.MONDAY),))
    assert questions(candidate(**YOUTH), evening) == [("law_needs_attention", Ask.EMPLOYER)]
    too_long = opening(shifts=(shift("12:00", "21:30", day=Weekday.MONDAY, pause=30),))
    assert questions(candidate(**YOUTH), too_long) == [("law_needs_attention", Ask.EMPLOYER)]
    assert obstacles(candidate(**YOUTH), too_long) == ["young_worker_hours"]


def test_without_shifts_a_17_year_olds_hours_are_asked_about() -> None:
    assert questions(candidate(**YOUTH), opening(shifts=())) == [("shifts_unknown", Ask.EMPLOYER)]
    assert questions(candidate(), opening(shifts=())) == []


def test_age_gates_and_dangers_are_judged_on_the_first_day_of_work() -> None:
    beer = opening(age_gates=frozenset({"alcohol_low"}))
    danger = opening(hazards=frozenset({HazardCode.HIGH_VOLTAGE}))
    turns_18 = candidate(birth_date=date(2008, 12, 1), finished_year_10=True)
    assert obstacles(turns_18, beer) == ["too_young_for_task"]
    assert obstacles(turns_18, replace(beer, starts_on=date(2026, 12, 1))) == []
    assert obstacles(turns_18, danger) == ["hazard_under_18"]


def test_a_task_or_a_danger_that_is_not_known_is_never_taken_for_lawful() -> None:
    task, danger = opening(age_gates=frozenset({"later"})), opening(hazards=frozenset({"later"}))
    assert obstacles(candidate(**YOUTH), task) == ["too_young_for_task"]
    assert obstacles(candidate(**YOUTH), danger) == ["hazard_under_18"]
    assert obstacles(candidate(), task) == obstacles(candidate(), danger) == []
    assert questions(candidate(), task) == [("law_needs_attention", Ask.EMPLOYER)]


def test_the_weekly_hours_of_a_child_are_those_beside_school_and_only_in_the_summer_holiday_those_of_a_full_week() -> (
    None
):
    child = {"birth_date": date(2011, 12, 24), "finished_year_10": False}
    summer = {"starts_on": date(2027, 6, 25), "ends_on": date(2027, 8, 12)}
    too_many = [Obstacle(ObstacleCode.YOUNG_WORKER_HOURS, {"findings": "week_limit"}, adaptable=True)]

    def told(minutes: int, **place: object) -> list[Obstacle]:
        return list(check(candidate(**child), opening(shifts=(), weekly_minutes_min=minutes, **place)).obstacles)

    assert (told(12 * 60), told(12 * 60 + 1)) == ([], too_many)
    assert (told(35 * 60, **summer), told(35 * 60 + 1, **summer)) == ([], too_many)
    longer = {"starts_on": summer["starts_on"], "ends_on": date(2027, 8, 13)}
    assert told(12 * 60 + 1, **longer) == too_many


def test_the_hours_that_a_youth_works_elsewhere_are_added_where_there_are_no_shifts() -> None:
    elsewhere = tuple(shift("16:00", "20:00", day=day, employer="other") for day in list(Weekday)[:2])
    youth = candidate(**YOUTH, other_shifts=elsewhere)
    assert obstacles(youth, opening(shifts=(), weekly_minutes_min=32 * 60)) == []
    assert obstacles(youth, opening(shifts=(), weekly_minutes_min=32 * 60 + 1)) == ["young_worker_hours"]


BUSY = {"days": frozenset({Weekday.WEDNESDAY})}
TWO_DAYS = {"shifts": tuple(shift("09:00", "15:00", day=day, pause=30) for day in (Weekday.TUESDAY, Weekday.MONDAY))}
DATED = {"shifts": (shift("09:00", "15:00", day=date(2026, 11, 26), pause=30),)}  # a Thursday
DRIVES, T1 = {"must_have": frozenset({"licence_b"})}, {"must_have": frozenset({"truck_t1"})}
QUIET = {"needs": frozenset({Adaptation.QUIET_PLACE, Adaptation.MENTOR_BESIDE})}


@pytest.mark.parametrize(
    ("told", "person", "place", "way"),
    [
        (Obstacle(ObstacleCode.KIND_NOT_WANTED, {"kind": "permanent_job"}), {"kinds": frozenset()}, {}, NEAR),
        (
            Obstacle(ObstacleCode.HOURS_TOO_MANY, {"asks": 1200, "wants": 1199}, adaptable=True),
            {"weekly_minutes_max": 1199},
            {},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.HOURS_TOO_FEW, {"offers": 2250, "wants": 2251}, adaptable=True),
            {"weekly_minutes_min": 2251},
            {},
            NEAR,
        ),
        (Obstacle(ObstacleCode.DAYS_NOT_FREE, {"days": "monday,tuesday"}, adaptable=True), BUSY, TWO_DAYS, NEAR),
        (Obstacle(ObstacleCode.DAYS_NOT_FREE, {"days": "thursday"}, adaptable=True), BUSY, DATED, NEAR),
        (
            Obstacle(ObstacleCode.TOO_EARLY, {"start": "09:00", "earliest": "09:01"}, adaptable=True),
            {"earliest_start": time(9, 1), "latest_end": None},
            {},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.TOO_LATE, {"end": "15:00", "latest": "14:59"}, adaptable=True),
            {"earliest_start": None, "latest_end": time(14, 59)},
            {},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.TOO_LATE, {"end": "06:30", "latest": "06:00"}, adaptable=True),
            {"latest_end": time(6)},
            {"shifts": (shift("23:00", "06:30", day=Weekday.FRIDAY),)},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.AVAILABLE_TOO_LATE, {"from": "2027-03-02"}),
            {"available_from": date(2027, 3, 2)},
            {"ends_on": date(2027, 3, 1)},
            NEAR,
        ),
        (
            Question(QuestionCode.CAN_IT_WAIT, Ask.EMPLOYER, {"from": "2026-12-15"}),
            {"available_from": date(2026, 12, 15)},
            {"starts_on": date(2026, 12, 14)},
            NEAR,
        ),
        (Obstacle(ObstacleCode.TOO_FAR, {"minutes": 46, "limit": 45}), {}, {}, Travel(minutes=46)),
        (
            Question(QuestionCode.TRAVEL_LIMIT_UNKNOWN, Ask.CANDIDATE, {"minutes": 90}),
            {"max_travel_minutes": None},
            {},
            Travel(minutes=90),
        ),
        (
            Question(QuestionCode.TRAVEL_TIME_UNKNOWN, Ask.CANDIDATE, {"nearness": "further"}),
            {},
            {},
            Travel(Nearness.FURTHER),
        ),
        (Question(QuestionCode.SKILL_UNKNOWN, Ask.CANDIDATE, {"skill": "licence_b"}), {}, DRIVES, NEAR),
        (Question(QuestionCode.SKILL_UNKNOWN, Ask.CANDIDATE, {"skill": "licence_b"}), TURNED_18, DRIVES, NEAR),
        (Obstacle(ObstacleCode.SKILL_MISSING, {"skill": "licence_b"}), YOUTH, DRIVES, NEAR),
        (Obstacle(ObstacleCode.SKILL_MISSING, {"skill": "truck_t1"}, adaptable=True), TURNED_17, T1, NEAR),
        (Obstacle(ObstacleCode.SKILL_MISSING, {"skill": "truck_t1"}), SIXTEEN, T1, NEAR),
        (Obstacle(ObstacleCode.ADAPTATION_MISSING, {"adaptation": "quiet_place"}, adaptable=True), QUIET, {}, NEAR),
        (
            Question(QuestionCode.ADAPTATIONS_UNKNOWN, Ask.EMPLOYER, {"adaptations": "mentor_beside,quiet_place"}),
            QUIET,
            {"adaptations": None},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.TOO_YOUNG_FOR_WORK_TRAINING, {"lowest": 16}),
            {"birth_date": date(2010, 11, 23)},
            {"kind": OpeningKind.WORK_TRAINING_PART},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.TOO_YOUNG_FOR_TASK, {"gate": "tobacco", "min_age": 18}),
            YOUTH,
            {"age_gates": frozenset({"tobacco"})},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.HAZARD_UNDER_18, {"hazards": "explosives,high_voltage"}),
            YOUTH,
            {"hazards": frozenset({HazardCode.HIGH_VOLTAGE, HazardCode.EXPLOSIVES})},
            NEAR,
        ),
        (
            Question(QuestionCode.LAW_NEEDS_ATTENTION, Ask.EMPLOYER, {"findings": "hazard_needs_supervision"}),
            YOUTH,
            {"hazards": frozenset({HazardCode.HIGH_VOLTAGE}), "kind": OpeningKind.APPRENTICE},
            NEAR,
        ),
        (
            Question(QuestionCode.LAW_NEEDS_ATTENTION, Ask.EMPLOYER, {"findings": "needs_supervision_by_adult"}),
            YOUTH,
            {"age_gates": frozenset({"tobacco"}), "supervised_gates": frozenset({"tobacco"})},
            NEAR,
        ),
        (
            Obstacle(ObstacleCode.YOUNG_WORKER_HOURS, {"findings": "break_missing,day_limit"}, adaptable=True),
            YOUTH,
            {"shifts": (shift("08:00", "17:00", day=Weekday.MONDAY),)},
            NEAR,
        ),
    ],
    ids=lambda value: str(value.code) if isinstance(value, Obstacle | Question) else "",
)
def test_each_obstacle_and_question_is_told_with_the_values_that_its_sentence_needs(
    told: Obstacle | Question, person: dict[str, object], place: dict[str, object], way: Travel
) -> None:
    answer = check(candidate(**person), opening(**place), way)
    assert told in (*answer.obstacles, *answer.unknowns)


def test_a_need_that_is_not_known_is_not_taken_for_met() -> None:
    needs_more = candidate(needs=frozenset({"later"}))
    assert obstacles(needs_more, opening(adaptations=frozenset(Adaptation))) == ["adaptation_missing"]


def test_work_training_is_not_for_15_year_olds_and_no_work_is_for_12_year_olds() -> None:
    training = opening(kind=OpeningKind.WORK_TRAINING_PART)
    assert "too_young_for_work_training" in obstacles(candidate(birth_date=date(2011, 5, 1)), training)
    assert obstacles(candidate(birth_date=date(2010, 11, 22), finished_year_10=True), training) == []  # 16 today
    assert obstacles(candidate(birth_date=date(2014, 5, 1)), opening()) == ["too_young_to_work"]


FORGETTABLE = [
    "kinds", "days", "earliest_start", "latest_end", "available_from", "municipality", "max_travel_minutes",
    "needs", "weekly_minutes_min", "weekly_minutes_max",
]  # fmt: skip

people = st.builds(
    candidate,
    kinds=st.frozensets(st.sampled_from(OpeningKind)),
    days=st.frozensets(st.sampled_from(Weekday)),
    earliest_start=st.times(),
    latest_end=st.times(),
    weekly_minutes_min=st.integers(0, 1200),
    weekly_minutes_max=st.integers(1200, 2400),
    max_travel_minutes=st.integers(10, 90),
    needs=st.frozensets(st.sampled_from(Adaptation)),
    skills=st.frozensets(st.sampled_from(["till", "clean", "licence_b"])),
    skills_lacking=st.frozensets(st.sampled_from(["paint", "truck_t1"])),
    birth_date=st.dates(date(2001, 1, 1), date(2012, 1, 1)),
)
places = st.builds(
    opening,
    kind=st.sampled_from(OpeningKind),
    weekly_minutes_min=st.integers(300, 1200),
    weekly_minutes_max=st.integers(1200, 2400),
    must_have=st.frozensets(st.sampled_from(["till", "paint", "truck_t1", "licence_b"])),
    adaptations=st.none() | st.frozensets(st.sampled_from(Adaptation)),
    hazards=st.frozensets(st.sampled_from(HazardCode), max_size=2),
    age_gates=st.frozensets(st.sampled_from(["tobacco", "alcohol_high"])),
)
ways = st.builds(Travel, st.sampled_from(Nearness), st.none() | st.integers(5, 120))


@given(people, places, ways, st.sampled_from(FORGETTABLE))
def test_forgetting_an_answer_never_adds_an_obstacle(
    person: CandidateCard, place: OpeningCard, way: Travel, field: str
) -> None:
    known = check(person, place, way).obstacles
    forgotten = check(replace(person, **{field: None}), place, way).obstacles
    assert set(map(repr, forgotten)) <= set(map(repr, known))


@given(people, places, ways, st.sampled_from(Adaptation))
def test_offering_one_more_adaptation_never_adds_an_obstacle(
    person: CandidateCard, place: OpeningCard, way: Travel, more: Adaptation
) -> None:
    if place.adaptations is None:
        return
    wider = replace(place, adaptations=place.adaptations | {more})
    assert len(check(person, wider, way).obstacles) <= len(check(person, place, way).obstacles)


@given(people, places, ways)
def test_a_near_miss_is_never_possible_and_has_exactly_one_obstacle(
    person: CandidateCard, place: OpeningCard, way: Travel
) -> None:
    answer = check(person, place, way)
    assert answer.possible == (not answer.obstacles)
    assert not answer.near_miss or (not answer.possible and len(answer.obstacles) == 1)
