"""The score adds up, hides nothing, and knows neither age nor gender nor name nor certification."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.catalogue.choices import Adaptation, InterestArea
from matching.matches.reasons import TONE_OF, Tone, reasons_for
from matching.matches.requirements import (
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
    assert all(0 <= line.points <= line.maximum for line in score.lines)
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
