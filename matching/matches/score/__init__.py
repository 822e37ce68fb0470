"""The transparent score of a candidate and an opening."""

from matching.matches.score.lines import BEST, MAXIMUM, Score, ScoreCode, ScoreLine, ScorePart
from matching.matches.score.pair import score_pair
from matching.matches.score.weights import score_weights

__all__ = [
    "BEST",
    "MAXIMUM",
    "Score",
    "ScoreCode",
    "ScoreLine",
    "ScorePart",
    "score_pair",
    "score_weights",
]
