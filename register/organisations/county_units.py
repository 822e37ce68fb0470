"""Which employers are the county's own units."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from ground import audit
from ground.errors import existing
from register.organisations.models import Organisation


def set_belongs_to_county(
    session: Session, organisation_id: uuid.UUID, *, belongs: bool, actor_id: uuid.UUID, now: datetime
) -> Organisation:
    """Say whether an employer is one of the county's own units; others than the county then decide on it.

    Saying what already stands changes nothing. Raises NotFound.
    """
    organisation = existing(session.get(Organisation, organisation_id))
    if organisation.belongs_to_county == belongs:
        return organisation
    organisation.belongs_to_county = belongs
    session.flush()
    audit.record(
        session,
        action="organisation.county_unit_set" if belongs else "organisation.county_unit_unset",
        subject=organisation,
        actor_id=actor_id,
        now=now,
        organisation_id=organisation.id,
    )
    return organisation
