"""Which employers are the county's own units."""

import uuid

from ground import audit
from ground.act import Act
from ground.errors import existing
from register.organisations.models import Organisation


def set_belongs_to_county(act: Act, organisation_id: uuid.UUID, *, belongs: bool) -> Organisation:
    """Say whether an employer is one of the county's own units; others than the county then decide on it.

    Saying what already stands changes nothing. Raises NotFound.
    """
    organisation = existing(act.session.get(Organisation, organisation_id))
    if organisation.belongs_to_county == belongs:
        return organisation
    organisation.belongs_to_county = belongs
    act.session.flush()
    audit.record(
        act,
        action="organisation.county_unit_set" if belongs else "organisation.county_unit_unset",
        subject=organisation,
        organisation_id=organisation.id,
    )
    return organisation
