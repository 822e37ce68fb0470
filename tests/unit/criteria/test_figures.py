"""Thresholds: measured exactly, scaled with size, and never of so few that somebody could be recognised."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.criteria.rules.figures import Figure, FigureStatus, check_figure, required_for_size
from certification.criteria.types import LevelId
from tests.builders.criteria import edition

INKLUDERENDE, PADRIVER = LevelId.INKLUDERENDE, LevelId.PADRIVER
MISSING, TOO_FEW = FigureStatus.MISSING, FigureStatus.TOO_FEW
REACHED, BELOW = FigureStatus.REACHED, FigureStatus.BELOW


def status(
    id_: str, level: LevelId, count: str, out_of: int | None = None, employees: int | None = 120
) -> FigureStatus:
    figure = Figure(Decimal(count), out_of)
    return check_figure(edition().criterion(id_), level, figure, employees).status


@pytest.mark.parametrize(
    ("level", "employees", "enough", "too_few"),
    [
        (INKLUDERENDE, 3, "1", "0"),
        (INKLUDERENDE, 50, "1", "0.9"),
        (INKLUDERENDE, 51, "1.02", "1"),
        (INKLUDERENDE, 120, "2.4", "2"),
        (PADRIVER, 3, "2", "1"),
        (PADRIVER, 34, "2.04", "2"),
        (PADRIVER, 100, "6", "5"),
        (PADRIVER, 8000, "480", "479"),
    ],
)
def test_opportunities_are_held_against_the_size(level: LevelId, employees: int, enough: str, too_few: str) -> None:
    assert status("RES-2", level, enough, employees=employees) is REACHED
    assert status("RES-2", level, too_few, employees=employees) is BELOW


def test_what_is_required_can_be_told() -> None:
    check = check_figure(edition().criterion("RES-2"), PADRIVER, Figure(Decimal(5)), 100)
    assert (check.required, check.reached) == (Decimal(6), Decimal(5))
    of_too_few = check_figure(edition().criterion("RES-3"), PADRIVER, Figure(Decimal(1), 4), 100)
    assert (of_too_few.required, of_too_few.reached) == (Decimal("0.6"), None)


def test_a_rate_without_a_least_number_asks_of_the_smallest_only_their_share() -> None:
    indicator = edition().criterion("RES-2").indicator
    assert indicator is not None
    without = indicator.model_copy(update={"minimum": {}})
    assert required_for_size(without, INKLUDERENDE, 5) == Decimal("0.1")


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_a_larger_employer_never_needs_fewer_opportunities(first: int, second: int) -> None:
    small, large = sorted((first, second))
    required = [
        check_figure(edition().criterion("RES-2"), INKLUDERENDE, Figure(Decimal(0)), size).required
        for size in (small, large)
    ]
    assert required[0] is not None
    assert required[1] is not None
    assert 1 <= required[0] <= required[1]


def test_opportunities_cannot_be_judged_without_knowing_the_size() -> None:
    assert status("RES-2", INKLUDERENDE, "40", employees=None) is MISSING


@pytest.mark.parametrize(
    ("count", "out_of", "expected"),
    [("3", 5, REACHED), ("2", 5, BELOW), ("4", 4, TOO_FEW), ("0", 0, TOO_FEW), ("6", 5, MISSING), ("3", None, MISSING)],
)
def test_a_share_is_shown_of_five_or_more(count: str, out_of: int | None, expected: FigureStatus) -> None:
    assert status("RES-3", PADRIVER, count, out_of) is expected


def test_a_share_without_a_least_group_is_still_not_a_share_of_nobody() -> None:
    assert status("FOR-4", INKLUDERENDE, "1", 1) is REACHED
    assert status("FOR-4", INKLUDERENDE, "0", 0) is TOO_FEW
    assert status("FOR-4", INKLUDERENDE, "9", 10) is BELOW


@given(st.integers(1, 10_000))
def test_eight_of_ten_is_measured_without_rounding(tens: int) -> None:
    assert status("OPP-3", PADRIVER, str(8 * tens), 10 * tens) is REACHED
    assert status("OPP-3", PADRIVER, str(8 * tens - 1), 10 * tens) is BELOW


def test_gatherings_are_counted() -> None:
    assert status("SAM-4", INKLUDERENDE, "1") is REACHED
    assert status("SAM-4", PADRIVER, "1") is BELOW


@pytest.mark.parametrize("count", ["-1", "NaN", "Infinity"])
def test_a_number_that_cannot_be_true_counts_as_missing(count: str) -> None:
    assert status("SAM-4", INKLUDERENDE, count) is MISSING


def test_no_figure_is_missing_only_where_the_level_has_a_threshold() -> None:
    assert check_figure(edition().criterion("RES-3"), PADRIVER, None, 120).status is MISSING
    assert check_figure(edition().criterion("RES-3"), INKLUDERENDE, None, 120).status is FigureStatus.NO_THRESHOLD
    assert check_figure(edition().criterion("REK-1"), PADRIVER, None, 120).status is FigureStatus.NO_THRESHOLD
