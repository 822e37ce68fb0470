"""The points of one pair, part by part."""

from collections.abc import Callable

from matching.catalogue.skills import ruled_out_by, with_included
from matching.matches.requirements import CandidateCard, Nearness, OpeningCard, Travel
from matching.matches.score.lines import Score, ScoreCode, ScoreLine, ScorePart
from matching.matches.score.weights import score_weights


def score_pair(candidate: CandidateCard, opening: OpeningCard, travel: Travel | None = None) -> Score:
    """The score of one pair. It can be computed for any pair, also for a near miss."""
    way = travel or Travel()
    return Score(
        (
            _liked_work(candidate, opening),
            _can_do(candidate, opening),
            _hours(candidate, opening),
            _travel(candidate, way),
            _learning(candidate, opening),
            _adaptations(candidate, opening),
        )
    )


def _line(part: ScorePart) -> Callable[..., ScoreLine]:
    """Make lines of this part: `_line(part)(points, code, name=value)`."""

    def make(points: int, code: ScoreCode, **params: str | int) -> ScoreLine:
        return ScoreLine(part, points, code, params)

    return make


def _liked_work(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line, weights = _line(ScorePart.LIKED_WORK), score_weights().liked_work
    unknown = score_weights().unknown(weights)
    area = opening.area.value if opening.area else ""
    if opening.occupation is not None and opening.occupation in candidate.liked_occupations:
        return line(weights.full, ScoreCode.LIKES_OCCUPATION, occupation=opening.occupation)
    if opening.area is not None and opening.area in candidate.liked_areas:
        return line(weights.liked_area, ScoreCode.LIKES_AREA, area=area)
    if opening.area is not None and opening.area in candidate.disliked_areas:
        return line(weights.disliked_area, ScoreCode.DISLIKES_AREA, area=area)
    if not (candidate.liked_areas or candidate.liked_occupations):
        return line(unknown, ScoreCode.WISHES_UNKNOWN)
    if opening.area is None:
        return line(unknown, ScoreCode.AREA_UNKNOWN)
    return line(weights.other_area, ScoreCode.OTHER_AREA, area=area)


def _can_do(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    """Each thing needed on day one counts whole when they can it, in part when nobody knows, nothing when they cannot.

    What can be learnt there is not asked for: a place that teaches must never rank below one that asks for nothing.
    """
    line, weights, asked = _line(ScorePart.CAN_DO), score_weights(), opening.must_have
    if not asked:
        return line(weights.can_do.full, ScoreCode.NOTHING_REQUIRED)
    held = with_included(candidate.skills)
    can = asked & held
    cannot = (asked & (candidate.skills_lacking | ruled_out_by(candidate.skills))) - can
    unknown = asked - can - cannot
    percent = 100 * len(can) + weights.unknown_percent * len(unknown)
    points = weights.can_do.full * percent // (100 * len(asked))
    if can:
        return line(points, ScoreCode.CAN_DO_SOME, skills=",".join(sorted(can)))
    return line(points, ScoreCode.CAN_DO_UNKNOWN if unknown else ScoreCode.CANNOT_DO_YET)


def _hours(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line, weights = _line(ScorePart.HOURS), score_weights().hours
    fewest, most = candidate.weekly_minutes_min, candidate.weekly_minutes_max
    asks, offers = opening.weekly_minutes_min, opening.weekly_minutes_max
    if (fewest is None and most is None) or asks is None or offers is None:
        return line(score_weights().unknown(weights), ScoreCode.HOURS_NOT_KNOWN)
    low, high = fewest or 0, offers if most is None else most
    if low <= asks and offers <= high:
        return line(weights.full, ScoreCode.HOURS_FIT)
    if asks <= high and low <= offers:
        return line(weights.partly, ScoreCode.HOURS_PARTLY)
    return line(weights.apart, ScoreCode.HOURS_APART)


def _travel(candidate: CandidateCard, travel: Travel) -> ScoreLine:
    """By minutes where they are known, else by how near the municipalities are."""
    line, weights, limit = _line(ScorePart.TRAVEL), score_weights().travel, candidate.max_travel_minutes
    unknown = score_weights().unknown(weights)
    if travel.minutes is None:
        by_nearness = {
            Nearness.SAME: (weights.same_municipality, ScoreCode.SAME_MUNICIPALITY),
            Nearness.NEIGHBOUR: (weights.neighbour_municipality, ScoreCode.NEIGHBOUR_MUNICIPALITY),
            Nearness.FURTHER: (weights.further_away, ScoreCode.FURTHER_AWAY),
            Nearness.UNKNOWN: (unknown, ScoreCode.TRAVEL_NOT_KNOWN),
        }
        points, code = by_nearness[travel.nearness]
        return line(points, code)
    if limit is None:
        return line(unknown, ScoreCode.TRAVEL_MINUTES, minutes=travel.minutes)
    if travel.minutes > limit:
        return line(weights.over_limit, ScoreCode.TRAVEL_OVER_LIMIT, minutes=travel.minutes)
    return line(_points_within(limit, travel.minutes), ScoreCode.TRAVEL_MINUTES, minutes=travel.minutes)


def _points_within(limit: int, minutes: int) -> int:
    """Full points for the first part of the limit, then falling evenly to those at the limit."""
    weights, full_until = score_weights().travel, score_weights().full_travel_until_percent
    beyond, whole = 100 * minutes - full_until * limit, (100 - full_until) * limit
    if beyond <= 0:
        return weights.full
    return weights.full - (weights.full - weights.at_limit) * beyond // whole


def _learning(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line, weights = _line(ScorePart.LEARNING), score_weights().learning
    if not candidate.wants_to_learn:
        return line(score_weights().unknown(weights), ScoreCode.LEARNING_UNKNOWN)
    wanted = candidate.wants_to_learn & opening.can_learn
    if wanted:
        points = min(weights.full, weights.each_skill * len(wanted))
        return line(points, ScoreCode.LEARNS_WANTED, skills=",".join(sorted(wanted)))
    return line(weights.nothing_wanted, ScoreCode.LEARNS_OTHER)


def _adaptations(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line, weights = _line(ScorePart.ADAPTATIONS), score_weights().adaptations
    spare = (opening.adaptations or frozenset()) - (candidate.needs or frozenset())
    if opening.adaptations is None:
        return line(score_weights().unknown(weights), ScoreCode.LITTLE_ROOM_TO_ADAPT)
    if not spare:
        return line(weights.nothing_beyond, ScoreCode.LITTLE_ROOM_TO_ADAPT)
    points = min(weights.full, weights.each_adaptation * len(spare))
    return line(points, ScoreCode.ROOM_TO_ADAPT, adaptations=len(spare))
