"""What follows from the kind of a request about one's own data."""

from matching.candidates.types import RightsKind


def test_only_a_no_to_the_use_stops_it_while_it_waits() -> None:
    assert {kind for kind in RightsKind if kind.freezes} == {RightsKind.OBJECTION, RightsKind.RESTRICTION}
