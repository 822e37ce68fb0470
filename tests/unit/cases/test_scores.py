"""Scores show progress honestly: the traps of certification.md 6.4."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.cases.rules.scores import AreaScore, Scores, percent, scores
from certification.criteria.editions.schema import Edition
from certification.criteria.rules.applicable import Applicable, applicable_criteria
from certification.criteria.types import AnswerValue, LevelId, NotApplicableRule, ProfileQuestionId, Round
from tests.builders.criteria import area, criterion, edition, edition_with, profile

MET, PARTLY, NOT_MET = AnswerValue.MET, AnswerValue.PARTLY, AnswerValue.NOT_MET
NOT_APPLICABLE = AnswerValue.NOT_APPLICABLE
ONE_AND_THREE = edition_with(area("GRU", criterion("GRU-1", weight=1), criterion("GRU-2", weight=3)))


def applicable(used: Edition, **changes: object) -> tuple[Applicable, ...]:
    return applicable_criteria(used, profile(**changes), LevelId.INKLUDERENDE, Round.FIRST)


def scored(used: Edition, answers: dict[str, AnswerValue | None], **changes: object) -> Scores:
    return scores(used, applicable(used, **changes), answers)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (MET, NOT_MET, 25),
        (NOT_MET, MET, 75),
        (MET, MET, 100),
        (PARTLY, PARTLY, 50),
        (NOT_MET, NOT_MET, 0),
        (MET, None, 25),
        (NOT_APPLICABLE, MET, 100),
        (NOT_APPLICABLE, PARTLY, 50),
        (MET, NOT_APPLICABLE, 100),
        (None, None, None),
        (NOT_APPLICABLE, NOT_APPLICABLE, None),
    ],
)
def test_two_criteria_that_weigh_one_and_three(
    first: AnswerValue | None, second: AnswerValue | None, shown: int | None
) -> None:
    result = scored(ONE_AND_THREE, {"GRU-1": first, "GRU-2": second})
    assert percent(result.total) == shown
    assert percent(result.areas[0].value) == shown


def test_a_large_area_does_not_outweigh_a_small_one() -> None:
    many = area("GRU", *(criterion(f"GRU-{n}", weight=3) for n in range(1, 10)))
    used = edition_with(many, area("FOR", criterion("FOR-1")))
    answers: dict[str, AnswerValue | None] = {f"GRU-{n}": MET for n in range(1, 10)}
    assert percent(scored(used, answers | {"FOR-1": NOT_MET}).total) == 50


def test_an_area_that_is_not_begun_holds_the_total_down() -> None:
    used = edition_with(area("GRU", criterion("GRU-1")), area("FOR", criterion("FOR-1")))
    result = scored(used, {"GRU-1": MET})
    assert result.areas == (AreaScore("GRU", Fraction(1), 1, 1), AreaScore("FOR", None, 0, 1))
    assert percent(result.total) == 50


def test_an_area_that_is_not_applicable_throughout_is_left_out_of_the_total() -> None:
    loose = criterion("FOR-1", not_applicable=NotApplicableRule.YES)
    used = edition_with(area("GRU", criterion("GRU-1")), area("FOR", loose))
    assert percent(scored(used, {"GRU-1": MET, "FOR-1": NOT_APPLICABLE}).total) == 100


def test_an_answer_to_a_hidden_criterion_does_not_count() -> None:
    hidden = criterion("GRU-2", weight=3, applies_when={ProfileQuestionId.TAKES_TRAINING: True})
    used = edition_with(area("GRU", criterion("GRU-1"), hidden))
    answers: dict[str, AnswerValue | None] = {"GRU-1": MET, "GRU-2": NOT_MET}
    assert percent(scored(used, answers, takes_training=False).total) == 100
    assert percent(scored(used, answers, takes_training=True).total) == 25


def test_a_criterion_without_points_changes_no_score() -> None:
    silent = criterion("GRU-2", weight=0, counts_in_score=False)
    used = edition_with(area("GRU", criterion("GRU-1"), silent))
    assert scored(used, {"GRU-1": MET, "GRU-2": NOT_MET}).total == 1


def test_a_hundred_is_shown_only_when_everything_is_met() -> None:
    assert percent(Fraction(999, 1000)) == 99
    assert percent(Fraction(1)) == 100
    assert percent(None) is None


answer_sets = st.fixed_dictionaries({c.id: st.none() | st.sampled_from(AnswerValue) for c in edition().criteria})


@given(answer_sets)
def test_every_score_lies_between_nothing_and_all(answers: dict[str, AnswerValue | None]) -> None:
    result = scored(edition(), answers)
    for value in [result.total, *(a.value for a in result.areas)]:
        assert value is None or 0 <= value <= 1


@given(answer_sets, st.sampled_from([c.id for c in edition().criteria]))
def test_a_better_answer_never_lowers_a_score(answers: dict[str, AnswerValue | None], changed: str) -> None:
    worse = scored(edition(), answers | {changed: NOT_MET}).total
    better = scored(edition(), answers | {changed: MET}).total
    assert better is None or worse is None or worse <= better


@given(answer_sets)
def test_a_hundred_means_that_all_that_counts_is_met(answers: dict[str, AnswerValue | None]) -> None:
    counted = [item.criterion for item in applicable(edition()) if item.criterion.counts_in_score]
    all_met = all(answers[c.id] in (MET, NOT_APPLICABLE) for c in counted)
    assert (percent(scored(edition(), answers).total) == 100) == (
        all_met and any(answers[c.id] is MET for c in counted)
    )
