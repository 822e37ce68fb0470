"""The choice pool: in an area with several choice criteria, some must be met (catalogue: valgpott)."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from certification.criteria.editions.schema import ChoicePool, Edition
from certification.criteria.rules.applicable import applicable_criteria
from certification.criteria.rules.profile import Profile
from certification.criteria.types import LevelId, RequirementType, Round
from ground.params import Params


@dataclass(frozen=True, slots=True)
class EmptyPool:
    """An area in which too few of the choice criteria are met."""

    area_id: str
    required: int
    met: int
    criterion_ids: tuple[str, ...]

    def params(self) -> Params:
        """The values for a sentence about it."""
        return {"required": self.required, "met": self.met, "criteria": self.criterion_ids}


def empty_pools(
    edition: Edition, profile: Profile, level: LevelId, round_: Round, met: Set[str]
) -> tuple[EmptyPool, ...]:
    """The pools not filled when the criteria `met` (ids) are, for the level and those it builds upon.

    An area counts when enough of its choice criteria apply to this profile. Each area is named once, with
    what the lowest of the levels lacks.
    """
    found: dict[str, EmptyPool] = {}
    for level_id in edition.level_chain(level):
        pool = edition.choice_pool.get(level_id)
        if pool is not None:
            for empty in _empty_at(edition, profile, level_id, round_, pool, met):
                found.setdefault(empty.area_id, empty)
    return tuple(found[area.id] for area in edition.areas if area.id in found)


def _empty_at(
    edition: Edition, profile: Profile, level: LevelId, round_: Round, pool: ChoicePool, met: Set[str]
) -> Iterator[EmptyPool]:
    choices: dict[str, list[str]] = {}
    for item in applicable_criteria(edition, profile, level, round_):
        if item.requirement is RequirementType.CHOICE:
            choices.setdefault(item.area.id, []).append(item.criterion.id)
    for area_id, ids in choices.items():
        fulfilled = len(met & set(ids))
        if len(ids) >= pool.areas_with_at_least and fulfilled < pool.required:
            yield EmptyPool(area_id, pool.required, fulfilled, tuple(ids))
