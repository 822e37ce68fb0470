"""What must hold between the parts of an edition, beyond the shape that the schema checks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from certification.criteria.editions.criterion import Condition, Criterion, Indicator
from certification.criteria.editions.schema import Area, Edition
from certification.criteria.types import (
    AnswerValue,
    AutoSource,
    EvidenceKind,
    FindingValue,
    IndicatorKind,
    LevelId,
    ProfileQuestionId,
    RequirementType,
    SizeClass,
)
from ground.texts import Locale
from register.organisations.types import Sector

OPTIONS: dict[ProfileQuestionId, frozenset[str]] = {
    ProfileQuestionId.SIZE: frozenset(SizeClass),
    ProfileQuestionId.SECTOR: frozenset(Sector),
}
MUST, SHOULD, RESULT = RequirementType.MUST, RequirementType.SHOULD, RequirementType.RESULT
LONGEST_NAME = 40
CODE = re.compile(r"[A-ZÆØÅ]{3}-\d")
POINTS_FOR = frozenset({AnswerValue.NOT_MET, AnswerValue.PARTLY, AnswerValue.MET})
# A level never asks less of a criterion than the level it builds upon; `rules.decision` rests on this.
AT_LEAST_AS_STRICT: dict[RequirementType, frozenset[RequirementType]] = {
    RequirementType.NONE: frozenset(RequirementType),
    RequirementType.CHOICE: frozenset({RequirementType.CHOICE, SHOULD, MUST, RESULT}),
    SHOULD: frozenset({SHOULD, MUST, RESULT}),
    MUST: frozenset({MUST}),
    RESULT: frozenset({RESULT}),
}


def problems_in(edition: Edition) -> tuple[str, ...]:
    """Everything that is wrong between the parts of the edition, each as "place: what"; empty when sound."""
    return (
        *_repeated(edition),
        *_names(edition),
        *_frame(edition),
        *_levels(edition),
        *_profile(edition),
        *(problem for area in edition.areas for problem in _area(edition, area)),
    )


def _repeated(edition: Edition) -> Iterator[str]:
    indicators = (criterion.indicator.id for criterion in edition.criteria if criterion.indicator)
    groups: dict[str, Iterable[str]] = {
        "levels": (level.id for level in edition.levels),
        "profile": (question.id for question in edition.profile),
        "areas": (area.id for area in edition.areas),
        "criteria": (criterion.id for criterion in edition.criteria),
        "indicators": indicators,
    }
    for name, ids in groups.items():
        for repeated in (id_ for id_, times in Counter(ids).items() if times > 1):
            yield f"{name}: the id {repeated!s} is used more than once"


def nameless(edition: Edition) -> tuple[str, ...]:
    """The criteria without a name, each as "place: what"; an edition that was stored of old may have some."""
    return tuple(
        f"areas.{area.id}.criteria.{criterion.id}: has no name"
        for area in edition.areas
        for criterion in area.criteria
        if criterion.name is None
    )


def _names(edition: Edition) -> Iterator[str]:
    """A name stands alone in lists and letters: it tells one criterion from all others, is short and holds no code."""
    for locale in Locale:
        seen: dict[str, str] = {}
        for area in edition.areas:
            for criterion in area.criteria:
                place = f"areas.{area.id}.criteria.{criterion.id}.name.{locale}"
                name = criterion.name.get(locale) if criterion.name else ""
                if len(name) > LONGEST_NAME:
                    yield f"{place}: is longer than {LONGEST_NAME} letters"
                if CODE.search(name):
                    yield f"{place}: holds a code"
                if name and (other := seen.setdefault(name.casefold(), criterion.id)) != criterion.id:
                    yield f"{place}: is the name of {other} too"


def _frame(edition: Edition) -> Iterator[str]:
    if set(edition.languages) != set(Locale):
        yield f"languages: must be {', '.join(Locale)}"
    if not any(area.gate for area in edition.areas):
        yield "areas: none of them is the gate"
    meanings = Counter([*edition.findings.passes, *edition.findings.passes_with_milestone, *edition.findings.stops])
    for finding in FindingValue:
        wanted = 0 if finding is FindingValue.NOT_SEEN else 1
        if meanings[finding] != wanted:
            yield f"findings: {finding} must have {wanted} meaning(s), has {meanings[finding]}"
    partly = edition.points.get(AnswerValue.PARTLY, 0)
    if set(edition.points) != POINTS_FOR or not 0 < partly < 1:
        yield "points: not_met, partly and met must have points, partly between 0 and 1"
    elif edition.points[AnswerValue.NOT_MET] != 0 or edition.points[AnswerValue.MET] != 1:
        yield "points: not_met must give 0 and met 1"


def _levels(edition: Edition) -> Iterator[str]:
    seen: set[LevelId] = set()
    for level in edition.levels:
        if level.requires is not None and level.requires not in seen:
            yield f"levels.{level.id}: requires {level.requires}, which is not a level above it in the list"
        seen.add(level.id)
    for level_id in edition.choice_pool:
        if level_id not in seen:
            yield f"choice_pool.{level_id}: no such level"


def _profile(edition: Edition) -> Iterator[str]:
    asked = {question.id for question in edition.profile}
    for missing in (id_ for id_ in ProfileQuestionId if id_ not in asked):
        yield f"profile: the question {missing} is not asked"
    for question in edition.profile:
        expected = OPTIONS.get(question.id, frozenset())
        if set(question.options) != expected:
            yield f"profile.{question.id}: options must be {sorted(expected)}, are {sorted(question.options)}"


def _area(edition: Edition, area: Area) -> Iterator[str]:
    yield from (f"areas.{area.id}.{problem}" for problem in _condition(area.applies_when))
    for criterion in area.criteria:
        place = f"areas.{area.id}.criteria.{criterion.id}"
        if not criterion.id.startswith(f"{area.id}-"):
            yield f"{place}: stands in the area {area.id}"
        yield from (f"{place}.{problem}" for problem in _criterion(edition, criterion))


def _condition(condition: Condition) -> Iterator[str]:
    for question, wanted in condition.items():
        allowed = OPTIONS.get(question)
        if (allowed is None) != isinstance(wanted, bool) or (allowed and wanted not in allowed):
            yield f"applies_when.{question}: {wanted!r} is not an answer to that question"


def _criterion(edition: Edition, criterion: Criterion) -> Iterator[str]:
    yield from _condition(criterion.applies_when)
    yield from _requirements(edition, criterion)
    if criterion.counts_in_score != (criterion.weight > 0):
        yield "weight: must be 0 for what does not count in the score, and only there"
    if (criterion.minimum_actions is None) == (criterion.auto is AutoSource.ACTION_PLAN):
        yield "minimum_actions: belongs with auto: action_plan"
    if len(set(criterion.evidence)) != len(criterion.evidence):
        yield "evidence: a kind is named twice"
    if criterion.indicator:
        yield from _indicator(criterion, criterion.indicator)
    elif criterion.first_time_plan:
        yield "first_time_plan: there is no figure that a plan could stand in for"


def _requirements(edition: Edition, criterion: Criterion) -> Iterator[str]:
    known = {level.id for level in edition.levels}
    for level_id in criterion.requirements:
        if level_id not in known:
            yield f"requirements.{level_id}: no such level"
    if all(criterion.requirement(level_id) is RequirementType.NONE for level_id in known):
        yield "requirements: no level asks for it"
    for level in edition.levels:
        if criterion.requirement(level.id) is RESULT and criterion.threshold(level.id) is None:
            yield f"requirements.{level.id}: a result needs a threshold"
        if level.requires is not None:
            yield from _not_less(criterion, level.id, level.requires)


def _not_less(criterion: Criterion, level: LevelId, below: LevelId) -> Iterator[str]:
    asked, asked_below = criterion.requirement(level), criterion.requirement(below)
    if asked not in AT_LEAST_AS_STRICT[asked_below]:
        yield f"requirements.{level}: {asked} asks less than {below} ({asked_below})"
    threshold, threshold_below = criterion.threshold(level), criterion.threshold(below)
    if threshold_below is not None and (threshold is None or threshold < threshold_below):
        yield f"indicator.thresholds.{level}: asks less than {below}"


def _indicator(criterion: Criterion, indicator: Indicator) -> Iterator[str]:
    if not {EvidenceKind.FIGURES, EvidenceKind.REGISTER} & set(criterion.evidence):
        yield "indicator: the evidence must be figures or a register"
    if (indicator.kind is IndicatorKind.SHARE) != (indicator.base_label is not None):
        yield "indicator.base_label: a share needs it, and only a share"
    for level_id, threshold in indicator.thresholds.items():
        if criterion.requirement(level_id) is RequirementType.NONE:
            yield f"indicator.thresholds.{level_id}: the level does not ask for the criterion"
        if threshold <= 0 or (indicator.kind is IndicatorKind.SHARE and threshold > 1):
            yield f"indicator.thresholds.{level_id}: {threshold} is out of range"
    counted_by_size = indicator.kind is IndicatorKind.PER_50_EMPLOYEES
    if set(indicator.minimum) != (set(indicator.thresholds) if counted_by_size else set()):
        yield "indicator.minimum: needed for each threshold per 50 employees, and only there"
