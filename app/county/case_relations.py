"""What of a case the county sees: nothing before it is submitted; the council only what is ready to be decided."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.cases.case import assessment_by_id, read_case
from certification.cases.evidence import living_evidence
from certification.cases.history import decisions_of
from certification.cases.tables.assessment import Assessment
from certification.cases.types import AssessmentState
from certification.criteria.library import edition_by_number
from certification.criteria.models import CriteriaEdition
from ground.errors import NotFound
from register.roles.types import Role

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


@relation("edition")
def known_edition(current: Session, _principal: Principal, arguments: Arguments) -> CriteriaEdition:
    """There is an edition with this number."""
    return edition_by_number(current, str(arguments["number"]))


def _is_for(principal: Principal, assessment: Assessment) -> bool:
    return Role.PROGRAMME_LEAD in principal.roles or assessment.state in COUNCIL_STATES
