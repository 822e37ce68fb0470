"""A whole case as pages and rules see it: what applies, is answered, is missing and was signed."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from certification.cases.errors import NotEditable
from certification.cases.rules.answers import AnswerFacts
from certification.cases.rules.answers_hash import answers_hash
from certification.cases.rules.gaps import Gap, GapFacts, gaps
from certification.cases.rules.scores import Scores, scores
from certification.cases.rules.transitions import employer_may_edit
from certification.cases.tables.answer import ActionItem, Answer
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence
from certification.cases.tables.review import CertifierAssignment
from certification.criteria.editions.schema import Area, Edition
from certification.criteria.library import content_of
from certification.criteria.rules.applicable import Applicable, applicable_criteria
from certification.criteria.rules.figures import Figure
from certification.criteria.types import EvidenceKind
from ground.errors import NotFound, existing
from ground.locks import held


@dataclass(frozen=True)
class Case:
    """One case read whole. What does not apply to the profile is left out everywhere: it never counts.

    `certifier_id` is the certifier who has the case now.
    """

    assessment: Assessment
    edition: Edition
    answers: dict[str, Answer]
    evidence: dict[str, list[Evidence]]
    actions: list[ActionItem]
    certifier_id: uuid.UUID | None = None

    @cached_property
    def applicable(self) -> tuple[Applicable, ...]:
        """The criteria that apply, in the edition's order."""
        case = self.assessment
        return applicable_criteria(self.edition, case.profile, case.level, case.round)

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
            level=self.assessment.level,
            profile=self.assessment.profile,
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
                level=case.level,
                profile=case.profile,
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
    """Read a whole case in a few queries, as it is now: what was read before the case was held may be out of date."""
    evidence: dict[str, list[Evidence]] = {}
    for item in session.scalars(
        select(Evidence)
        .where(Evidence.assessment_id == assessment.id, Evidence.removed_at.is_(None))
        .options(selectinload(Evidence.file))
        .order_by(Evidence.added_at)
        .execution_options(populate_existing=True)
    ):
        evidence.setdefault(item.criterion_id, []).append(item)
    return Case(
        assessment=assessment,
        edition=content_of(assessment.edition),
        answers=answers_of(session, assessment.id),
        evidence=evidence,
        certifier_id=session.scalar(
            select(CertifierAssignment.certifier_id).where(
                CertifierAssignment.assessment_id == assessment.id, CertifierAssignment.ended_at.is_(None)
            )
        ),
        actions=list(
            session.scalars(
                select(ActionItem)
                .where(ActionItem.assessment_id == assessment.id)
                .order_by(ActionItem.due_on.is_(None), ActionItem.due_on, ActionItem.created_at)
                .execution_options(populate_existing=True)
            )
        ),
    )


def answers_of(session: Session, assessment_id: uuid.UUID) -> dict[str, Answer]:
    """The answers of a case by criterion id, as they are now."""
    of_case = select(Answer).where(Answer.assessment_id == assessment_id)
    rows = session.scalars(of_case.execution_options(populate_existing=True))
    return {answer.criterion_id: answer for answer in rows}


def assessment_by_id(session: Session, assessment_id: uuid.UUID) -> Assessment:
    """One assessment. Raises NotFound."""
    return existing(session.get(Assessment, assessment_id))


def locked_assessment(session: Session, assessment_id: uuid.UUID) -> Assessment:
    """The assessment, held so that nobody submits while another is saving. Raises NotFound."""
    return held(session, Assessment, assessment_id)


def editable(session: Session, assessment_id: uuid.UUID) -> Assessment:
    """The case, held for writing, when the employer may change it now. Raises NotFound, NotEditable."""
    assessment = locked_assessment(session, assessment_id)
    if not employer_may_edit(assessment.state):
        raise NotEditable(assessment.state)
    return assessment
