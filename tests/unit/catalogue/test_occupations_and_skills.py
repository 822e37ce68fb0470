"""Every interest has occupations, and levels of Norwegian include each other."""

from matching.catalogue.choices import InterestArea
from matching.catalogue.occupations import area_of, occupations
from matching.catalogue.skills import ruled_out_by, with_included


def test_there_are_seventy_occupations_and_every_area_has_some() -> None:
    assert len(occupations()) == 70
    assert {one.area for one in occupations().values()} == set(InterestArea)
    assert area_of("5223") is InterestArea.SHOP
    assert area_of("0000") is None


def test_levels_of_norwegian_include_the_lower_ones_and_rule_out_the_higher() -> None:
    assert {"norwegian_spoken_a1", "norwegian_spoken_a2"} < with_included(["norwegian_spoken_b1"])
    assert ruled_out_by(["norwegian_spoken_b1"]) == {"norwegian_spoken_b2", "norwegian_spoken_c1"}
    assert ruled_out_by(["till"]) == frozenset()
