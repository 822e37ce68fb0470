"""A whole case as pages and rules see it: what applies, is answered, is missing and was signed."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, SessionTransaction, joinedload

from certification.cases.errors import NotEditable, NotInReview
from certification.cases.rules.answers import AnswerFacts
from certification.cases.rules.answers_hash import answers_hash
from certification.cases.rules.gaps import Gap, GapFacts, gaps
from certification.cases.rules.scores import Scores, scores
from certification.cases.rules.transitions import certifier_may_record, employer_may_edit
from certification.cases.tables.answer import ActionItem, Answer
from certification.cases.tables.assessment import Assessment, SignedText
from certification.cases.tables.evidence import Evidence
from certification.cases.tables.review import CertifierAssignment, Finding
from certification.criteria.editions.schema import Area, Edition
from certification.criteria.library import content_of
from certification.criteria.rules.applicable import Applicable, applicable_criteria
from certification.criteria.rules.figures import Figure
from certification.criteria.rules.profile import Profile
from certification.criteria.types import EvidenceKind, LevelId
from ground.errors import NotFound, existing
from ground.locks import held, held_all

T = TypeVar("T")


@dataclass(frozen=True)
class Chosen:
    """The level and profile of a case, and why the profile differs from what Enhetsregisteret says."""

    level: LevelId
    profile: Profile
    profile_reason: str


@dataclass(frozen=True)
class Case:
    """One case read whole. What does not apply to the profile is left out everywhere: it never counts.

    Answers, evidence and findings by criterion id; `assignments` are all that the case has had, `held_in` is the
    transaction in which it was held before it was read.
    """

    assessment: Assessment
    edition: Edition
    answers: dict[str, Answer]
    evidence: dict[str, list[Evidence]]
    findings: dict[str, Finding]
    actions: list[ActionItem]
    assignments: list[CertifierAssignment]
    held_in: SessionTransaction | None = None
    signed: Chosen | None = None
    """Level and profile as they were signed, where the case is read as that (`certification.cases.signed`)."""

    @property
    def chosen(self) -> Chosen:
        """Level and profile."""
        one = self.assessment
        return self.signed or Chosen(one.level, one.profile, one.profile_reason)

    @property
    def assignment(self) -> CertifierAssignment | None:
        """The certifier's assignment that holds now."""
        return next((one for one in self.assignments if one.ended_at is None), None)

    @property
    def certifier_id(self) -> uuid.UUID | None:
        """The certifier who has the case now."""
        return self.assignment.certifier_id if self.assignment else None

    @cached_property
    def applicable(self) -> tuple[Applicable, ...]:
        """The criteria that apply, in the edition's order."""
        case = self.assessment
        return applicable_criteria(self.edition, self.chosen.profile, self.chosen.level, case.round)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas in which something applies, in the edition's order."""
        return tuple({item.area.id: item.area for item in self.applicable}.values())

    @property
    def actions_needed(self) -> int:
        """How many actions the edition asks for in the plan."""
        return max((one.minimum_actions for one in self.edition.criteria if one.minimum_actions), default=1)

    @cached_property
    def facts(self) -> dict[str, AnswerFacts]:
        """The answers to what applies, as values."""
        return {item.criterion.id: self._facts_of(item.criterion.id) for item in self.applicable}

    @cached_property
    def hash(self) -> str:
        """The hash of all that a signature covers, as it is now."""
        return answers_hash(
            edition_fingerprint=self.assessment.edition.fingerprint,
            level=self.chosen.level,
            profile=self.chosen.profile,
            answers=self.facts,
            attachments=[*self._evidence_marks(), *self._action_marks()],
        )

    @cached_property
    def is_signed(self) -> bool:
        """Whether the leader has signed exactly this."""
        return self.assessment.answers_hash == self.hash

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is still missing."""
        case = self.assessment
        return gaps(
            GapFacts(
                edition=self.edition,
                level=self.chosen.level,
                profile=self.chosen.profile,
                round=case.round,
                answers=self.facts,
                complete_actions=sum(action.is_complete for action in self.actions),
                signed=self.is_signed,
            )
        )

    @cached_property
    def scores(self) -> Scores:
        """Progress by area and in all; it never decides anything."""
        return scores(self.edition, self.applicable, {id_: facts.value for id_, facts in self.facts.items()})

    def in_area(self, area_id: str) -> list[Applicable]:
        """The criteria of an area that apply. Raises NotFound when there is none."""
        found = [item for item in self.applicable if item.area.id == area_id]
        if not found:
            raise NotFound
        return found

    def criterion(self, criterion_id: str) -> Applicable:
        """One criterion that applies. Raises NotFound."""
        for item in self.applicable:
            if item.criterion.id == criterion_id:
                return item
        raise NotFound

    def action(self, action_id: uuid.UUID) -> ActionItem:
        """One action of the plan. Raises NotFound."""
        return existing(next((one for one in self.actions if one.id == action_id), None))

    def answered_in(self, area_id: str) -> tuple[int, int]:
        """How many of the area's criteria are answered, and how many there are."""
        ids = [item.criterion.id for item in self.applicable if item.area.id == area_id]
        return sum(self.facts[id_].value is not None for id_ in ids), len(ids)

    def claim_hash(self, criterion_id: str) -> str:
        """A hash of one answer with its evidence: a finding holds for what the certifier saw."""
        answer = self.answers.get(criterion_id)
        said = [] if answer is None else [answer.value, answer.note, answer.figure_count, answer.figure_out_of]
        marks = sorted(item.mark for item in self.evidence.get(criterion_id, []))
        return hashlib.sha256(repr([*map(str, said), *marks]).encode()).hexdigest()

    def _facts_of(self, criterion_id: str) -> AnswerFacts:
        kinds = {item.kind for item in self.evidence.get(criterion_id, [])}
        if any(action.criterion_id == criterion_id for action in self.actions):
            kinds.add(EvidenceKind.ACTION_PLAN)
        answer = self.answers.get(criterion_id)
        if answer is None:
            return AnswerFacts(evidence=frozenset(kinds))
        return AnswerFacts(answer.value, answer.note, frozenset(kinds), figure_of(answer))

    def _evidence_marks(self) -> Iterable[str]:
        return (item.mark for id_ in self.facts for item in self.evidence.get(id_, []))

    def _action_marks(self) -> Iterable[str]:
        return (
            f"action {action.id} {action.criterion_id} {action.what} {action.responsible} {action.due_on}"
            for action in self.actions
        )


def figure_of(answer: Answer) -> Figure | None:
    """The figure in an answer."""
    return None if answer.figure_count is None else Figure(Decimal(answer.figure_count), answer.figure_out_of)


def read_case(session: Session, assessment: Assessment) -> Case:
    """Read a whole case in a few queries, to be looked at: who changes it, holds it first (`held_case`)."""
    return _read(session, assessment, None)


def hold_case(session: Session, assessment_id: uuid.UUID) -> Case:
    """Read a whole case as it is now, held so that nobody submits while another is saving. Raises NotFound."""
    assessment = existing(next(iter(held_all(session, Assessment, _one(assessment_id))), None))
    return _read(session, assessment, session.get_transaction())


def held_case(session: Session, case: Case) -> Case:
    """The case as it is now, held: read again unless it was held in this transaction before it was read."""
    is_held = case.held_in is not None and case.held_in is session.get_transaction()
    return case if is_held else hold_case(session, case.assessment.id)


def check_editable(assessment: Assessment) -> None:
    """Let an employer go on that may change the case now. Raises NotEditable."""
    if not employer_may_edit(assessment.state):
        raise NotEditable(assessment.state)


def editable_case(session: Session, case: Case) -> Case:
    """The case as it is now, held, when the employer may change it. Raises NotEditable."""
    now = held_case(session, case)
    check_editable(now.assessment)
    return now


def reviewable_case(session: Session, case: Case, certifier_id: uuid.UUID) -> Case:
    """The case as it is now, held, when this certifier may record on it. Raises NotFound, NotInReview."""
    now = held_case(session, case)
    if now.certifier_id != certifier_id:
        raise NotFound
    if not certifier_may_record(now.assessment.state):
        raise NotInReview
    return now


def _read(session: Session, assessment: Assessment, held_in: SessionTransaction | None) -> Case:
    evidence: dict[str, list[Evidence]] = {}
    for item in _rows(
        session,
        select(Evidence)
        .where(Evidence.assessment_id == assessment.id, Evidence.removed_at.is_(None))
        .options(joinedload(Evidence.file))
        .order_by(Evidence.added_at),
    ):
        evidence.setdefault(item.criterion_id, []).append(item)
    findings = _rows(session, select(Finding).where(Finding.assessment_id == assessment.id))
    return Case(
        assessment=assessment,
        edition=content_of(assessment.edition),
        answers={
            answer.criterion_id: answer
            for answer in _rows(session, select(Answer).where(Answer.assessment_id == assessment.id))
        },
        evidence=evidence,
        findings={finding.criterion_id: finding for finding in findings},
        actions=_rows(
            session,
            select(ActionItem)
            .where(ActionItem.assessment_id == assessment.id)
            .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.created_at),
        ),
        assignments=_rows(
            session,
            select(CertifierAssignment)
            .where(CertifierAssignment.assessment_id == assessment.id)
            .options(joinedload(CertifierAssignment.certifier))
            .order_by(CertifierAssignment.assigned_at),
        ),
        held_in=held_in,
    )


def _rows(session: Session, query: Select[T]) -> list[T]:
    """What a query finds, as it is now: what was known before the case was held may be out of date."""
    return list(session.scalars(query.execution_options(populate_existing=True)))


def assessment_by_id(session: Session, assessment_id: uuid.UUID) -> Assessment:
    """One assessment. Raises NotFound."""
    return existing(session.scalar(_one(assessment_id)))


def _one(assessment_id: uuid.UUID) -> Select[Assessment]:
    """With whose it is, the edition it is judged by and what is set aside: no case is looked at without them."""
    of_case = joinedload(Assessment.organisation), joinedload(Assessment.edition)
    set_aside = joinedload(Assessment.signed_text).undefer(SignedText.content)
    return select(Assessment).where(Assessment.id == assessment_id).options(*of_case, set_aside)


def locked_assessment(session: Session, assessment_id: uuid.UUID) -> Assessment:
    """The assessment, held so that nobody submits while another is saving. Raises NotFound."""
    return held(session, Assessment, assessment_id)


def editable(session: Session, assessment_id: uuid.UUID) -> Assessment:
    """The case, held for writing, when the employer may change it now. Raises NotFound, NotEditable."""
    assessment = locked_assessment(session, assessment_id)
    check_editable(assessment)
    return assessment
