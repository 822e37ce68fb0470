"""The pause before the next try grows, never beyond the longest."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ground.retries import pause_after

FIRST, LONGEST = timedelta(minutes=5), timedelta(hours=12)


def pause(tries: int) -> timedelta:
    return pause_after(tries, first=FIRST, longest=LONGEST)


def test_each_pause_is_twice_the_one_before() -> None:
    assert [pause(tries) for tries in (1, 2, 3)] == [FIRST, FIRST * 2, FIRST * 4]


@given(st.integers(min_value=-5, max_value=10**9))
def test_a_pause_never_shrinks_and_has_an_end(tries: int) -> None:
    assert FIRST <= pause(tries) <= pause(tries + 1) <= LONGEST
    assert pause(10**9) == LONGEST
