"""What ties a certifier to a case: the county gave it to them. What is in it, they see once they are impartial."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.cases.case import Case, case_by_id
from certification.cases.evidence import living_evidence
from certification.cases.review import living_assignment
from certification.cases.rules.transitions import CERTIFIER_READS, WITH_CERTIFIER
from certification.cases.tables.evidence import Evidence
from certification.cases.tables.review import CertifierAssignment
from ground.errors import NotFound, existing


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
