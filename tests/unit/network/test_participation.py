"""Who belongs to the network and who may come to a gathering."""

from datetime import UTC, date, datetime, timedelta

import pytest

from certification.network.rules import GatheringFacts, free_seats, participation, refusal_of_sign_up, state_of
from certification.network.types import GatheringState, Participation, SignUpRefusal

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)


def facts(**changes: object) -> GatheringFacts:
    values: dict[str, object] = {"starts_at": NOW + HOUR, "ends_at": NOW + 3 * HOUR, "published_at": NOW - HOUR}
    return GatheringFacts(**{**values, **changes})  # type: ignore[arg-type]  # values are those of the dataclass


@pytest.mark.parametrize(
    ("certified", "has_case", "underveis_until", "expected"),
    [
        (True, False, None, Participation.MEMBER),
        (True, True, TODAY, Participation.MEMBER),
        (False, True, None, Participation.GUEST),
        (False, False, TODAY, Participation.GUEST),
        (False, False, TODAY - timedelta(days=1), None),
        (False, False, None, None),
    ],
)
def test_members_are_certified_and_guests_are_on_the_way(
    certified: bool, has_case: bool, underveis_until: date | None, expected: Participation | None
) -> None:
    found = participation(
        certified=certified, has_open_assessment=has_case, underveis_until=underveis_until, today=TODAY
    )
    assert found is expected


@pytest.mark.parametrize(
    ("gathering", "now", "expected"),
    [
        (facts(published_at=None), NOW, GatheringState.DRAFT),
        (facts(), NOW, GatheringState.UPCOMING),
        (facts(), NOW + HOUR, GatheringState.BEGUN),
        (facts(), NOW + 3 * HOUR, GatheringState.OVER),
        (facts(cancelled_at=NOW), NOW + 3 * HOUR, GatheringState.CANCELLED),
        (facts(published_at=None, cancelled_at=NOW), NOW, GatheringState.CANCELLED),
    ],
)
def test_where_a_gathering_stands_follows_from_its_times(
    gathering: GatheringFacts, now: datetime, expected: GatheringState
) -> None:
    assert state_of(gathering, now) is expected


def refusal(gathering: GatheringFacts, taking_part_as: Participation | None, taken: int = 0) -> SignUpRefusal | None:
    return refusal_of_sign_up(gathering, taking_part_as=taking_part_as, taken=taken, now=NOW)


def test_members_and_guests_may_come_while_there_is_room_and_others_may_not() -> None:
    assert refusal(facts(), Participation.MEMBER, taken=10_000) is None
    assert refusal(facts(capacity=2), Participation.GUEST, taken=1) is None
    assert refusal(facts(capacity=2), Participation.MEMBER, taken=2) is SignUpRefusal.FULL
    assert refusal(facts(), None) is SignUpRefusal.OUTSIDE_NETWORK
    assert refusal(facts(published_at=None), Participation.MEMBER) is SignUpRefusal.NOT_OPEN
    assert refusal(facts(starts_at=NOW), Participation.MEMBER) is SignUpRefusal.NOT_OPEN


def test_free_seats_are_never_fewer_than_none() -> None:
    assert free_seats(facts(), 5) is None
    assert free_seats(facts(capacity=3), 1) == 2
    assert free_seats(facts(capacity=3), 4) == 0
