"""Which criteria apply to whom: the load counted in certification.md 7, and what it rests on."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.criteria.errors import UnknownLevel
from certification.criteria.rules.applicable import applicable_criteria
from certification.criteria.rules.profile import Profile
from certification.criteria.types import LevelId, RequirementType, Round
from register.organisations.types import Sector
from tests.builders.criteria import edition, edition_but, profile

INKLUDERENDE, PADRIVER = LevelId.INKLUDERENDE, LevelId.PADRIVER
MICRO = Profile(
    employees=3,
    sector=Sector.PRIVATE,
    has_under_18=False,
    trade=False,
    has_apprentices=False,
    takes_training=False,
)
# The table counts these with young people under 18 and with what is asked for from the first annual report.
SMALL_WITH_TRADE = profile(employees=12, has_apprentices=False, takes_training=False)
LARGE_WITH_APPRENTICES = profile(employees=200)
MUNICIPALITY = profile(employees=2000, sector=Sector.PUBLIC)

profiles = st.builds(
    Profile,
    employees=st.none() | st.integers(0, 5000),
    sector=st.none() | st.sampled_from(Sector),
    has_under_18=st.none() | st.booleans(),
    trade=st.none() | st.booleans(),
    has_apprentices=st.none() | st.booleans(),
    takes_training=st.none() | st.booleans(),
)


def load(who: Profile, level: LevelId) -> tuple[int, int, int, int]:
    asked = Counter(item.requirement for item in applicable_criteria(edition(), who, level, Round.RECERTIFICATION))
    must, should, choice = RequirementType.MUST, RequirementType.SHOULD, RequirementType.CHOICE
    return asked[must], asked[should], asked[choice], asked[RequirementType.RESULT]


@pytest.mark.parametrize(
    ("who", "inkluderende", "padriver"),
    [
        (MICRO, (25, 11, 15, 1), (36, 7, 8, 2)),
        (SMALL_WITH_TRADE, (27, 12, 15, 1), (39, 7, 8, 2)),
        (LARGE_WITH_APPRENTICES, (29, 12, 16, 1), (41, 8, 8, 2)),
        (MUNICIPALITY, (32, 12, 17, 1), (44, 8, 9, 2)),
    ],
    ids=["micro", "small with a trade", "large with apprentices and work training", "municipality"],
)
def test_the_load_per_profile_is_that_of_the_table(
    who: Profile, inkluderende: tuple[int, ...], padriver: tuple[int, ...]
) -> None:
    assert load(who, INKLUDERENDE) == inkluderende
    assert load(who, PADRIVER) == padriver


def test_gatherings_are_asked_for_from_the_first_annual_report_only() -> None:
    first = applicable_criteria(edition(), MICRO, INKLUDERENDE, Round.FIRST)
    for round_ in (Round.ANNUAL_REPORT, Round.RECERTIFICATION):
        later = applicable_criteria(edition(), MICRO, INKLUDERENDE, round_)
        assert {item.criterion.id for item in later} - {item.criterion.id for item in first} == {"SAM-4"}


def test_the_area_for_public_bodies_is_for_public_bodies() -> None:
    def areas(who: Profile) -> set[str]:
        return {item.area.id for item in applicable_criteria(edition(), who, INKLUDERENDE, Round.FIRST)}

    assert "OFV" in areas(profile(sector=Sector.PUBLIC))
    assert "OFV" not in areas(profile(sector=Sector.NONPROFIT))
    assert "OFV" not in areas(profile(sector=None))


@given(profiles, st.sampled_from(Round))
def test_paadriver_asks_for_everything_that_inkluderende_asks_for(who: Profile, round_: Round) -> None:
    lower = {item.criterion.id for item in applicable_criteria(edition(), who, INKLUDERENDE, round_)}
    higher = {item.criterion.id for item in applicable_criteria(edition(), who, PADRIVER, round_)}
    assert lower <= higher


@given(profiles, st.sampled_from(LevelId), st.sampled_from(Round))
def test_later_rounds_ask_for_all_that_the_first_does_and_none_for_what_the_level_does_not(
    who: Profile, level: LevelId, round_: Round
) -> None:
    first = applicable_criteria(edition(), who, level, Round.FIRST)
    later = applicable_criteria(edition(), who, level, round_)
    assert {item.criterion.id for item in first} <= {item.criterion.id for item in later}
    assert all(item.requirement is not RequirementType.NONE for item in later)


def test_a_level_that_the_edition_lacks_is_an_error() -> None:
    without = edition_but(levels=edition().levels[1:])
    with pytest.raises(UnknownLevel):
        applicable_criteria(without, MICRO, LevelId.UNDERVEIS, Round.FIRST)
