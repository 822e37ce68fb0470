"""What the comparison answers: obstacles, open questions, and whether the pair is possible."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from matching.rules.findings import Params


class ObstacleCode(StrEnum):
    """What stands in the way. Lists in the values are joined with commas."""

    opening_not_open = "opening_not_open"
    no_positions_left = "no_positions_left"
    deadline_passed = "deadline_passed"
    opening_over = "opening_over"
    kind_not_wanted = "kind_not_wanted"  # kind
    hours_too_many = "hours_too_many"  # asks, wants (minutes a week)
    hours_too_few = "hours_too_few"  # offers, wants
    days_not_free = "days_not_free"  # days
    too_early = "too_early"  # start, earliest ("HH:MM")
    too_late = "too_late"  # end, latest
    available_too_late = "available_too_late"  # from (ISO date)
    too_far = "too_far"  # minutes, limit
    skill_missing = "skill_missing"  # skill
    adaptation_missing = "adaptation_missing"  # adaptation
    too_young_to_work = "too_young_to_work"
    too_young_for_work_training = "too_young_for_work_training"  # lowest
    too_young_for_task = "too_young_for_task"  # gate, min_age
    hazard_under_18 = "hazard_under_18"  # hazards
    young_worker_hours = "young_worker_hours"  # findings (ShiftCodes)


class Ask(StrEnum):
    """Who can answer an open question."""

    candidate = "candidate"
    employer = "employer"
    counsellor = "counsellor"


class QuestionCode(StrEnum):
    """What nobody has said yet; never a no."""

    kind_unknown = "kind_unknown"
    hours_unknown = "hours_unknown"
    days_unknown = "days_unknown"
    times_unknown = "times_unknown"
    can_it_wait = "can_it_wait"  # from (ISO date)
    travel_limit_unknown = "travel_limit_unknown"  # minutes
    travel_time_unknown = "travel_time_unknown"  # nearness
    skill_unknown = "skill_unknown"  # skill
    needs_unknown = "needs_unknown"
    adaptations_unknown = "adaptations_unknown"  # adaptations
    shifts_unknown = "shifts_unknown"
    law_needs_attention = "law_needs_attention"  # findings (codes of warnings)


@dataclass(frozen=True)
class Obstacle:
    """One thing in the way.

    `adaptable`: the employer could change it, by other hours, by an adaptation or by teaching a skill.
    """

    code: ObstacleCode
    params: Params = field(default_factory=dict)
    adaptable: bool = False


@dataclass(frozen=True)
class Question:
    """One thing to ask somebody before deciding."""

    code: QuestionCode
    ask: Ask
    params: Params = field(default_factory=dict)


@dataclass(frozen=True)
class Requirements:
    """The answer for one pair."""

    obstacles: tuple[Obstacle, ...] = ()
    unknowns: tuple[Question, ...] = ()

    @property
    def possible(self) -> bool:
        """Nothing known stands in the way; what is unknown never does."""
        return not self.obstacles

    @property
    def near_miss(self) -> bool:
        """Exactly one obstacle, and one that the employer could change."""
        return len(self.obstacles) == 1 and self.obstacles[0].adaptable

    def __add__(self, other: "Requirements") -> "Requirements":
        return Requirements(self.obstacles + other.obstacles, self.unknowns + other.unknowns)


NOTHING = Requirements()


def stands_in_the_way(code: ObstacleCode, values: Mapping[str, str | int] | None = None) -> Requirements:
    """An obstacle that cannot be changed by the employer."""
    return Requirements(obstacles=(Obstacle(code, values or {}),))


def could_be_changed(code: ObstacleCode, values: Mapping[str, str | int] | None = None) -> Requirements:
    """An obstacle that the employer could change."""
    return Requirements(obstacles=(Obstacle(code, values or {}, adaptable=True),))


def to_ask(code: QuestionCode, ask: Ask, values: Mapping[str, str | int] | None = None) -> Requirements:
    """An open question."""
    return Requirements(unknowns=(Question(code, ask, values or {}),))
