"""A criterion as a page shows it: its texts in the reader's language, the claim, the evidence and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.cases.sentences import evidence_words, figure_words, gap_sentence
from app.kernel.language import current_language
from app.kernel.translate import _
from app.words.filters import label, written_date
from certification.cases.case import Case
from certification.cases.rules.answers import suffices
from certification.cases.tables.answer import Answer
from certification.cases.tables.evidence import Evidence
from certification.criteria.rules.applicable import Applicable
from certification.criteria.rules.figures import required_for_size
from certification.criteria.types import (
    AnswerValue,
    AutoSource,
    EvidenceKind,
    IndicatorKind,
    LevelId,
    NotApplicableRule,
    RequirementType,
    Round,
)
from ground.texts import Translated

# What is not proved by something one attaches: it is looked up, typed in the answer itself, or stands in the plan.
OWN_WAYS = frozenset(
    {
        EvidenceKind.REGISTER,
        EvidenceKind.SELF_DECLARATION,
        EvidenceKind.FIGURES,
        EvidenceKind.ACTION_PLAN,
    }
)


@dataclass(frozen=True)
class CriterionView:
    """What a page says about one criterion in one case."""

    id: str
    name: str
    requirement: RequirementType
    text: str
    why: str
    how: str
    guidance: str
    legal_basis: str
    wanted: str
    count_label: str
    base_label: str
    threshold: str
    first_time_plan: str
    asks_for_figure: bool
    wants_evidence: bool
    file_suffices: bool
    link_suffices: bool
    wants_actions: bool
    register_note: str
    may_be_not_applicable: bool
    answer: Answer | None
    evidence: list[Evidence]
    missing: list[str]

    @property
    def value(self) -> AnswerValue | None:
        """The claim."""
        return self.answer.value if self.answer else None


def criterion_views(case: Case, items: Iterable[Applicable]) -> list[CriterionView]:
    """The criteria as pages show them, in order."""
    return [criterion_view(case, item) for item in items]


def criterion_view(case: Case, item: Applicable) -> CriterionView:
    """One criterion."""
    criterion, indicator = item.criterion, item.criterion.indicator
    size = case.chosen.profile.size
    guidance = (criterion.guidance_by_size.get(size), criterion.adaptations.get(size)) if size else ()
    kinds = set(criterion.evidence)
    return CriterionView(
        id=criterion.id,
        name=_words(criterion.called),
        requirement=item.requirement,
        text=_words(criterion.text),
        why=_words(criterion.why),
        how=_words(criterion.how),
        guidance=" ".join(_words(text) for text in guidance if text),
        legal_basis=_words(criterion.legal_basis),
        wanted=evidence_words(tuple(criterion.evidence)),
        count_label=_words(indicator.count_label) if indicator else _("Antall"),
        base_label=_words(indicator.base_label) if indicator else "",
        threshold=_threshold(case, item),
        first_time_plan=_words(criterion.first_time_plan) if case.assessment.round is Round.FIRST else "",
        asks_for_figure=indicator is not None or EvidenceKind.FIGURES in kinds,
        wants_evidence=bool(kinds - OWN_WAYS),
        file_suffices=suffices(EvidenceKind.FILE, criterion, size),
        link_suffices=suffices(EvidenceKind.LINK, criterion, size),
        wants_actions=EvidenceKind.ACTION_PLAN in kinds,
        register_note=_register_note(case) if criterion.auto is AutoSource.BUSINESS_REGISTER else "",
        may_be_not_applicable=criterion.not_applicable is not NotApplicableRule.NO,
        answer=case.answers.get(criterion.id),
        evidence=case.evidence.get(criterion.id, []),
        missing=[gap_sentence(gap, case.edition) for gap in case.gaps if gap.criterion_id == criterion.id],
    )


def _words(text: Translated | None) -> str:
    return text.get(current_language()) if text else ""


def _threshold(case: Case, item: Applicable) -> str:
    """What the level asks for in figures, for the size of this employer."""
    indicator, level = item.criterion.indicator, LevelId(case.chosen.level)
    if indicator is None or level not in indicator.thresholds:
        return ""
    employees = case.chosen.profile.employees
    if indicator.kind is IndicatorKind.PER_50_EMPLOYEES:
        if employees is None:
            return ""
        required = required_for_size(indicator, level, employees)
        return _(
            "Det kreves minst %(number)s for en virksomhet av deres størrelse.", number=figure_words(required, None)
        )
    return _("Det kreves minst %(number)s.", number=figure_words(indicator.thresholds[level], item.criterion))


def _register_note(case: Case) -> str:
    """What Enhetsregisteret says about the employer, and when it was asked."""
    organisation = case.assessment.organisation
    if organisation.checked_at is None:
        return _("Enhetsregisteret har ikke svart ennå.")
    return _(
        "Enhetsregisteret %(date)s: %(name)s. %(status)s.",
        date=written_date(organisation.checked_at),
        name=organisation.name,
        status=label(organisation.verification),
    )
