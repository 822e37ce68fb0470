"""Loads the weights of the score: `score_weights()`."""

from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from ground.canonical import fingerprint_of
from ground.reading import read_values
from ground.values import Frozen

Points = Annotated[int, Field(ge=0)]
Percent = Annotated[int, Field(ge=0, lt=100)]


class Part(Frozen):
    """The points of one part of the score; none is above `full`."""

    full: Points

    @model_validator(mode="after")
    def _full_is_the_most(self) -> Self:
        if max(dict(self).values()) > self.full:
            raise ValueError("a part cannot give more than `full`")
        return self


class LikedWork(Part):
    """How well the work is what they like."""

    liked_area: Points
    other_area: Points
    disliked_area: Points


class Hours(Part):
    """How well the hours meet the wish."""

    partly: Points
    apart: Points


class TravelWeights(Part):
    """The way to work."""

    at_limit: Points
    over_limit: Points
    same_municipality: Points
    neighbour_municipality: Points
    further_away: Points


class Learning(Part):
    """What they want to learn and can learn there."""

    each_skill: Points
    nothing_wanted: Points


class Adaptations(Part):
    """What the place can adapt beyond what they need."""

    each_adaptation: Points
    nothing_beyond: Points


class Weights(Frozen):
    """One edition of the weights; `version` and `fingerprint` are kept with every proposal that rests on it."""

    version: str
    unknown_percent: Percent
    full_travel_until_percent: Percent
    liked_work: LikedWork
    can_do: Part
    hours: Hours
    travel: TravelWeights
    learning: Learning
    adaptations: Adaptations

    def unknown(self, part: Part) -> int:
        """What the part gives when nobody knows."""
        return part.full * self.unknown_percent // 100

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of all it says, so that a number changed without a new version is seen too."""
        return fingerprint_of(self.model_dump(mode="json"))


@cache
def score_weights() -> Weights:
    """The weights in use."""
    return read_values(Path(__file__).with_suffix(".yaml"), Weights)


score_weights()  # read when the house is opened, so that a mistake in the file stops the start
