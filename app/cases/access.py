"""What of a case each side sees: the employer its own, the certifier theirs, the county what was submitted."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.cases.case import Case, assessment_by_id, case_by_id, read_case
from certification.cases.evidence import living_evidence
from certification.cases.history import assessments_of, decisions_of
from certification.cases.review import living_assignment
from certification.cases.rules.transitions import CERTIFIER_READS, WITH_CERTIFIER
from certification.cases.tables.answer import ActionItem
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence
from certification.cases.tables.review import CertifierAssignment
from certification.cases.types import AssessmentState
from ground.errors import NotFound, existing
from register.organisations.models import Organisation
from register.organisations.queries import organisation_by_number
from register.roles.types import Role


@relation("assignment")
def assigned(current: Session, principal: Principal, arguments: Arguments) -> CertifierAssignment:
    """The case is the certifier's and not over."""
    return _own_assignment(current, principal, arguments)


@relation("case")
def impartial(current: Session, principal: Principal, arguments: Arguments) -> Case:
    """The case is the certifier's, they have declared themselves impartial, and what the address names is in it.

    While the employer works on it, and when it is over, there is nothing to read.
    """
    assignment = _own_assignment(current, principal, arguments)
    if assignment.impartiality_declared_at is None or assignment.assessment.state not in CERTIFIER_READS:
        raise NotFound
    case = case_by_id(current, arguments["assessment_id"])
    if "area_id" in arguments:
        case.in_area(str(arguments["area_id"]))
    if "criterion_id" in arguments:
        case.criterion(str(arguments["criterion_id"]))
    if "evidence_id" in arguments:
        _check_evidence(living_evidence(current, arguments["evidence_id"]), arguments)
    return case


def _own_assignment(current: Session, principal: Principal, arguments: Arguments) -> CertifierAssignment:
    assignment = existing(living_assignment(current, arguments["assessment_id"]))
    if assignment.certifier_id != principal.id or assignment.assessment.state not in WITH_CERTIFIER:
        raise NotFound
    return assignment


def _check_evidence(evidence: Evidence, arguments: Arguments) -> None:
    if evidence.assessment_id != arguments["assessment_id"]:
        raise NotFound


COUNCIL_STATES = frozenset({AssessmentState.RECOMMENDED, AssessmentState.DECIDED})


@relation("assessment")
def submitted_case(current: Session, principal: Principal, arguments: Arguments) -> Assessment:
    """The case has been submitted once and is for this reader, and what the address names is in it."""
    assessment = assessment_by_id(current, arguments["assessment_id"])
    if assessment.signed_at is None or not _is_for(principal, assessment):
        raise NotFound
    if "area_id" in arguments:
        read_case(current, assessment).in_area(str(arguments["area_id"]))
    if "evidence_id" in arguments:
        evidence = living_evidence(current, arguments["evidence_id"])
        if evidence.assessment_id != assessment.id:
            raise NotFound
    if "decision_id" in arguments and not any(
        decision.id == arguments["decision_id"] for decision in decisions_of(current, assessment.id)
    ):
        raise NotFound
    return assessment


def _is_for(principal: Principal, assessment: Assessment) -> bool:
    return Role.PROGRAMME_LEAD in principal.roles or assessment.state in COUNCIL_STATES


def newest_assessment(current: Session, organisation: Organisation) -> Assessment | None:
    """The newest case; one under way is always the newest, since there is one at a time."""
    return next(iter(assessments_of(current, organisation.id)), None)


@relation("case")
def has_case(current: Session, _principal: Principal, arguments: Arguments) -> Case:
    """There is a case, and what the address names in it applies to the employer."""
    organisation = organisation_by_number(current, str(arguments["orgnr"]))
    assessment = existing(newest_assessment(current, organisation))
    case = read_case(current, assessment)
    if "area_id" in arguments:
        case.in_area(str(arguments["area_id"]))
    if "criterion_id" in arguments:
        case.criterion(str(arguments["criterion_id"]))
    return case


@relation("evidence")
def has_evidence(current: Session, _principal: Principal, arguments: Arguments) -> Evidence:
    """The evidence belongs to a case of the employer in the address."""
    organisation = organisation_by_number(current, str(arguments["orgnr"]))
    return existing(
        current.scalar(
            select(Evidence)
            .join(Assessment, Assessment.id == Evidence.assessment_id)
            .where(
                Evidence.id == arguments["evidence_id"],
                Evidence.removed_at.is_(None),
                Assessment.organisation_id == organisation.id,
            )
        )
    )


@relation("action")
def has_action(current: Session, _principal: Principal, arguments: Arguments) -> ActionItem:
    """The action stands in the plan of the employer's case."""
    assessment = newest_assessment(current, organisation_by_number(current, str(arguments["orgnr"])))
    action = current.get(ActionItem, arguments["action_id"])
    if assessment is None or action is None or action.assessment_id != assessment.id:
        raise NotFound
    return action
