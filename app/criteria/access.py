"""Editions that are there."""

from sqlalchemy.orm import Session

from app.kernel.access import Arguments, relation
from app.kernel.principal import Principal
from certification.criteria.library import edition_by_number
from certification.criteria.models import CriteriaEdition


@relation("edition")
def known_edition(current: Session, _principal: Principal, arguments: Arguments) -> CriteriaEdition:
    """There is an edition with this number."""
    return edition_by_number(current, str(arguments["number"]))
