"""What of a case each side sees: the employer its own, the certifier theirs, the county what was submitted."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.cases.case import Case, assessment_by_id, hold_case, read_case
from certification.cases.evidence import living_evidence
from certification.cases.history import assessments_of, decision_in
from certification.cases.review import living_assignment
from certification.cases.rules.transitions import CERTIFIER_READS, WITH_CERTIFIER
from certification.cases.signed import as_signed, signed_evidence
from certification.cases.tables.answer import ActionItem
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.decision import Decision
from certification.cases.tables.evidence import Evidence
from certification.cases.tables.review import CertifierAssignment
from certification.cases.types import AssessmentState
from ground.engine import may_write
from ground.errors import NotFound, existing
from register.organisations.models import Organisation
from register.roles.types import Role


@relation("assignment")
def assigned(current: Session, principal: Principal, arguments: Arguments) -> CertifierAssignment:
    """The case is the certifier's and not over."""
    assignment = existing(living_assignment(current, arguments["assessment_id"]))
    if assignment.certifier_id != principal.id or assignment.assessment.state not in WITH_CERTIFIER:
        raise NotFound
    return assignment


@relation("case")
def impartial(current: Session, principal: Principal, arguments: Arguments) -> Case:
    """The case is the certifier's, they have declared themselves impartial, and what the address names is in it.

    While the employer works on it, and when it is over, there is nothing to read.
    """
    case = _whole(current, arguments["assessment_id"])
    _check_open_to(principal, case.assignment, case.assessment)
    return _naming(case, arguments)


@relation("evidence")
def evidence_in_review(current: Session, principal: Principal, arguments: Arguments) -> Evidence:
    """Evidence in a case that an impartial certifier may read now."""
    assignment = existing(living_assignment(current, arguments["assessment_id"]))
    _check_open_to(principal, assignment, assignment.assessment)
    return _evidence_of(current, assignment.assessment, arguments)


def belongs_to_employer(principal: Principal, assessment: Assessment) -> bool:
    """Whether the reader holds a role at the employer whose case it is."""
    return any(grant.organisation_id == assessment.organisation_id for grant in principal.organisation_grants)


def _check_open_to(principal: Principal, assignment: CertifierAssignment | None, assessment: Assessment) -> None:
    declared = assignment is not None and assignment.impartiality_declared_at is not None
    own = assignment is not None and assignment.certifier_id == principal.id
    if not own or not declared or assessment.state not in CERTIFIER_READS:
        raise NotFound
    if belongs_to_employer(principal, assessment):
        raise NotFound  # has come to since


COUNCIL_STATES = frozenset({AssessmentState.RECOMMENDED, AssessmentState.DECIDED})


@relation("assessment")
def submitted_assessment(current: Session, principal: Principal, arguments: Arguments) -> Assessment:
    """The case has been submitted once and is for this reader."""
    return _check_submitted(principal, assessment_by_id(current, arguments["assessment_id"]))


@relation("case")
def submitted_case(current: Session, principal: Principal, arguments: Arguments) -> Case:
    """The same, read whole as it was signed last, and what the address names is in it."""
    return _naming(_submitted_case(current, principal, arguments), arguments)


@relation("evidence")
def submitted_evidence(current: Session, principal: Principal, arguments: Arguments) -> Evidence:
    """Evidence in such a case."""
    assessment = _check_submitted(principal, assessment_by_id(current, arguments["assessment_id"]))
    return signed_evidence(current, assessment, arguments["evidence_id"])


@relation("case", "decision")
def submitted_decision(current: Session, principal: Principal, arguments: Arguments) -> tuple[Case, Decision]:
    """A decision that was proposed or made in such a case."""
    case = _submitted_case(current, principal, arguments)
    return case, decision_in(current, case.assessment.id, arguments["decision_id"])


def _submitted_case(current: Session, principal: Principal, arguments: Arguments) -> Case:
    case = _whole(current, arguments["assessment_id"])
    _check_submitted(principal, case.assessment)
    return as_signed(current, case)


def is_for_county_reader(principal: Principal, assessment: Assessment) -> bool:
    """Whether one of the county's people may read a case: the council only what is to be decided, or is."""
    is_for_reader = Role.PROGRAMME_LEAD in principal.roles or assessment.state in COUNCIL_STATES
    return assessment.signed_at is not None and is_for_reader


def _check_submitted(principal: Principal, assessment: Assessment) -> Assessment:
    if not is_for_county_reader(principal, assessment):
        raise NotFound
    return assessment


def newest_assessment(current: Session, organisation: Organisation) -> Assessment | None:
    """The newest case; one under way is always the newest, since there is one at a time."""
    return next(iter(assessments_of(current, organisation.id)), None)


@relation("case")
def has_case(current: Session, principal: Principal, arguments: Arguments) -> Case:
    """There is a case, and what the address names in it applies to the employer."""
    return _naming(_newest_case(current, principal, arguments), arguments)


@relation("evidence")
def has_evidence(current: Session, principal: Principal, arguments: Arguments) -> Evidence:
    """The evidence belongs to a case of the employer in the address."""
    return existing(
        current.scalar(
            select(Evidence)
            .join(Assessment, Assessment.id == Evidence.assessment_id)
            .where(
                Evidence.id == arguments["evidence_id"],
                Evidence.removed_at.is_(None),
                Assessment.organisation_id == _employer(principal, arguments).id,
            )
        )
    )


@relation("case", "action")
def has_action(current: Session, principal: Principal, arguments: Arguments) -> tuple[Case, ActionItem]:
    """The action stands in the plan of the employer's case."""
    case = _newest_case(current, principal, arguments)
    return case, case.action(arguments["action_id"])


def _employer(principal: Principal, arguments: Arguments) -> Organisation:
    return existing(existing(principal.grant_in_organisation(str(arguments["orgnr"]))).organisation)


def _newest_case(current: Session, principal: Principal, arguments: Arguments) -> Case:
    return _whole(current, existing(newest_assessment(current, _employer(principal, arguments))).id)


def _whole(current: Session, assessment_id: uuid.UUID) -> Case:
    """The case, held where the request may change it: then what access has read need not be read again."""
    if may_write.get():
        return hold_case(current, assessment_id)
    return read_case(current, assessment_by_id(current, assessment_id))


def _naming(case: Case, arguments: Arguments) -> Case:
    """The case, when the area or criterion that the address names is in it. Raises NotFound."""
    if "area_id" in arguments:
        case.in_area(str(arguments["area_id"]))
    if "criterion_id" in arguments:
        case.criterion(str(arguments["criterion_id"]))
    return case


def _evidence_of(current: Session, assessment: Assessment, arguments: Arguments) -> Evidence:
    evidence = living_evidence(current, arguments["evidence_id"])
    if evidence.assessment_id != assessment.id:
        raise NotFound
    return evidence
