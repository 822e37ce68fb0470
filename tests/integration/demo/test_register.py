"""The demo's register: a municipality of three levels that can be tried without a network."""

from dataclasses import dataclass, field

from app.demo.fiction import municipality
from app.demo.register import DemoBusinessRegister
from register.organisations.business_register import PageBelow, Refused, RegisteredUnit, legal_entity_above
from register.organisations.types import Listed, RefusalReason
from tests.support.world import KnownUnits


@dataclass
class Walked:
    """What was met on the way down."""

    deepest: int = 0
    workplaces: list[str] = field(default_factory=list)


def walk(register: DemoBusinessRegister, orgnr: str, walked: Walked, level: int = 1) -> Walked:
    walked.deepest = max(walked.deepest, level)
    places, parts = register.page_below(orgnr, Listed.WORKPLACES, 0), register.page_below(orgnr, Listed.BRANCHES, 0)
    assert isinstance(places, PageBelow)
    assert isinstance(parts, PageBelow)
    walked.workplaces += [place.orgnr for place in places.workplaces]
    for part in parts.branches:
        walk(register, part.orgnr, walked, level + 1)
    return walked


def test_the_demos_municipality_has_three_levels_and_every_number_of_it_is_known() -> None:
    register = DemoBusinessRegister(KnownUnits())
    whole, *parts = municipality()
    walked = walk(register, whole, Walked())
    assert walked.deepest == 3
    assert len(walked.workplaces) == len(set(walked.workplaces)) == 11
    for number in walked.workplaces:
        answer = register.look_up(number)
        assert isinstance(answer, Refused)
        assert answer.reason is RefusalReason.IS_WORKPLACE
    for number in parts:
        unit = register.look_up(number)
        assert isinstance(unit, RegisteredUnit)
        legal = legal_entity_above(register, unit)
        assert legal is not None
        assert legal.orgnr == whole
