"""The case that an employer's pages are about: the one under way, else the newest."""

from app.cases.access import newest_assessment
from app.kernel.database import session
from certification.cases.errors import NotEditable
from certification.cases.rules.transitions import employer_may_edit
from certification.cases.tables.assessment import Assessment
from ground.errors import existing
from register.organisations.models import Organisation


def current_assessment(organisation: Organisation) -> Assessment:
    """The case of an employer. Raises NotFound when there is none."""
    return existing(newest_assessment(session(), organisation))


def check_editable(assessment: Assessment) -> None:
    """Let an employer go on that may change the case now. Raises NotEditable."""
    if not employer_may_edit(assessment.state):
        raise NotEditable(assessment.state)
