"""Answering criterion by criterion: each answer has its own version, so that two can work side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from certification.cases.case import Case, editable_case
from certification.cases.errors import FigureImpossible, NotApplicableNotAllowed
from certification.cases.tables.answer import Answer
from certification.cases.tables.assessment import Assessment
from certification.criteria.editions.criterion import Criterion
from certification.criteria.types import AnswerValue, NotApplicableRule
from ground import audit
from ground.act import Act
from ground.errors import DomainError, EditedMeanwhile, check_version


@dataclass(frozen=True)
class Claim:
    """What the employer says on one criterion."""

    value: AnswerValue | None = None
    note: str = ""
    figure_count: int | None = None
    figure_out_of: int | None = None


def claim_of(answer: Answer | None) -> Claim:
    """What is said now."""
    if answer is None:
        return Claim()
    return Claim(answer.value, answer.note, answer.figure_count, answer.figure_out_of)


@dataclass(frozen=True)
class Saved:
    """The case as it stands after some answers were saved, and why others were not, by criterion id."""

    case: Case
    refused: dict[str, DomainError]


def save_answers(act: Act, case: Case, *, claims: Mapping[str, tuple[Claim, int]]) -> Saved:
    """Save several answers (criterion id -> claim and expected version); one that is refused stops no other.

    The expected version is 0 where there was no answer. Saying again what
    stands there already changes nothing, whoever said it. An answer is refused with EditedMeanwhile,
    NotApplicableNotAllowed or FigureImpossible. Raises NotFound (a criterion that does not apply), NotEditable.
    """
    now = editable_case(act.session, case)
    saved = dict(now.answers)
    refused: dict[str, DomainError] = {}
    for criterion_id, (claim, expected_version) in claims.items():
        criterion, answer = now.criterion(criterion_id).criterion, saved.get(criterion_id)
        if claim == claim_of(answer):
            continue
        try:
            _check(criterion, claim, answer, expected_version)
        except (EditedMeanwhile, NotApplicableNotAllowed, FigureImpossible) as error:
            refused[criterion_id] = error
        else:
            saved[criterion_id] = _write(act, now.assessment, criterion_id, claim, answer)
    act.session.flush()
    return Saved(replace(now, answers=saved), refused)


def _check(criterion: Criterion, claim: Claim, answer: Answer | None, expected_version: int) -> None:
    check_version(answer.version if answer else 0, expected_version)
    if claim.value is AnswerValue.NOT_APPLICABLE and criterion.not_applicable is NotApplicableRule.NO:
        raise NotApplicableNotAllowed(criterion.id)
    _check_figure(claim)


def _write(act: Act, assessment: Assessment, criterion_id: str, claim: Claim, answer: Answer | None) -> Answer:
    if answer is None:
        answer = Answer(assessment_id=assessment.id, criterion_id=criterion_id)
        act.session.add(answer)
    answer.value, answer.note = claim.value, claim.note
    answer.figure_count, answer.figure_out_of = claim.figure_count, claim.figure_out_of
    answer.answered_by_id, answer.answered_at = act.person_id, act.now
    audit.record(
        act,
        action="answer.saved",
        subject=answer,
        organisation_id=assessment.organisation_id,
        criterion=criterion_id,
        value=claim.value.value if claim.value else None,
    )
    return answer


def _check_figure(claim: Claim) -> None:
    count, out_of = claim.figure_count, claim.figure_out_of
    numbers = [number for number in (count, out_of) if number is not None]
    too_large_a_part = count is not None and out_of is not None and count > out_of
    if any(number < 0 for number in numbers) or too_large_a_part or (count is None and out_of is not None):
        raise FigureImpossible
