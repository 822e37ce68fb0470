"""The employer's case as a whole: start, profile, sign and submit, withdraw."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.case import Case, editable, locked_assessment, read_case
from certification.cases.errors import (
    AssessmentAlreadyOpen,
    LevelNotRenewable,
    NotReadyToSubmit,
    OnlyLeadersSign,
    OrganisationNotVerified,
    ProfileReasonMissing,
)
from certification.cases.evidence import discard
from certification.cases.history import held_levels, next_round, open_assessment, waiting_decision
from certification.cases.mails import CaseMail
from certification.cases.moves import move
from certification.cases.review import living_assignment
from certification.cases.rules.codes import GapSeverity
from certification.cases.rules.gaps import may_be_signed
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from certification.criteria.editions.schema import Level
from certification.criteria.library import content_of, current_edition
from certification.criteria.rules.profile import Profile, size_class
from certification.criteria.types import LevelId
from ground import audit
from ground.errors import EditedMeanwhile, ReasonMissing
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.people import mail
from register.roles.models import RoleGrant
from register.roles.types import Role


def start(
    session: Session, *, organisation: Organisation, level: LevelId, actor_id: uuid.UUID, now: datetime
) -> Assessment:
    """Begin a case against the published edition, with what Enhetsregisteret says filled in.

    Raises AssessmentAlreadyOpen, OrganisationNotVerified (refused by Enhetsregisteret), LevelNotRenewable,
    NoPublishedEdition, UnknownLevel.
    """
    if organisation.verification is Verification.REFUSED:
        raise OrganisationNotVerified
    if open_assessment(session, organisation.id) is not None:
        raise AssessmentAlreadyOpen
    edition = current_edition(session)
    _check_renewable(session, organisation.id, content_of(edition).level(level))
    assessment = Assessment(
        organisation_id=organisation.id,
        edition_id=edition.id,
        level=level,
        round=next_round(session, organisation.id),
        employees=organisation.employees,
        sector=organisation.sector,
        created_at=now,
        created_by_id=actor_id,
    )
    session.add(assessment)
    session.flush()
    audit.record(
        session,
        action="assessment.started",
        subject=assessment,
        actor_id=actor_id,
        now=now,
        organisation_id=organisation.id,
        level=level.value,
        edition=edition.number,
    )
    return assessment


def save_profile(
    session: Session,
    *,
    assessment_id: uuid.UUID,
    level: LevelId,
    profile: Profile,
    reason: str,
    expected_version: int,
    actor_id: uuid.UUID,
    now: datetime,
) -> Assessment:
    """Save the level and the profile. When all questions are answered, the criteria can be.

    Raises NotFound, NotEditable, EditedMeanwhile, LevelNotRenewable, ProfileReasonMissing (size or sector are
    corrected without a reason).
    """
    assessment = editable(session, assessment_id)
    if assessment.version != expected_version:
        raise EditedMeanwhile
    if _differs_from_register(assessment.organisation, profile) and not reason.strip():
        raise ProfileReasonMissing
    _check_renewable(session, assessment.organisation_id, content_of(assessment.edition).level(level))
    assessment.level, assessment.profile_reason = level, reason.strip()
    for question in ("employees", "sector", "has_under_18", "trade", "has_apprentices", "takes_training"):
        setattr(assessment, question, getattr(profile, question))
    session.flush()
    audit.record(
        session,
        action="assessment.profile_saved",
        subject=assessment,
        actor_id=actor_id,
        now=now,
        organisation_id=assessment.organisation_id,
    )
    if assessment.state is AssessmentState.DRAFT and not profile.unanswered():
        move(session, assessment, AssessmentState.ANSWERING, actor_id=actor_id, now=now)
    return assessment


def sign_and_submit(
    session: Session, *, assessment_id: uuid.UUID, seen_hash: str, signer_id: uuid.UUID, now: datetime
) -> Assessment:
    """A leader signs what they have seen and submits it. Answers to what does not apply are forgotten.

    Raises NotFound, NotEditable, OnlyLeadersSign, OrganisationNotVerified, NotReadyToSubmit, EditedMeanwhile
    (somebody has changed an answer since the page was opened).
    """
    assessment = editable(session, assessment_id)
    _check_leader(session, assessment, signer_id)
    if assessment.organisation.verification is not Verification.VERIFIED:
        raise OrganisationNotVerified
    case = read_case(session, assessment)
    if case.hash != seen_hash:
        raise EditedMeanwhile
    if not may_be_signed(case.gaps):
        # The signature itself is the one gap that this act closes.
        raise NotReadyToSubmit(sum(gap.severity is GapSeverity.BLOCKING for gap in case.gaps) - 1)
    _forget_what_does_not_apply(session, case, signer_id, now)
    assessment.signed_at, assessment.signed_by_id, assessment.answers_hash = now, signer_id, case.hash
    move(session, assessment, AssessmentState.SUBMITTED, actor_id=signer_id, now=now, answers_hash=case.hash)
    _back_to_the_same_certifier(session, assessment, signer_id, now)
    return assessment


def withdraw(
    session: Session, *, assessment_id: uuid.UUID, reason: str, actor_id: uuid.UUID, now: datetime
) -> Assessment:
    """A leader takes the case back for good. Raises NotFound, OnlyLeadersSign, ReasonMissing."""
    assessment = locked_assessment(session, assessment_id)
    _check_leader(session, assessment, actor_id)
    if not reason.strip():
        raise ReasonMissing
    waiting = waiting_decision(session, assessment.id)
    if waiting is not None:  # what was proposed comes to nothing
        waiting.refused_at, waiting.refused_by_id, waiting.refusal_reason = now, actor_id, reason.strip()
    move(
        session,
        assessment,
        AssessmentState.WITHDRAWN,
        actor_id=actor_id,
        now=now,
        reason=reason.strip(),
    )
    return assessment


def _check_renewable(session: Session, organisation_id: uuid.UUID, level: Level) -> None:
    if not level.renewable and level.id in held_levels(session, organisation_id):
        raise LevelNotRenewable


def _differs_from_register(organisation: Organisation, profile: Profile) -> bool:
    """Whether something that Enhetsregisteret says is corrected; filling in where it is silent is not."""
    size = size_class(organisation.employees)
    other_size = size is not None and profile.size is not None and profile.size is not size
    other_sector = None not in (organisation.sector, profile.sector) and profile.sector is not organisation.sector
    return other_size or other_sector


def _check_leader(session: Session, assessment: Assessment, user_id: uuid.UUID) -> None:
    grant = session.scalar(
        select(RoleGrant.id).where(
            RoleGrant.user_id == user_id,
            RoleGrant.organisation_id == assessment.organisation_id,
            RoleGrant.role == Role.LEADER,
            RoleGrant.revoked_at.is_(None),
        )
    )
    if grant is None:
        raise OnlyLeadersSign


def _forget_what_does_not_apply(session: Session, case: Case, actor_id: uuid.UUID, now: datetime) -> None:
    """An answer to a criterion that the profile has taken away must not come back later unseen."""
    for criterion_id in case.answers.keys() - case.facts.keys():
        session.delete(case.answers[criterion_id])
    for criterion_id in case.evidence.keys() - case.facts.keys():
        for evidence in case.evidence[criterion_id]:
            discard(session, case.assessment, evidence, actor_id=actor_id, now=now)
    session.flush()


def _back_to_the_same_certifier(session: Session, assessment: Assessment, actor_id: uuid.UUID, now: datetime) -> None:
    """A case that was sent back goes on where it was, with the certifier who knows it."""
    assignment = living_assignment(session, assessment.id)
    if assignment is None:
        return
    move(session, assessment, AssessmentState.ASSIGNED, actor_id=actor_id, now=now)
    if assignment.impartiality_declared_at is not None:
        move(session, assessment, AssessmentState.IN_REVIEW, actor_id=actor_id, now=now)
    mail.enqueue_to(
        session,
        assignment.certifier,
        kind=CaseMail.ASSESSMENT_ASSIGNED,
        now=now,
        organisation=assessment.organisation.name,
        assessment_id=str(assessment.id),
        again=True,
    )
