"""Reasons for and against, as codes and values: one set for the counsellor and the 17-year-old, worded by the app."""

from dataclasses import dataclass, field
from enum import StrEnum

from matching.rules.findings import Params
from matching.rules.requirements import Ask, Requirements
from matching.rules.score import Score, ScoreCode, ScoreLine


class Tone(StrEnum):
    """What a reason says. What speaks against is always shown."""

    speaks_for = "speaks_for"
    neutral = "neutral"
    speaks_against = "speaks_against"
    stands_in_the_way = "stands_in_the_way"
    ask = "ask"


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
    ScoreCode.likes_occupation: Tone.speaks_for,
    ScoreCode.likes_area: Tone.speaks_for,
    ScoreCode.wishes_unknown: Tone.neutral,
    ScoreCode.other_area: Tone.neutral,
    ScoreCode.dislikes_area: Tone.speaks_against,
    ScoreCode.nothing_required: Tone.speaks_for,
    ScoreCode.can_do_some: Tone.speaks_for,
    ScoreCode.can_do_unknown: Tone.neutral,
    ScoreCode.cannot_do_yet: Tone.speaks_against,
    ScoreCode.hours_fit: Tone.speaks_for,
    ScoreCode.hours_partly: Tone.neutral,
    ScoreCode.hours_apart: Tone.speaks_against,
    ScoreCode.hours_not_known: Tone.neutral,
    ScoreCode.travel_minutes: Tone.speaks_for,
    ScoreCode.travel_over_limit: Tone.speaks_against,
    ScoreCode.same_municipality: Tone.speaks_for,
    ScoreCode.neighbour_municipality: Tone.speaks_for,
    ScoreCode.further_away: Tone.speaks_against,
    ScoreCode.travel_not_known: Tone.neutral,
    ScoreCode.learns_wanted: Tone.speaks_for,
    ScoreCode.learning_unknown: Tone.neutral,
    ScoreCode.learns_other: Tone.neutral,
    ScoreCode.room_to_adapt: Tone.speaks_for,
    ScoreCode.little_room_to_adapt: Tone.neutral,
}


def reasons_for(requirements: Requirements, score: Score) -> tuple[Reason, ...]:
    """Everything that explains one pair: what stands in the way, what speaks for and against, what to ask.

    Within the score the parts with most points come first; equal parts keep their order, so the answer is repeatable.
    """
    obstacles = (
        Reason(one.code, Tone.stands_in_the_way, one.params, adaptable=one.adaptable) for one in requirements.obstacles
    )
    questions = (Reason(one.code, Tone.ask, one.params, ask=one.ask) for one in requirements.unknowns)
    lines = sorted(score.lines, key=lambda line: -line.points)
    return (*obstacles, *(_of_line(line) for line in lines), *questions)


def of_tone(reasons: tuple[Reason, ...], *tones: Tone) -> tuple[Reason, ...]:
    """Those reasons that say one of these things, in their order."""
    return tuple(reason for reason in reasons if reason.tone in tones)


def _of_line(line: ScoreLine) -> Reason:
    return Reason(line.code, TONE_OF[line.code], line.params, points=line.points)
