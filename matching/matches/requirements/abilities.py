"""Can the candidate get there, do what is needed on day one, and get the adaptations they need?"""

from datetime import date

from matching.catalogue.skills import Skill, ruled_out_by, skills, with_included
from matching.law.young_workers import age_on
from matching.matches.requirements.answers import (
    NOTHING,
    Ask,
    ObstacleCode,
    QuestionCode,
    Requirements,
    could_be_changed,
    stands_in_the_way,
    to_ask,
)
from matching.matches.requirements.cards import CandidateCard, Nearness, OpeningCard, Travel


def check_travel(candidate: CandidateCard, travel: Travel) -> Requirements:
    """Only a known travel time above a known limit stands in the way (R32: unknown is never no)."""
    limit = candidate.max_travel_minutes
    if travel.minutes is None:
        if travel.nearness in (Nearness.SAME, Nearness.NEIGHBOUR):
            return NOTHING
        values = {"nearness": travel.nearness.value}
        return to_ask(QuestionCode.TRAVEL_TIME_UNKNOWN, Ask.CANDIDATE, values)
    if limit is None:
        return to_ask(QuestionCode.TRAVEL_LIMIT_UNKNOWN, Ask.CANDIDATE, {"minutes": travel.minutes})
    if travel.minutes > limit:
        return stands_in_the_way(ObstacleCode.TOO_FAR, {"minutes": travel.minutes, "limit": limit})
    return NOTHING


def check_skills(candidate: CandidateCard, opening: OpeningCard, on: date) -> Requirements:
    """What must be in place on day one. Nobody lacks what they have not been asked about."""
    held = with_included(candidate.skills)
    lacking = candidate.skills_lacking | ruled_out_by(candidate.skills)
    age, answer = age_on(candidate.birth_date, on), NOTHING
    for code in sorted(opening.must_have - held):
        skill = skills().get(code)
        if code in lacking or _too_young_to_hold(skill, age):
            blocked = could_be_changed if _could_learn(skill, age) else stands_in_the_way
            answer += blocked(ObstacleCode.SKILL_MISSING, {"skill": code})
        else:
            answer += to_ask(QuestionCode.SKILL_UNKNOWN, Ask.CANDIDATE, {"skill": code})
    return answer


def check_adaptations(candidate: CandidateCard, opening: OpeningCard) -> Requirements:
    """The adaptations the candidate needs are among those offered; one the employer left out, it could still offer."""
    if candidate.needs is None:
        return to_ask(QuestionCode.NEEDS_UNKNOWN, Ask.CANDIDATE)
    if not candidate.needs:
        return NOTHING
    if opening.adaptations is None:
        values = {"adaptations": ",".join(sorted(candidate.needs))}
        return to_ask(QuestionCode.ADAPTATIONS_UNKNOWN, Ask.EMPLOYER, values)
    answer = NOTHING
    for need in sorted(candidate.needs - opening.adaptations):
        answer += could_be_changed(ObstacleCode.ADAPTATION_MISSING, {"adaptation": str(need)})
    return answer


def _too_young_to_hold(skill: Skill | None, age: int) -> bool:
    return skill is not None and skill.min_age is not None and age < skill.min_age


def _could_learn(skill: Skill | None, age: int) -> bool:
    """An employer can teach it, and the person is old enough to be taught."""
    if skill is None or not skill.learnable:
        return False
    from_age = skill.training_from_age or skill.min_age
    return from_age is None or age >= from_age
