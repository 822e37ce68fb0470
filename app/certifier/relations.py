"""What ties a certifier to a case: the county gave it to them. What is in it, they see once they are impartial."""

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.access.rules import Arguments
from certification.models.evidence import Evidence
from certification.register.errors import NotFound
from certification.services.case import assessment_by_id, read_case
from certification.services.evidence import living_evidence
from certification.services.review import living_assignment


def assigned(current: Session, principal: Principal, arguments: Arguments) -> None:
    """The case is the certifier's."""
    assignment = living_assignment(current, arguments["assessment_id"])
    if assignment is None or assignment.certifier_id != principal.id:
        raise NotFound


def impartial(current: Session, principal: Principal, arguments: Arguments) -> None:
    """The case is the certifier's, they have declared themselves impartial, and what the address names is in it."""
    assignment = living_assignment(current, arguments["assessment_id"])
    if assignment is None or assignment.certifier_id != principal.id or assignment.impartiality_declared_at is None:
        raise NotFound
    case = read_case(current, assessment_by_id(current, arguments["assessment_id"]))
    if "area_id" in arguments:
        case.in_area(str(arguments["area_id"]))
    if "criterion_id" in arguments:
        case.criterion(str(arguments["criterion_id"]))
    if "evidence_id" in arguments:
        _check_evidence(living_evidence(current, arguments["evidence_id"]), arguments)


def _check_evidence(evidence: Evidence, arguments: Arguments) -> None:
    if evidence.assessment_id != arguments["assessment_id"]:
        raise NotFound
