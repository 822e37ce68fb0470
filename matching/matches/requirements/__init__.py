"""Hard requirements between a candidate and an opening: what stands in the way, and what nobody has asked yet."""

from matching.matches.requirements.answers import Ask, Obstacle, ObstacleCode, Question, QuestionCode, Requirements
from matching.matches.requirements.cards import CandidateCard, Nearness, OpeningCard, Travel, nearness
from matching.matches.requirements.check import check_pair

__all__ = [
    "Ask",
    "CandidateCard",
    "Nearness",
    "Obstacle",
    "ObstacleCode",
    "OpeningCard",
    "Question",
    "QuestionCode",
    "Requirements",
    "Travel",
    "check_pair",
    "nearness",
]
