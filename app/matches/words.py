"""One comparison as words for a counsellor's page, or for the young person it is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.matches import reasons_for_young as young
from app.matches.reasons import PARTS, ReasonLike, for_counsellor, near_miss, questions
from matching.matches.ranking import Match
from matching.matches.reasons import Tone
from matching.matches.score import BEST
from matching.matches.snapshots import FrozenReason


@dataclass(frozen=True)
class MatchWords:
    """What a counsellor reads: each list holds whole sentences."""

    fits: list[str]
    against: list[str]
    in_the_way: list[str]
    would_fit_if: str | None
    ask: list[str]
    parts: list[tuple[str, int, int, str]]
    total: int
    best: int = BEST


def words_for(match: Match) -> MatchWords:
    """One comparison in the counsellor's words. The points of the parts add up to the total."""
    reasons = match.reasons
    return MatchWords(
        fits=[for_counsellor(one) for one in reasons if one.tone is Tone.SPEAKS_FOR],
        against=[for_counsellor(one) for one in reasons if one.tone is Tone.SPEAKS_AGAINST],
        in_the_way=[for_counsellor(one) for one in reasons if one.tone is Tone.STANDS_IN_THE_WAY],
        would_fit_if=next(
            (near_miss(one) for one in reasons if one.tone is Tone.STANDS_IN_THE_WAY and match.near_miss), None
        ),
        ask=[
            sentence
            for to_employer in (False, True)
            if (sentence := questions(reasons, to_employer=to_employer)) is not None
        ],
        parts=[
            (str(PARTS[line.part]), line.points, line.maximum, for_counsellor(_as_reason(match, index)))
            for index, line in enumerate(match.score.lines)
        ],
        total=match.score.total,
    )


def _as_reason(match: Match, index: int) -> ReasonLike:
    line = match.score.lines[index]
    return FrozenReason(code=line.code.value, tone=Tone.NEUTRAL, params=line.params, points=line.points)


@dataclass(frozen=True)
class WordsForYoung:
    """What the young person reads about one place."""

    why: list[str]
    know: list[str]
    adapt: list[str]
    unknown: list[str]


def words_for_young(reasons: Iterable[ReasonLike]) -> WordsForYoung:
    """The reasons of a proposal in the words of the young person's page."""
    kept = list(reasons)
    return WordsForYoung(
        why=_said(young.says_for, kept),
        know=_said(young.says_against, [one for one in kept if young.says_adapt(one) is None or not _adaptable(one)]),
        adapt=_said(young.says_adapt, [one for one in kept if _adaptable(one)]),
        unknown=_said(young.says_unknown, kept),
    )


def _adaptable(reason: ReasonLike) -> bool:
    return bool(getattr(reason, "adaptable", False))


def _said(say: Callable[[ReasonLike], str | None], reasons: list[ReasonLike]) -> list[str]:
    return [sentence for reason in reasons if (sentence := say(reason)) is not None]
