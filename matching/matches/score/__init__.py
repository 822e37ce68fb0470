"""The transparent score of a candidate and an opening."""

from matching.matches.score.lines import BEST, MAXIMUM, WEIGHT_VERSION, Score, ScoreCode, ScoreLine, ScorePart
from matching.matches.score.pair import score_pair

__all__ = [
    "BEST",
    "MAXIMUM",
    "WEIGHT_VERSION",
    "Score",
    "ScoreCode",
    "ScoreLine",
    "ScorePart",
    "score_pair",
]
