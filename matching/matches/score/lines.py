"""The transparent score: small whole numbers that are shown one by one and add up exactly.

It ranks what is possible and decides nothing. Gender, name, benefit and certification are not on the cards it
reads; the birth date is, for the law's sake, and the score never touches it (a test says so). All the numbers
stand in `weights.yaml`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from ground.params import Params
from matching.matches.score.weights import score_weights


class ScorePart(StrEnum):
    """The parts, in the order they are shown."""

    LIKED_WORK = "liked_work"
    CAN_DO = "can_do"
    HOURS = "hours"
    TRAVEL = "travel"
    LEARNING = "learning"
    ADAPTATIONS = "adaptations"


MAXIMUM: dict[ScorePart, int] = {
    ScorePart.LIKED_WORK: score_weights().liked_work.full,
    ScorePart.CAN_DO: score_weights().can_do.full,
    ScorePart.HOURS: score_weights().hours.full,
    ScorePart.TRAVEL: score_weights().travel.full,
    ScorePart.LEARNING: score_weights().learning.full,
    ScorePart.ADAPTATIONS: score_weights().adaptations.full,
}
BEST = sum(MAXIMUM.values())


class ScoreCode(StrEnum):
    """Why a part got its points; the same codes become reasons."""

    LIKES_OCCUPATION = "likes_occupation"  # occupation
    LIKES_AREA = "likes_area"  # area
    WISHES_UNKNOWN = "wishes_unknown"
    AREA_UNKNOWN = "area_unknown"
    OTHER_AREA = "other_area"  # area
    DISLIKES_AREA = "dislikes_area"  # area
    NOTHING_REQUIRED = "nothing_required"
    CAN_DO_SOME = "can_do_some"  # skills
    CAN_DO_UNKNOWN = "can_do_unknown"
    CANNOT_DO_YET = "cannot_do_yet"
    HOURS_FIT = "hours_fit"
    HOURS_PARTLY = "hours_partly"
    HOURS_APART = "hours_apart"
    HOURS_NOT_KNOWN = "hours_not_known"
    TRAVEL_MINUTES = "travel_minutes"  # minutes
    TRAVEL_OVER_LIMIT = "travel_over_limit"  # minutes
    SAME_MUNICIPALITY = "same_municipality"
    NEIGHBOUR_MUNICIPALITY = "neighbour_municipality"
    FURTHER_AWAY = "further_away"
    TRAVEL_NOT_KNOWN = "travel_not_known"
    LEARNS_WANTED = "learns_wanted"  # skills
    LEARNING_UNKNOWN = "learning_unknown"
    LEARNS_OTHER = "learns_other"
    ROOM_TO_ADAPT = "room_to_adapt"  # adaptations
    LITTLE_ROOM_TO_ADAPT = "little_room_to_adapt"


@dataclass(frozen=True)
class ScoreLine:
    """One part: its points of so many possible, and why."""

    part: ScorePart
    points: int
    code: ScoreCode
    params: Params = field(default_factory=dict)

    @property
    def maximum(self) -> int:
        """The most this part can give."""
        return MAXIMUM[self.part]


@dataclass(frozen=True)
class Score:
    """The lines and their sum."""

    lines: tuple[ScoreLine, ...]

    @property
    def total(self) -> int:
        """The sum of the lines, nothing else."""
        return sum(line.points for line in self.lines)
