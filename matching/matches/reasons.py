"""Reasons for and against, as codes and values: one set for the counsellor and the 17-year-old, worded by the app."""

from dataclasses import dataclass, field
from enum import StrEnum

from ground.params import Params
from matching.matches.requirements import Ask, Requirements
from matching.matches.score import Score, ScoreCode, ScoreLine


class Tone(StrEnum):
    """What a reason says. What speaks against is always shown."""

    SPEAKS_FOR = "speaks_for"
    NEUTRAL = "neutral"
    SPEAKS_AGAINST = "speaks_against"
    STANDS_IN_THE_WAY = "stands_in_the_way"
    ASK = "ask"


@dataclass(frozen=True)
class Reason:
    """One reason. `code` is an ObstacleCode, QuestionCode or ScoreCode; the three share no value."""

    code: StrEnum
    tone: Tone
    params: Params = field(default_factory=dict)
    points: int | None = None
    ask: Ask | None = None
    adaptable: bool = False


TONE_OF: dict[ScoreCode, Tone] = {
    ScoreCode.LIKES_OCCUPATION: Tone.SPEAKS_FOR,
    ScoreCode.LIKES_AREA: Tone.SPEAKS_FOR,
    ScoreCode.WISHES_UNKNOWN: Tone.NEUTRAL,
    ScoreCode.AREA_UNKNOWN: Tone.NEUTRAL,
    ScoreCode.OTHER_AREA: Tone.NEUTRAL,
    ScoreCode.DISLIKES_AREA: Tone.SPEAKS_AGAINST,
    ScoreCode.NOTHING_REQUIRED: Tone.SPEAKS_FOR,
    ScoreCode.CAN_DO_SOME: Tone.SPEAKS_FOR,
    ScoreCode.CAN_DO_UNKNOWN: Tone.NEUTRAL,
    ScoreCode.CANNOT_DO_YET: Tone.SPEAKS_AGAINST,
    ScoreCode.HOURS_FIT: Tone.SPEAKS_FOR,
    ScoreCode.HOURS_PARTLY: Tone.NEUTRAL,
    ScoreCode.HOURS_APART: Tone.SPEAKS_AGAINST,
    ScoreCode.HOURS_NOT_KNOWN: Tone.NEUTRAL,
    ScoreCode.TRAVEL_MINUTES: Tone.SPEAKS_FOR,
    ScoreCode.TRAVEL_OVER_LIMIT: Tone.SPEAKS_AGAINST,
    ScoreCode.SAME_MUNICIPALITY: Tone.SPEAKS_FOR,
    ScoreCode.NEIGHBOUR_MUNICIPALITY: Tone.SPEAKS_FOR,
    ScoreCode.FURTHER_AWAY: Tone.SPEAKS_AGAINST,
    ScoreCode.TRAVEL_NOT_KNOWN: Tone.NEUTRAL,
    ScoreCode.LEARNS_WANTED: Tone.SPEAKS_FOR,
    ScoreCode.LEARNING_UNKNOWN: Tone.NEUTRAL,
    ScoreCode.LEARNS_OTHER: Tone.NEUTRAL,
    ScoreCode.ROOM_TO_ADAPT: Tone.SPEAKS_FOR,
    ScoreCode.LITTLE_ROOM_TO_ADAPT: Tone.NEUTRAL,
}


def reasons_for(requirements: Requirements, score: Score) -> tuple[Reason, ...]:
    """Everything that explains one pair: what stands in the way, what speaks for and against, what to ask.

    Within the score the parts with most points come first; equal parts keep their order, so the answer is repeatable.
    """
    obstacles = (
        Reason(one.code, Tone.STANDS_IN_THE_WAY, one.params, adaptable=one.adaptable) for one in requirements.obstacles
    )
    questions = (Reason(one.code, Tone.ASK, one.params, ask=one.ask) for one in requirements.unknowns)
    lines = sorted(score.lines, key=lambda line: -line.points)
    return (*obstacles, *(_of_line(line) for line in lines), *questions)


def _of_line(line: ScoreLine) -> Reason:
    return Reason(line.code, TONE_OF[line.code], line.params, points=line.points)
