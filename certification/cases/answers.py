"""Answering criterion by criterion: each answer has its own version, so that two can work side by side."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from certification.cases.case import Case, editable, read_case
from certification.cases.errors import FigureImpossible, NotApplicableNotAllowed
from certification.cases.tables.answer import Answer
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


def save_answer(
    act: Act, *, assessment_id: uuid.UUID, criterion_id: str, claim: Claim, expected_version: int
) -> Answer | None:
    """Save the answer to one criterion. `expected_version` is 0 where there was none.

    Saying again what stands there already changes nothing, whoever said it. Raises NotFound (also for a
    criterion that does not apply), NotEditable, EditedMeanwhile, NotApplicableNotAllowed, FigureImpossible.
    """
    case = read_case(act.session, editable(act.session, assessment_id))
    return _save(act, case, criterion_id, claim, expected_version)


def save_answers(
    act: Act, *, assessment_id: uuid.UUID, claims: Mapping[str, tuple[Claim, int]]
) -> dict[str, DomainError]:
    """Save several answers (criterion id -> claim and expected version); one that is refused stops no other.

    Returns what was refused and why, as `save_answer` raises it. Raises NotFound, NotEditable.
    """
    case = read_case(act.session, editable(act.session, assessment_id))
    refused: dict[str, DomainError] = {}
    for criterion_id, (claim, expected_version) in claims.items():
        case.criterion(criterion_id)
        try:
            _save(act, case, criterion_id, claim, expected_version)
        except (EditedMeanwhile, NotApplicableNotAllowed, FigureImpossible) as error:
            refused[criterion_id] = error
    return refused


def _save(act: Act, case: Case, criterion_id: str, claim: Claim, expected_version: int) -> Answer | None:
    item = case.criterion(criterion_id)
    answer = case.answers.get(criterion_id)
    if claim == claim_of(answer):
        return answer
    check_version(answer.version if answer else 0, expected_version)
    if claim.value is AnswerValue.NOT_APPLICABLE and item.criterion.not_applicable is NotApplicableRule.NO:
        raise NotApplicableNotAllowed(criterion_id)
    _check_figure(claim)
    if answer is None:
        answer = Answer(assessment_id=case.assessment.id, criterion_id=criterion_id)
        act.session.add(answer)
    answer.value, answer.note = claim.value, claim.note
    answer.figure_count, answer.figure_out_of = claim.figure_count, claim.figure_out_of
    answer.answered_by_id, answer.answered_at = act.person_id, act.now
    act.session.flush()
    audit.record(
        act,
        action="answer.saved",
        subject=answer,
        organisation_id=case.assessment.organisation_id,
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
