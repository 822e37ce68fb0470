"""The score adds up, hides nothing, and knows neither age nor gender nor name nor certification."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.catalogue.choices import Adaptation, InterestArea
from matching.matches.reasons import TONE_OF, Reason, Tone, reasons_for
from matching.matches.requirements import (
    Ask,
    CandidateCard,
    Nearness,
    ObstacleCode,
    OpeningCard,
    QuestionCode,
    Travel,
    check_pair,
)
from matching.matches.score import BEST, MAXIMUM, ScoreCode, ScorePart, score_pair
from tests.builders.law import TODAY
from tests.builders.matches import candidate, opening

SKILLS = ["till", "clean", "paint", "norwegian_spoken_a2", "norwegian_spoken_b1"]
people = st.builds(
    candidate,
    birth_date=st.dates(date(2001, 1, 1), date(2012, 1, 1)),
    liked_areas=st.frozensets(st.sampled_from(InterestArea), max_size=3),
    disliked_areas=st.frozensets(st.sampled_from(InterestArea), max_size=3),
    liked_occupations=st.frozensets(st.sampled_from(["5223", "9112"])),
    skills=st.frozensets(st.sampled_from(SKILLS)),
    skills_lacking=st.frozensets(st.sampled_from(SKILLS)),
    wants_to_learn=st.frozensets(st.sampled_from(SKILLS)),
    needs=st.none() | st.frozensets(st.sampled_from(Adaptation)),
    weekly_minutes_min=st.none() | st.integers(0, 1500),
    weekly_minutes_max=st.none() | st.integers(1500, 2400),
    max_travel_minutes=st.none() | st.integers(1, 120),
)
places = st.builds(
    opening,
    area=st.none() | st.sampled_from(InterestArea),
    occupation=st.none() | st.sampled_from(["5223", "9112"]),
    must_have=st.frozensets(st.sampled_from(SKILLS)),
    can_learn=st.frozensets(st.sampled_from(SKILLS)),
    adaptations=st.none() | st.frozensets(st.sampled_from(Adaptation)),
    weekly_minutes_min=st.none() | st.integers(0, 1500),
    weekly_minutes_max=st.none() | st.integers(1500, 2400),
)
ways = st.builds(Travel, st.sampled_from(Nearness), st.none() | st.integers(0, 180))


def points(part: ScorePart, person: CandidateCard, place: OpeningCard, way: Travel | None = None) -> int:
    (line,) = (line for line in score_pair(person, place, way).lines if line.part is part)
    return line.points


@given(people, places, ways)
def test_the_score_is_the_sum_of_parts_that_stay_within_their_limits(
    person: CandidateCard, place: OpeningCard, way: Travel
) -> None:
    score = score_pair(person, place, way)
    assert [line.part for line in score.lines] == list(ScorePart)
    assert all(0 <= line.points <= line.maximum and isinstance(line.points, int) for line in score.lines)
    assert score.total == sum(line.points for line in score.lines) <= BEST


@given(people, places, ways, st.dates(date(2001, 1, 1), date(2012, 1, 1)), st.none() | st.booleans())
def test_the_score_does_not_change_with_age_or_school_year(
    person: CandidateCard, place: OpeningCard, way: Travel, born: date, finished: bool | None
) -> None:
    other_age = replace(person, birth_date=born, finished_year_10=finished)
    assert score_pair(other_age, place, way) == score_pair(person, place, way)


def test_the_cards_hold_nothing_that_may_not_decide() -> None:
    on_the_cards = {field.name for card in (CandidateCard, OpeningCard) for field in fields(card)}
    forbidden = ("name", "gender", "sex", "diagnos", "benefit", "certif", "nation", "ethnic", "level_of_certificate")
    assert not [name for name in on_the_cards if any(word in name for word in forbidden)]


def test_the_best_pair_gets_every_point() -> None:
    person = candidate(
        liked_occupations=frozenset({"5223"}),
        skills=frozenset({"clean"}),
        wants_to_learn=frozenset({"till", "talk_to_people"}),
    )
    place = opening(
        occupation="5223",
        area=InterestArea.SHOP,
        must_have=frozenset({"clean"}),
        can_learn=frozenset(),
        adaptations=frozenset(list(Adaptation)[:5]),
    )
    assert score_pair(person, place, Travel(minutes=10)).total == BEST - MAXIMUM[ScorePart.LEARNING]
    learning = replace(place, can_learn=frozenset({"till", "talk_to_people"}))
    assert points(ScorePart.LEARNING, person, learning) == MAXIMUM[ScorePart.LEARNING]


def test_what_they_like_ranks_occupation_over_area_over_unknown_over_other_over_disliked() -> None:
    place = opening(occupation="5223", area=InterestArea.SHOP)
    ranked = [
        candidate(liked_occupations=frozenset({"5223"})),
        candidate(liked_areas=frozenset({InterestArea.SHOP})),
        candidate(),
        candidate(liked_areas=frozenset({InterestArea.CARE})),
        candidate(disliked_areas=frozenset({InterestArea.SHOP})),
    ]
    assert [points(ScorePart.LIKED_WORK, person, place) for person in ranked] == [400, 320, 200, 80, 0]


def test_an_unknown_skill_counts_half_and_a_lacking_one_nothing() -> None:
    place = opening(must_have=frozenset({"till"}))
    for person, expected in [
        (candidate(skills=frozenset({"till"})), 200),
        (candidate(), 100),
        (candidate(skills_lacking=frozenset({"till"})), 0),
    ]:
        assert points(ScorePart.CAN_DO, person, place) == expected


SHOP, CARE = frozenset({InterestArea.SHOP}), frozenset({InterestArea.CARE})
SELLER, TILL, BOTH = frozenset({"5223"}), frozenset({"till"}), frozenset({"till", "clean"})
IN_A_SHOP = {"area": InterestArea.SHOP, "occupation": "5223"}


@pytest.mark.parametrize(
    ("code", "points_and_values", "person", "place", "way"),
    [
        (ScoreCode.LIKES_OCCUPATION, (400, {"occupation": "5223"}), {"liked_occupations": SELLER}, IN_A_SHOP, None),
        (ScoreCode.LIKES_AREA, (320, {"area": "shop"}), {"liked_areas": SHOP}, IN_A_SHOP, None),
        (ScoreCode.WISHES_UNKNOWN, (200, {}), {}, IN_A_SHOP, None),
        (ScoreCode.AREA_UNKNOWN, (200, {}), {"liked_areas": SHOP}, {}, None),
        (ScoreCode.AREA_UNKNOWN, (200, {}), {"liked_occupations": SELLER}, {"occupation": "9112"}, None),
        (ScoreCode.OTHER_AREA, (80, {"area": "shop"}), {"liked_areas": CARE}, IN_A_SHOP, None),
        (ScoreCode.DISLIKES_AREA, (0, {"area": "shop"}), {"disliked_areas": SHOP}, IN_A_SHOP, None),
        (ScoreCode.NOTHING_REQUIRED, (200, {}), {}, {}, None),
        (ScoreCode.CAN_DO_SOME, (200, {"skills": "clean,till"}), {"skills": BOTH}, {"must_have": BOTH}, None),
        (ScoreCode.CAN_DO_SOME, (150, {"skills": "till"}), {"skills": TILL}, {"must_have": BOTH}, None),
        (ScoreCode.CAN_DO_UNKNOWN, (100, {}), {}, {"must_have": BOTH}, None),
        (ScoreCode.CAN_DO_UNKNOWN, (50, {}), {"skills_lacking": TILL}, {"must_have": BOTH}, None),
        (ScoreCode.CANNOT_DO_YET, (0, {}), {"skills_lacking": BOTH}, {"must_have": BOTH}, None),
        (ScoreCode.HOURS_FIT, (150, {}), {"weekly_minutes_min": 1200, "weekly_minutes_max": 2250}, {}, None),
        (ScoreCode.HOURS_FIT, (150, {}), {"weekly_minutes_min": 1200, "weekly_minutes_max": None}, {}, None),
        (ScoreCode.HOURS_FIT, (150, {}), {"weekly_minutes_min": None, "weekly_minutes_max": 2250}, {}, None),
        (ScoreCode.HOURS_PARTLY, (100, {}), {"weekly_minutes_max": 2249}, {}, None),
        (ScoreCode.HOURS_PARTLY, (100, {}), {"weekly_minutes_min": 1201}, {}, None),
        (ScoreCode.HOURS_PARTLY, (100, {}), {"weekly_minutes_max": 1200}, {}, None),
        (ScoreCode.HOURS_PARTLY, (100, {}), {"weekly_minutes_min": 2250}, {}, None),
        (ScoreCode.HOURS_APART, (0, {}), {"weekly_minutes_max": 1199}, {}, None),
        (ScoreCode.HOURS_APART, (0, {}), {"weekly_minutes_min": 2251, "weekly_minutes_max": None}, {}, None),
        (ScoreCode.HOURS_NOT_KNOWN, (75, {}), {"weekly_minutes_min": None, "weekly_minutes_max": None}, {}, None),
        (ScoreCode.HOURS_NOT_KNOWN, (75, {}), {}, {"weekly_minutes_min": None}, None),
        (ScoreCode.HOURS_NOT_KNOWN, (75, {}), {}, {"weekly_minutes_max": None}, None),
        (ScoreCode.TRAVEL_MINUTES, (150, {"minutes": 22}), {}, {}, Travel(minutes=22)),
        (ScoreCode.TRAVEL_MINUTES, (75, {"minutes": 50}), {"max_travel_minutes": None}, {}, Travel(minutes=50)),
        (ScoreCode.TRAVEL_OVER_LIMIT, (0, {"minutes": 46}), {}, {}, Travel(minutes=46)),
        (ScoreCode.SAME_MUNICIPALITY, (120, {}), {}, {}, Travel(Nearness.SAME)),
        (ScoreCode.NEIGHBOUR_MUNICIPALITY, (90, {}), {}, {}, Travel(Nearness.NEIGHBOUR)),
        (ScoreCode.FURTHER_AWAY, (30, {}), {}, {}, Travel(Nearness.FURTHER)),
        (ScoreCode.TRAVEL_NOT_KNOWN, (75, {}), {}, {}, None),
        (ScoreCode.LEARNS_WANTED, (50, {"skills": "clean,till"}), {"wants_to_learn": BOTH}, {"can_learn": BOTH}, None),
        (ScoreCode.LEARNS_WANTED, (25, {"skills": "till"}), {"wants_to_learn": TILL}, {"can_learn": BOTH}, None),
        (ScoreCode.LEARNING_UNKNOWN, (25, {}), {}, {"can_learn": BOTH}, None),
        (ScoreCode.LEARNS_OTHER, (0, {}), {"wants_to_learn": TILL}, {}, None),
        (ScoreCode.ROOM_TO_ADAPT, (30, {"adaptations": 3}), {}, {"adaptations": frozenset(list(Adaptation)[:3])}, None),
        (ScoreCode.LITTLE_ROOM_TO_ADAPT, (25, {}), {}, {"adaptations": None}, None),
        (ScoreCode.LITTLE_ROOM_TO_ADAPT, (0, {}), {}, {}, None),
    ],
)
def test_each_part_tells_why_it_got_its_points_with_the_values_that_its_sentence_needs(
    code: ScoreCode,
    points_and_values: tuple[int, dict[str, str | int]],
    person: dict[str, object],
    place: dict[str, object],
    way: Travel | None,
) -> None:
    told = {
        line.code: (line.points, line.params) for line in score_pair(candidate(**person), opening(**place), way).lines
    }
    assert told.get(code) == points_and_values


@given(people, places)
def test_a_place_that_teaches_more_never_gets_fewer_points(person: CandidateCard, place: OpeningCard) -> None:
    teaching = replace(place, can_learn=place.can_learn | {"till", "clean", "talk_to_people"})
    assert score_pair(person, teaching).total >= score_pair(person, place).total


def test_the_way_to_work_loses_points_evenly_from_half_the_limit_to_the_limit() -> None:
    person = candidate(max_travel_minutes=40)
    by_minutes = {
        minutes: points(ScorePart.TRAVEL, person, opening(), Travel(minutes=minutes)) for minutes in (20, 30, 40, 41)
    }
    assert by_minutes == {20: 150, 30: 113, 40: 75, 41: 0}


def test_without_a_journey_planner_near_is_better_than_far_and_unknown_lies_between() -> None:
    by_nearness = [
        points(ScorePart.TRAVEL, candidate(), opening(), Travel(near))
        for near in (Nearness.SAME, Nearness.NEIGHBOUR, Nearness.UNKNOWN, Nearness.FURTHER)
    ]
    assert by_nearness == sorted(by_nearness, reverse=True)


def test_needed_adaptations_give_no_points_only_those_beyond() -> None:
    quiet = frozenset({Adaptation.QUIET_PLACE})
    assert points(ScorePart.ADAPTATIONS, candidate(needs=quiet), opening(adaptations=quiet)) == 0
    assert points(ScorePart.ADAPTATIONS, candidate(), opening(adaptations=quiet)) == 10


def test_every_score_code_has_a_tone_and_no_code_means_two_things() -> None:
    assert set(TONE_OF) == set(ScoreCode)
    codes = [code.value for enum in (ObstacleCode, QuestionCode, ScoreCode) for code in enum]
    assert len(codes) == len(set(codes))


@given(people, places, ways)
def test_reasons_show_every_obstacle_every_question_and_every_part(
    person: CandidateCard, place: OpeningCard, way: Travel
) -> None:
    requirements, score = check_pair(person, place, TODAY, way), score_pair(person, place, way)
    reasons = reasons_for(requirements, score)
    tones = Counter(reason.tone for reason in reasons)
    assert tones[Tone.STANDS_IN_THE_WAY] == len(requirements.obstacles)
    assert tones[Tone.ASK] == len(requirements.unknowns)
    assert sum(reason.points or 0 for reason in reasons) == score.total


@pytest.mark.parametrize("area", InterestArea)
def test_what_speaks_against_is_among_the_reasons(area: InterestArea) -> None:
    person, place = candidate(disliked_areas=frozenset({area})), opening(area=area)
    reasons = reasons_for(check_pair(person, place, TODAY), score_pair(person, place))
    assert (ScoreCode.DISLIKES_AREA, Tone.SPEAKS_AGAINST) in [(reason.code, reason.tone) for reason in reasons]


def test_one_pair_is_told_whole_first_what_stands_in_the_way_then_the_score_from_the_best_and_last_what_to_ask() -> (
    None
):
    person = candidate(
        kinds=None, disliked_areas=SHOP, needs=frozenset({Adaptation.QUIET_PLACE}), skills=frozenset({"clean"})
    )
    place, way = opening(area=InterestArea.SHOP, must_have=BOTH), Travel(minutes=50)
    assert reasons_for(check_pair(person, place, TODAY, way), score_pair(person, place, way)) == (
        Reason(ObstacleCode.TOO_FAR, Tone.STANDS_IN_THE_WAY, {"minutes": 50, "limit": 45}),
        Reason(ObstacleCode.ADAPTATION_MISSING, Tone.STANDS_IN_THE_WAY, {"adaptation": "quiet_place"}, adaptable=True),
        Reason(ScoreCode.CAN_DO_SOME, Tone.SPEAKS_FOR, {"skills": "clean"}, points=150),
        Reason(ScoreCode.HOURS_FIT, Tone.SPEAKS_FOR, points=150),
        Reason(ScoreCode.LEARNING_UNKNOWN, Tone.NEUTRAL, points=25),
        Reason(ScoreCode.DISLIKES_AREA, Tone.SPEAKS_AGAINST, {"area": "shop"}, points=0),
        Reason(ScoreCode.TRAVEL_OVER_LIMIT, Tone.SPEAKS_AGAINST, {"minutes": 50}, points=0),
        Reason(ScoreCode.LITTLE_ROOM_TO_ADAPT, Tone.NEUTRAL, points=0),
        Reason(QuestionCode.KIND_UNKNOWN, Tone.ASK, ask=Ask.CANDIDATE),
        Reason(QuestionCode.SKILL_UNKNOWN, Tone.ASK, {"skill": "till"}, ask=Ask.CANDIDATE),
    )
