"""The two cards that are compared. No name, gender, diagnosis, benefit or certification stands on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from matching.catalogue.choices import Adaptation, InterestArea, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.law.types import HazardCode
from matching.law.young_workers import Shift, Worker
from matching.records.types import OpeningState


@dataclass(frozen=True)
class CandidateCard:
    """What a candidate has said. None is «not asked»; an empty set is an answer. Hours in minutes a week.

    The birth date is used by the law's limits only, never by the score.
    """

    birth_date: date
    finished_year_10: bool | None = None
    kinds: frozenset[OpeningKind | str] | None = None
    weekly_minutes_min: int | None = None
    weekly_minutes_max: int | None = None
    days: frozenset[Weekday | str] | None = None
    earliest_start: time | None = None
    latest_end: time | None = None  # up to 06:00 it means the next morning
    available_from: date | None = None
    municipality: str | None = None
    max_travel_minutes: int | None = None
    skills: frozenset[str] = frozenset()
    skills_lacking: frozenset[str] = frozenset()
    wants_to_learn: frozenset[str] = frozenset()
    needs: frozenset[Adaptation | str] | None = None
    liked_areas: frozenset[InterestArea | str] = frozenset()
    disliked_areas: frozenset[InterestArea | str] = frozenset()
    liked_occupations: frozenset[str] = frozenset()
    other_shifts: tuple[Shift, ...] = ()

    @property
    def worker(self) -> Worker:
        """The person as the young-worker rules see them."""
        return Worker(self.birth_date, self.finished_year_10)


@dataclass(frozen=True, kw_only=True)
class WorkCard:
    """The work of an opening, as far as the law looks at it."""

    kind: OpeningKind
    weekly_minutes_min: int | None = None
    shifts: tuple[Shift, ...] = ()
    age_gates: frozenset[str] = frozenset()
    supervised_gates: frozenset[str] = frozenset()
    hazards: frozenset[HazardCode | str] = frozenset()
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningCard(WorkCard):
    """What an opening offers and asks. `adaptations` is None when the employer has not been through the list."""

    state: OpeningState
    positions_left: int
    area: InterestArea | None = None
    occupation: str | None = None
    weekly_minutes_max: int | None = None
    municipality: str | None = None
    must_have: frozenset[str] = frozenset()
    can_learn: frozenset[str] = frozenset()
    adaptations: frozenset[Adaptation] | None = None
    apply_by: date | None = None


class Nearness(StrEnum):
    """How far apart two municipalities are, as far as the register knows."""

    SAME = "same"
    NEIGHBOUR = "neighbour"
    FURTHER = "further"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Travel:
    """The way to work for one pair: door-to-door minutes when a journey planner has answered, else only nearness."""

    nearness: Nearness = Nearness.UNKNOWN
    minutes: int | None = None


def nearness(home: str | None, work: str | None, neighbours: Mapping[str, frozenset[str]]) -> Nearness:
    """By municipality numbers; `neighbours` is register data, read in both directions."""
    if home is None or work is None:
        return Nearness.UNKNOWN
    if home == work:
        return Nearness.SAME
    borders = work in neighbours.get(home, frozenset()) or home in neighbours.get(work, frozenset())
    return Nearness.NEIGHBOUR if borders else Nearness.FURTHER
