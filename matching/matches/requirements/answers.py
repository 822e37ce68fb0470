"""What the comparison answers: obstacles, open questions, and whether the pair is possible."""

from dataclasses import dataclass, field
from enum import StrEnum

from ground.params import Params


class ObstacleCode(StrEnum):
    """What stands in the way. Lists in the values are joined with commas."""

    OPENING_NOT_OPEN = "opening_not_open"
    NO_POSITIONS_LEFT = "no_positions_left"
    DEADLINE_PASSED = "deadline_passed"
    OPENING_OVER = "opening_over"
    KIND_NOT_WANTED = "kind_not_wanted"  # kind
    HOURS_TOO_MANY = "hours_too_many"  # asks, wants (minutes a week)
    HOURS_TOO_FEW = "hours_too_few"  # offers, wants
    DAYS_NOT_FREE = "days_not_free"  # days
    TOO_EARLY = "too_early"  # start, earliest ("HH:MM")
    TOO_LATE = "too_late"  # end, latest
    AVAILABLE_TOO_LATE = "available_too_late"  # from (ISO date)
    TOO_FAR = "too_far"  # minutes, limit
    SKILL_MISSING = "skill_missing"  # skill
    ADAPTATION_MISSING = "adaptation_missing"  # adaptation
    TOO_YOUNG_TO_WORK = "too_young_to_work"
    TOO_YOUNG_FOR_WORK_TRAINING = "too_young_for_work_training"  # lowest
    TOO_YOUNG_FOR_TASK = "too_young_for_task"  # gate, min_age
    HAZARD_UNDER_18 = "hazard_under_18"  # hazards
    YOUNG_WORKER_HOURS = "young_worker_hours"  # findings (ShiftCodes)


class Ask(StrEnum):
    """Who can answer an open question."""

    CANDIDATE = "candidate"
    EMPLOYER = "employer"
    COUNSELLOR = "counsellor"


class QuestionCode(StrEnum):
    """What nobody has said yet; never a no."""

    KIND_UNKNOWN = "kind_unknown"
    HOURS_UNKNOWN = "hours_unknown"
    DAYS_UNKNOWN = "days_unknown"
    TIMES_UNKNOWN = "times_unknown"
    CAN_IT_WAIT = "can_it_wait"  # from (ISO date)
    TRAVEL_LIMIT_UNKNOWN = "travel_limit_unknown"  # minutes
    TRAVEL_TIME_UNKNOWN = "travel_time_unknown"  # nearness
    SKILL_UNKNOWN = "skill_unknown"  # skill
    NEEDS_UNKNOWN = "needs_unknown"
    ADAPTATIONS_UNKNOWN = "adaptations_unknown"  # adaptations
    SHIFTS_UNKNOWN = "shifts_unknown"
    LAW_NEEDS_ATTENTION = "law_needs_attention"  # findings (codes of warnings)


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


def stands_in_the_way(code: ObstacleCode, values: Params | None = None) -> Requirements:
    """An obstacle that cannot be changed by the employer."""
    return Requirements(obstacles=(Obstacle(code, values or {}),))


def could_be_changed(code: ObstacleCode, values: Params | None = None) -> Requirements:
    """An obstacle that the employer could change."""
    return Requirements(obstacles=(Obstacle(code, values or {}, adaptable=True),))


def to_ask(code: QuestionCode, ask: Ask, values: Params | None = None) -> Requirements:
    """An open question."""
    return Requirements(unknowns=(Question(code, ask, values or {}),))
