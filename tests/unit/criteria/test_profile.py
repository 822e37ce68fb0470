"""The profile: size classes, and unknown is not zero and not no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.criteria.rules.profile import Profile, size_class
from certification.criteria.types import ProfileQuestionId, SizeClass
from tests.builders.criteria import profile


@pytest.mark.parametrize(
    ("employees", "size"),
    [
        (0, SizeClass.MICRO),
        (4, SizeClass.MICRO),
        (5, SizeClass.SMALL),
        (19, SizeClass.SMALL),
        (20, SizeClass.MEDIUM),
        (49, SizeClass.MEDIUM),
        (50, SizeClass.LARGE),
        (249, SizeClass.LARGE),
        (250, SizeClass.VERY_LARGE),
        (None, None),
    ],
)
def test_the_number_of_employees_gives_the_size_class(employees: int | None, size: SizeClass | None) -> None:
    assert size_class(employees) is size


@given(st.integers(min_value=0, max_value=100_000))
def test_one_more_employee_never_makes_an_employer_smaller(employees: int) -> None:
    order = list(SizeClass)
    now, then = size_class(employees), size_class(employees + 1)
    assert now is not None
    assert then is not None
    assert order.index(now) <= order.index(then)


def test_a_negative_number_of_employees_is_an_error() -> None:
    with pytest.raises(ValueError):
        size_class(-1)


def test_a_new_profile_asks_every_question() -> None:
    assert Profile().unanswered() == tuple(ProfileQuestionId)


def test_an_unknown_number_of_employees_is_asked_for_and_a_no_is_an_answer() -> None:
    assert profile(employees=None).unanswered() == (ProfileQuestionId.SIZE,)
    assert profile(employees=0, takes_training=False).unanswered() == ()


def test_who_has_apprentices_has_work_that_belongs_to_a_trade() -> None:
    assert profile(trade=False).answers()[ProfileQuestionId.TRADE] is True
    assert profile(trade=None).unanswered() == ()
    assert profile(trade=False, has_apprentices=False).answers()[ProfileQuestionId.TRADE] is False
