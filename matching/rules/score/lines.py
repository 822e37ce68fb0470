"""The transparent score: small whole numbers that are shown one by one and add up exactly.

It ranks what is possible and decides nothing. Gender, name, benefit and certification are not on the cards it
reads; the birth date is, for the law's sake, and the score never touches it (a test says so). What is unknown
gets the middle of its part, never zero.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from matching.rules.findings import Params

WEIGHT_VERSION = "2026.1"
"""Kept with every list that is shown; change it with any number in this package."""


class ScorePart(StrEnum):
    """The parts, in the order they are shown."""

    liked_work = "liked_work"
    can_do = "can_do"
    hours = "hours"
    travel = "travel"
    learning = "learning"
    adaptations = "adaptations"


MAXIMUM: dict[ScorePart, int] = {
    ScorePart.liked_work: 400,  # what they like weighs most: place first, then train
    ScorePart.can_do: 200,  # what is needed and what they already can
    ScorePart.hours: 150,  # how well the hours meet the wish
    ScorePart.travel: 150,  # the way to work
    ScorePart.learning: 50,  # something to learn that they want to learn
    ScorePart.adaptations: 50,  # room to adapt beyond what they need today
}
BEST = sum(MAXIMUM.values())


class ScoreCode(StrEnum):
    """Why a part got its points; the same codes become reasons."""

    likes_occupation = "likes_occupation"  # occupation
    likes_area = "likes_area"  # area
    wishes_unknown = "wishes_unknown"
    other_area = "other_area"  # area
    dislikes_area = "dislikes_area"  # area
    nothing_required = "nothing_required"
    can_do_some = "can_do_some"  # skills
    can_do_unknown = "can_do_unknown"
    cannot_do_yet = "cannot_do_yet"
    hours_fit = "hours_fit"
    hours_partly = "hours_partly"
    hours_apart = "hours_apart"
    hours_not_known = "hours_not_known"
    travel_minutes = "travel_minutes"  # minutes
    travel_over_limit = "travel_over_limit"  # minutes
    same_municipality = "same_municipality"
    neighbour_municipality = "neighbour_municipality"
    further_away = "further_away"
    travel_not_known = "travel_not_known"
    learns_wanted = "learns_wanted"  # skills
    learning_unknown = "learning_unknown"
    learns_other = "learns_other"
    room_to_adapt = "room_to_adapt"  # adaptations
    little_room_to_adapt = "little_room_to_adapt"


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
    weight_version: str = WEIGHT_VERSION

    @property
    def total(self) -> int:
        """The sum of the lines, nothing else."""
        return sum(line.points for line in self.lines)
