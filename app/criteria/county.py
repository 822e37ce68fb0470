"""Reading the editions of the criteria in one's own language."""

from flask import render_template

from app.criteria.access import known_edition
from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.database import session
from certification.criteria import library as service
from certification.criteria.models import CriteriaEdition
from register.roles.types import COUNTY_ROLES


@pages.get("/utgaver", access=with_role(*COUNTY_ROLES, purpose="read the criteria"))
def editions() -> str:
    """All editions."""
    return render_template("criteria/county/editions.html", editions=service.editions(session()))


@pages.get("/utgaver/<number>", access=with_role(*COUNTY_ROLES, purpose="read the criteria", relation=known_edition))
def edition(edition: CriteriaEdition) -> str:
    """One edition with all its criteria."""
    return render_template("criteria/county/edition.html", row=edition, edition=service.content_of(edition))
