"""What waits stands in the order in which it should be done, one row for each person or case."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.waiting import Waiting, in_order, is_urgent

TODAY = date(2026, 11, 23)


def row(about: str, *, due: int | None = None, waited: int | None = None, key: str = "", keeper: str = "") -> Waiting:
    """`due` in days from today, `waited` days until today."""
    since = None if waited is None else datetime(2026, 11, 23, 8, tzinfo=UTC) - timedelta(days=waited)
    day = None if due is None else TODAY + timedelta(days=due)
    return Waiting(key or about, about, "Svar", f"/{about}", due=day, since=since, keeper=keeper)


def order(*rows: Waiting) -> list[str]:
    return [one.about for one in in_order(rows, TODAY)]


def test_what_breaks_a_deadline_comes_before_those_who_wait_and_they_before_what_has_time() -> None:
    late, tomorrow, later = row("late", due=-3), row("tomorrow", due=1), row("later", due=9)
    long, short, rest = row("long", waited=30), row("short", waited=2), row("rest")
    assert order(rest, later, short, long, tomorrow, late) == ["late", "tomorrow", "long", "short", "later", "rest"]


def test_one_person_or_case_has_one_row_with_its_most_urgent_thing() -> None:
    waits, is_late = row("waits", waited=90, key="Ada"), row("is late", due=-1, key="Ada")
    assert order(waits, row("other", waited=1), is_late) == ["is late", "other"]


def test_what_is_a_colleagues_comes_after_all_that_is_ones_own() -> None:
    assert order(row("theirs", due=-20, keeper="Otto"), row("mine")) == ["mine", "theirs"]


waits = st.builds(
    row,
    st.sampled_from("abcdef"),
    due=st.none() | st.integers(-40, 40),
    waited=st.none() | st.integers(0, 90),
    key=st.sampled_from(["one", "two", "three", "four"]),
)


@given(st.lists(waits), st.randoms())
def test_the_order_hangs_on_the_rows_alone_and_leaves_nobody_out(rows: list[Waiting], random: object) -> None:
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis hands over a random.Random
    found = in_order(rows, TODAY)
    assert [(one.key, one.due, one.since) for one in found] == [
        (one.key, one.due, one.since) for one in in_order(mixed, TODAY)
    ]
    assert {one.key for one in found} == {one.key for one in rows}
    urgent = [is_urgent(one, TODAY) for one in found]
    assert urgent == sorted(urgent, reverse=True)
