"""The case that an employer's pages are about: the one under way, else the newest."""

from app.cases.access import newest_assessment
from app.kernel.database import session
from app.organisations.current import current_organisation
from certification.cases.case import Case, read_case
from certification.cases.errors import NotEditable
from certification.cases.rules.transitions import employer_may_edit
from certification.cases.tables.assessment import Assessment
from ground.errors import existing


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
