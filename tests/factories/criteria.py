"""Editions of the criteria in the situations that tests start from."""

from datetime import datetime

from sqlalchemy.orm import Session

from certification.criteria import library as editions
from certification.criteria.editions.loader import bundled_editions
from certification.criteria.models import CriteriaEdition
from ground.act import Act
from tests.support.world import NOON


def published_edition(session: Session, *, now: datetime = NOON) -> CriteriaEdition:
    """The edition that comes with Plass, published."""
    row = editions.load_edition(Act(session, None, now), edition=bundled_editions()[-1])
    return editions.publish_edition(Act(session, None, now), number=row.number)
