"""The points of one pair, part by part."""

from collections.abc import Callable

from matching.catalogue.skills import ruled_out_by, with_included
from matching.matches.requirements import CandidateCard, Nearness, OpeningCard, Travel
from matching.matches.score.lines import Score, ScoreCode, ScoreLine, ScorePart


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
    line = _line(ScorePart.LIKED_WORK)
    area = opening.area.value if opening.area else ""
    if opening.occupation is not None and opening.occupation in candidate.liked_occupations:
        return line(400, ScoreCode.LIKES_OCCUPATION, occupation=opening.occupation)
    if opening.area is not None and opening.area in candidate.liked_areas:
        return line(320, ScoreCode.LIKES_AREA, area=area)
    if opening.area is not None and opening.area in candidate.disliked_areas:
        return line(0, ScoreCode.DISLIKES_AREA, area=area)
    if not (candidate.liked_areas or candidate.liked_occupations):
        return line(200, ScoreCode.WISHES_UNKNOWN)
    if opening.area is None:
        return line(200, ScoreCode.AREA_UNKNOWN)
    return line(80, ScoreCode.OTHER_AREA, area=area)


def _can_do(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    """Each thing needed on day one counts whole when they can it, half when nobody knows, nothing when they cannot.

    What can be learnt there is not asked for: a place that teaches must never rank below one that asks for nothing.
    """
    line, asked = _line(ScorePart.CAN_DO), opening.must_have
    if not asked:
        return line(200, ScoreCode.NOTHING_REQUIRED)
    held = with_included(candidate.skills)
    can = asked & held
    cannot = (asked & (candidate.skills_lacking | ruled_out_by(candidate.skills))) - can
    unknown = asked - can - cannot
    points = 200 * (2 * len(can) + len(unknown)) // (2 * len(asked))
    if can:
        return line(points, ScoreCode.CAN_DO_SOME, skills=",".join(sorted(can)))
    return line(points, ScoreCode.CAN_DO_UNKNOWN if unknown else ScoreCode.CANNOT_DO_YET)


def _hours(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line = _line(ScorePart.HOURS)
    fewest, most = candidate.weekly_minutes_min, candidate.weekly_minutes_max
    asks, offers = opening.weekly_minutes_min, opening.weekly_minutes_max
    if (fewest is None and most is None) or asks is None or offers is None:
        return line(75, ScoreCode.HOURS_NOT_KNOWN)
    low, high = fewest or 0, most if most is not None else max(offers, fewest or 0)
    if low <= asks and offers <= high:
        return line(150, ScoreCode.HOURS_FIT)
    if asks <= high and low <= offers:
        return line(100, ScoreCode.HOURS_PARTLY)
    return line(0, ScoreCode.HOURS_APART)


NEARNESS_POINTS = {
    Nearness.SAME: (120, ScoreCode.SAME_MUNICIPALITY),
    Nearness.NEIGHBOUR: (90, ScoreCode.NEIGHBOUR_MUNICIPALITY),
    Nearness.FURTHER: (30, ScoreCode.FURTHER_AWAY),
    Nearness.UNKNOWN: (75, ScoreCode.TRAVEL_NOT_KNOWN),
}


def _travel(candidate: CandidateCard, travel: Travel) -> ScoreLine:
    """Full points up to half of the limit, then falling to half of the points at the limit."""
    line, limit = _line(ScorePart.TRAVEL), candidate.max_travel_minutes
    if travel.minutes is None:
        points, code = NEARNESS_POINTS[travel.nearness]
        return line(points, code)
    if limit is None:
        return line(75, ScoreCode.TRAVEL_MINUTES, minutes=travel.minutes)
    if travel.minutes > limit:
        return line(0, ScoreCode.TRAVEL_OVER_LIMIT, minutes=travel.minutes)
    beyond_half = max(0, 2 * travel.minutes - limit)
    points = 150 - (75 * beyond_half // limit if limit else 0)
    return line(points, ScoreCode.TRAVEL_MINUTES, minutes=travel.minutes)


def _learning(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line = _line(ScorePart.LEARNING)
    if not candidate.wants_to_learn:
        return line(25, ScoreCode.LEARNING_UNKNOWN)
    wanted = candidate.wants_to_learn & opening.can_learn
    if wanted:
        return line(min(50, 25 * len(wanted)), ScoreCode.LEARNS_WANTED, skills=",".join(sorted(wanted)))
    return line(0, ScoreCode.LEARNS_OTHER)


def _adaptations(candidate: CandidateCard, opening: OpeningCard) -> ScoreLine:
    line = _line(ScorePart.ADAPTATIONS)
    spare = (opening.adaptations or frozenset()) - (candidate.needs or frozenset())
    if opening.adaptations is None:
        return line(25, ScoreCode.LITTLE_ROOM_TO_ADAPT)
    if not spare:
        return line(0, ScoreCode.LITTLE_ROOM_TO_ADAPT)
    return line(min(50, 10 * len(spare)), ScoreCode.ROOM_TO_ADAPT, adaptations=len(spare))
