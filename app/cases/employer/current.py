"""The case that an employer's pages are about: the one under way, else the newest."""

from app.cases.access import newest_assessment
from app.kernel.database import session
from certification.cases.tables.assessment import Assessment
from ground.errors import existing
from register.organisations.models import Organisation


def current_assessment(organisation: Organisation) -> Assessment:
    """The case of an employer. Raises NotFound when there is none."""
    return existing(newest_assessment(session(), organisation))
