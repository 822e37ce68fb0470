"""The certifier's work: assigned, declared impartial, sent back to the employer or recommended."""

import uuid
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from certification.cases.case import Case, locked_assessment, reviewable_case
from certification.cases.errors import (
    BelongsToEmployer,
    CertifierHasRole,
    DeadlineNotAhead,
    FindingsNeedNotes,
    NotACertifier,
    OutcomeNotAllowed,
)
from certification.cases.history import must_not_belong, people_of
from certification.cases.mails import CaseMail
from certification.cases.rules.transitions import WITH_CERTIFIER
from certification.cases.signed import set_aside
from certification.cases.tables.assessment import Assessment, SignedText
from certification.cases.tables.review import CertifierAssignment, Recommendation, SentBack
from certification.cases.types import AssessmentState, DecisionOutcome
from certification.cases.verdict import verdict_for_review
from certification.criteria.types import FindingValue
from ground import audit
from ground.act import Act
from ground.errors import EditedMeanwhile, NotFound, ReasonMissing
from ground.moves import move
from ground.paging import Page, one_page
from ground.texts import Locale
from register.people import mail
from register.people.models import User
from register.roles.grants import people_with_role
from register.roles.types import Role

NEEDS_A_NOTE = frozenset({FindingValue.MINOR, FindingValue.MAJOR})


def possible_certifiers(session: Session, assessment: Assessment) -> list[User]:
    """The certifiers who have and have had no role in the organisation, by name."""
    related = people_of(session, assessment.organisation_id)
    return [user for user in people_with_role(session, Role.CERTIFIER) if user.id not in related]


def assign_certifier(act: Act, *, assessment_id: uuid.UUID, certifier_id: uuid.UUID) -> CertifierAssignment:
    """The county gives a submitted case to a certifier; the employer does not choose.

    Raises NotFound, NotACertifier, CertifierHasRole, BelongsToEmployer, TransitionNotAllowed.
    """
    assessment = locked_assessment(act.session, assessment_id)
    certifier = next((user for user in people_with_role(act.session, Role.CERTIFIER) if user.id == certifier_id), None)
    if certifier is None:
        raise NotACertifier
    related = people_of(act.session, assessment.organisation_id)
    if certifier_id in related:
        raise CertifierHasRole
    if act.person_id in related:
        raise BelongsToEmployer
    move(
        act,
        assessment,
        AssessmentState.ASSIGNED,
        organisation_id=assessment.organisation_id,
        certifier=str(certifier_id),
    )
    assignment = CertifierAssignment(
        assessment_id=assessment.id, certifier_id=certifier_id, assigned_at=act.now, assigned_by_id=act.person_id
    )
    act.session.add(assignment)
    act.session.flush()
    mail.enqueue_to(
        act,
        certifier,
        kind=CaseMail.ASSESSMENT_ASSIGNED,
        organisation=assessment.organisation.name,
        assessment_id=str(assessment.id),
        again=False,
    )
    return assignment


def living_assignment(session: Session, assessment_id: uuid.UUID) -> CertifierAssignment | None:
    """The assignment that holds now, with its certifier, and its case with whose it is."""
    of_case = joinedload(CertifierAssignment.assessment)
    return session.scalar(
        select(CertifierAssignment)
        .where(CertifierAssignment.assessment_id == assessment_id, CertifierAssignment.ended_at.is_(None))
        .options(
            joinedload(CertifierAssignment.certifier),
            of_case.joinedload(Assessment.organisation),
            of_case.joinedload(Assessment.signed_text).undefer(SignedText.content),
        )
    )


def declare_impartiality(act: Act, *, assessment_id: uuid.UUID) -> CertifierAssignment:
    """The certifier declares that nothing ties them to the organisation; only now is the case shown to them.

    Raises NotFound, CertifierHasRole, TransitionNotAllowed.
    """
    assessment = locked_assessment(act.session, assessment_id)
    assignment = _assignment_of(act.session, assessment_id, act.person_id)
    if act.person_id in people_of(act.session, assessment.organisation_id):
        raise CertifierHasRole
    move(act, assessment, AssessmentState.IN_REVIEW, organisation_id=assessment.organisation_id)
    assignment.impartiality_declared_at = act.now
    act.session.flush()
    return assignment


def end_assignment(act: Act, *, assessment_id: uuid.UUID, seen_id: uuid.UUID | None, reason: str) -> Assessment:
    """The certifier is not impartial or cannot go on, or the county takes the case back: it waits for another.

    While the employer works on a case that was sent back, it stays with the employer; it waits for a certifier when it
    is submitted again. `seen_id` is the assignment that whoever ends it has seen: the next certifier keeps the case.
    Raises NotFound, EditedMeanwhile (another assignment holds now, or none), ReasonMissing, TransitionNotAllowed.
    """
    assessment = locked_assessment(act.session, assessment_id)
    assignment = living_assignment(act.session, assessment_id)
    if assignment is None or assignment.id != seen_id:
        raise EditedMeanwhile
    if act.person_id != assignment.certifier_id:  # who finds that they belong gives the case up
        must_not_belong(act.session, act.person_id, assessment.organisation_id)
    if not reason.strip():
        raise ReasonMissing
    assignment.ended_at, assignment.end_reason = act.now, reason.strip()
    audit.record(
        act,
        action="assessment.certifier_ended",
        subject=assessment,
        organisation_id=assessment.organisation_id,
        reason=reason.strip(),
    )
    if assessment.state is not AssessmentState.RETURNED:
        move(
            act,
            assessment,
            AssessmentState.SUBMITTED,
            organisation_id=assessment.organisation_id,
            reason=reason.strip(),
        )
    return assessment


def send_back(act: Act, case: Case, *, message: str, due_on: date, written_in: Locale = Locale.BOKMAAL) -> SentBack:
    """Send the case back to the employer with what is missing and a deadline.

    Raises NotFound, NotInReview, ReasonMissing, DeadlineNotAhead, FindingsNeedNotes.
    """
    now = reviewable_case(act.session, case, act.person_id)
    _check_notes(now)
    assessment = now.assessment
    sent = give_back(act, now, message=message, due_on=due_on, written_in=written_in)
    move(
        act,
        assessment,
        AssessmentState.RETURNED,
        organisation_id=assessment.organisation_id,
        reason=sent.message,
        due_on=due_on.isoformat(),
    )
    return sent


def give_back(act: Act, case: Case, *, message: str, due_on: date, written_in: Locale) -> SentBack:
    """Write down what the employer must do and by when, set aside what is signed, and tell its people.

    The caller has held the case, and moves it.
    """
    assessment = case.assessment
    if not message.strip():
        raise ReasonMissing
    if due_on <= act.today:
        raise DeadlineNotAhead
    sent = SentBack(
        assessment_id=assessment.id,
        message=message.strip(),
        written_in=written_in,
        due_on=due_on,
        sent_at=act.now,
        sent_by_id=act.person_id,
    )
    act.session.add(sent)
    act.session.flush()
    set_aside(act, case)
    tell_employer(act, assessment, CaseMail.ASSESSMENT_RETURNED)
    return sent


def recommend(
    act: Act, case: Case, *, outcome: DecisionOutcome, text: str, written_in: Locale = Locale.BOKMAAL
) -> Recommendation:
    """Recommend a decision that the rule allows.

    Raises NotFound, NotInReview, ReasonMissing, FindingsNeedNotes, OutcomeNotAllowed.
    """
    now = reviewable_case(act.session, case, act.person_id)
    if not text.strip():
        raise ReasonMissing
    _check_notes(now)
    assessment = now.assessment
    if not verdict_for_review(act.session, now, today=act.today).may(outcome):
        raise OutcomeNotAllowed(outcome)
    recommendation = Recommendation(
        assessment_id=assessment.id,
        certifier_id=act.person_id,
        outcome=outcome,
        text=text.strip(),
        written_in=written_in,
        answers_hash=now.hash,
        made_at=act.now,
    )
    act.session.add(recommendation)
    move(
        act, assessment, AssessmentState.RECOMMENDED, organisation_id=assessment.organisation_id, outcome=outcome.value
    )
    return recommendation


def living_recommendation(session: Session, assessment_id: uuid.UUID) -> Recommendation | None:
    """The recommendation that the decision is to be made on, with who made it."""
    return session.scalar(
        select(Recommendation)
        .where(Recommendation.assessment_id == assessment_id, Recommendation.superseded_at.is_(None))
        .options(joinedload(Recommendation.certifier))
    )


def latest_sent_back(session: Session, assessment_id: uuid.UUID) -> SentBack | None:
    """What the case was sent back with last."""
    return session.scalar(
        select(SentBack).where(SentBack.assessment_id == assessment_id).order_by(SentBack.sent_at.desc()).limit(1)
    )


def tell_employer(act: Act, assessment: Assessment, kind: str) -> None:
    """A mail to everybody in the organisation who works on the case."""
    organisation = assessment.organisation
    for user in people_with_role(act.session, Role.LEADER, Role.EMPLOYEE, organisation_id=organisation.id):
        mail.enqueue_to(act, user, kind=kind, orgnr=organisation.orgnr, organisation=organisation.name)


def _assignment_of(session: Session, assessment_id: uuid.UUID, certifier_id: uuid.UUID) -> CertifierAssignment:
    assignment = living_assignment(session, assessment_id)
    if assignment is None or assignment.certifier_id != certifier_id:
        raise NotFound
    return assignment


def _check_notes(case: Case) -> None:
    bare = tuple(
        case.edition.criterion(finding.criterion_id)
        for finding in case.findings.values()
        if finding.value in NEEDS_A_NOTE and not finding.note.strip()
    )
    if bare:
        raise FindingsNeedNotes(bare)


def assignments_page(session: Session, certifier_id: uuid.UUID, *, page: int = 1) -> Page[CertifierAssignment]:
    """One page of the cases that a certifier has now and that are not over, the newest first."""
    newest = CertifierAssignment.assigned_at.desc(), CertifierAssignment.id
    return one_page(session, _assigned_to(certifier_id).order_by(*newest), page=page)


def waiting_for_certifier(session: Session, certifier_id: uuid.UUID, *, most: int) -> Sequence[CertifierAssignment]:
    """Those among them that the certifier has not recommended on yet, the longest first."""
    waits = Assessment.state.in_((AssessmentState.ASSIGNED, AssessmentState.IN_REVIEW))
    oldest = CertifierAssignment.assigned_at, CertifierAssignment.id
    return session.scalars(_assigned_to(certifier_id).where(waits).order_by(*oldest).limit(most)).all()


def _assigned_to(certifier_id: uuid.UUID) -> Select[CertifierAssignment]:
    of_case = contains_eager(CertifierAssignment.assessment)
    return (
        select(CertifierAssignment)
        .join(CertifierAssignment.assessment)
        .where(
            CertifierAssignment.certifier_id == certifier_id,
            CertifierAssignment.ended_at.is_(None),
            Assessment.state.in_(WITH_CERTIFIER),
        )
        .options(of_case.joinedload(Assessment.organisation), of_case.joinedload(Assessment.signed_text))
    )
