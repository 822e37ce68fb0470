"""The employer's case as a whole: start, profile, sign and submit, withdraw."""

import uuid
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from certification.cases.case import Case, editable_case, locked_assessment
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
from certification.cases.proposed_decisions import turn_down
from certification.cases.rules.codes import GapSeverity
from certification.cases.rules.gaps import may_be_signed
from certification.cases.signed import forget_set_aside
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from certification.criteria.editions.schema import Level
from certification.criteria.library import content_of, current_edition
from certification.criteria.rules.profile import Profile, size_class
from certification.criteria.types import LevelId
from ground import audit
from ground.act import Act
from ground.errors import EditedMeanwhile, ReasonMissing, check_version
from ground.moves import move
from register.organisations.models import Organisation
from register.organisations.types import Verification
from register.people import mail
from register.roles.models import RoleGrant
from register.roles.types import Role


def start(act: Act, *, organisation: Organisation, level: LevelId) -> Assessment:
    """Begin a case against the published edition, with what Enhetsregisteret says filled in.

    Raises AssessmentAlreadyOpen, OrganisationNotVerified (refused by Enhetsregisteret), LevelNotRenewable,
    NoPublishedEdition, UnknownLevel.
    """
    if organisation.verification is Verification.REFUSED:
        raise OrganisationNotVerified
    if open_assessment(act.session, organisation.id) is not None:
        raise AssessmentAlreadyOpen
    edition = current_edition(act.session)
    _check_renewable(act.session, organisation.id, content_of(edition).level(level))
    assessment = Assessment(
        organisation_id=organisation.id,
        edition_id=edition.id,
        level=level,
        round=next_round(act.session, organisation.id),
        employees=organisation.employees,
        sector=organisation.sector,
        created_at=act.now,
        created_by_id=act.person_id,
    )
    act.session.add(assessment)
    act.session.flush()
    audit.record(
        act,
        action="assessment.started",
        subject=assessment,
        organisation_id=organisation.id,
        level=level.value,
        edition=edition.number,
    )
    return assessment


def save_profile(act: Act, case: Case, *, level: LevelId, profile: Profile, reason: str, expected_version: int) -> Case:
    """Save the level and the profile; the case as it then is. When all questions are answered, the criteria can be.

    Raises NotFound, NotEditable, EditedMeanwhile, LevelNotRenewable, ProfileReasonMissing (size or sector are
    corrected without a reason).
    """
    now = editable_case(act.session, case)
    assessment = now.assessment
    check_version(assessment.version, expected_version)
    if _differs_from_register(assessment.organisation, profile) and not reason.strip():
        raise ProfileReasonMissing
    _check_renewable(act.session, assessment.organisation_id, content_of(assessment.edition).level(level))
    assessment.level, assessment.profile_reason = level, reason.strip()
    for question in ("employees", "sector", "has_under_18", "trade", "has_apprentices", "takes_training"):
        setattr(assessment, question, getattr(profile, question))
    act.session.flush()
    audit.record(act, action="assessment.profile_saved", subject=assessment, organisation_id=assessment.organisation_id)
    if assessment.state is AssessmentState.DRAFT and not profile.unanswered():
        move(act, assessment, AssessmentState.ANSWERING, organisation_id=assessment.organisation_id)
        act.session.flush()
    return replace(now)  # what applies is another thing now


def sign_and_submit(act: Act, case: Case, *, seen_hash: str) -> Assessment:
    """A leader signs what they have seen and submits it. Answers to what does not apply are forgotten.

    Raises NotFound, NotEditable, OnlyLeadersSign, OrganisationNotVerified, NotReadyToSubmit, EditedMeanwhile
    (somebody has changed an answer since the page was opened).
    """
    now = editable_case(act.session, case)
    assessment = now.assessment
    _check_leader(act.session, assessment, act.person_id)
    if assessment.organisation.verification is not Verification.VERIFIED:
        raise OrganisationNotVerified
    if now.hash != seen_hash:
        raise EditedMeanwhile
    if not may_be_signed(now.gaps):
        # The signature itself is the one gap that this act closes.
        raise NotReadyToSubmit(sum(gap.severity is GapSeverity.BLOCKING for gap in now.gaps) - 1)
    _forget_what_does_not_apply(act, now)
    assessment.signed_at, assessment.signed_by_id, assessment.answers_hash = act.now, act.person_id, now.hash
    forget_set_aside(act, assessment)
    move(act, assessment, AssessmentState.SUBMITTED, organisation_id=assessment.organisation_id, answers_hash=now.hash)
    _back_to_the_same_certifier(act, now)
    return assessment


def withdraw(act: Act, *, assessment_id: uuid.UUID, reason: str) -> Assessment:
    """A leader takes the case back for good. Raises NotFound, OnlyLeadersSign, ReasonMissing."""
    assessment = locked_assessment(act.session, assessment_id)
    _check_leader(act.session, assessment, act.person_id)
    if not reason.strip():
        raise ReasonMissing
    waiting = waiting_decision(act.session, assessment.id)
    if waiting is not None:  # what was proposed comes to nothing
        turn_down(act, assessment, waiting, reason=reason)
    move(act, assessment, AssessmentState.WITHDRAWN, organisation_id=assessment.organisation_id, reason=reason.strip())
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


def _forget_what_does_not_apply(act: Act, case: Case) -> None:
    """An answer to a criterion that the profile has taken away must not come back later unseen."""
    for criterion_id in case.answers.keys() - case.facts.keys():
        act.session.delete(case.answers[criterion_id])
    for criterion_id in case.evidence.keys() - case.facts.keys():
        for evidence in case.evidence[criterion_id]:
            discard(act, case.assessment, evidence)
    act.session.flush()


def _back_to_the_same_certifier(act: Act, case: Case) -> None:
    """A case that was sent back goes on where it was, with the certifier who knows it."""
    assessment, assignment = case.assessment, case.assignment
    if assignment is None:
        return
    move(act, assessment, AssessmentState.ASSIGNED, organisation_id=assessment.organisation_id)
    if assignment.impartiality_declared_at is not None:
        move(act, assessment, AssessmentState.IN_REVIEW, organisation_id=assessment.organisation_id)
    mail.enqueue_to(
        act,
        assignment.certifier,
        kind=CaseMail.ASSESSMENT_ASSIGNED,
        organisation=assessment.organisation.name,
        assessment_id=str(assessment.id),
        again=True,
    )
