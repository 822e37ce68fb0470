"""The case that an employer's pages are about: the one under way, else the newest."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.employer.current import current_organisation
from app.kernel.access import Arguments, relation
from app.kernel.database import session
from app.kernel.principal import Principal
from certification.cases.case import Case, read_case
from certification.cases.errors import NotEditable
from certification.cases.history import assessments_of
from certification.cases.rules.transitions import employer_may_edit
from certification.cases.tables.answer import ActionItem
from certification.cases.tables.assessment import Assessment
from certification.cases.tables.evidence import Evidence
from ground.errors import NotFound, existing
from register.organisations.models import Organisation
from register.organisations.queries import organisation_by_number


def newest_assessment(current: Session, organisation: Organisation) -> Assessment | None:
    """The newest case; one under way is always the newest, since there is one at a time."""
    return next(iter(assessments_of(current, organisation.id)), None)


def current_assessment() -> Assessment:
    """The case of the employer in the address. Raises NotFound when there is none."""
    return existing(newest_assessment(session(), current_organisation()))


def current_case() -> Case:
    """The case, read whole. Raises NotFound."""
    return read_case(session(), current_assessment())


def editable_case() -> Case:
    """The case, when the employer may change it now. Raises NotFound, NotEditable."""
    case = current_case()
    if not employer_may_edit(case.assessment.state):
        raise NotEditable(case.assessment.state)
    return case


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
