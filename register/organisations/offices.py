"""The NAV offices of the county: added from the list of municipalities, and changed."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import existing
from register.organisations.errors import OfficeNumberTaken
from register.organisations.models import NavOffice
from register.organisations.municipalities import municipalities


def add_missing_offices(session: Session) -> int:
    """Make the NAV offices that serve the county's municipalities; returns how many were new."""
    known = set(session.scalars(select(NavOffice.number)))
    added = 0
    for municipality in municipalities():
        if municipality.nav_office in known:
            continue
        session.add(
            NavOffice(
                number=municipality.nav_office,
                name=municipality.nav_office_name,
                region=municipality.nav_region,
                municipality_number=municipality.number,
            )
        )
        known.add(municipality.nav_office)
        added += 1
    session.flush()
    return added


def save_office(
    act: Act, *, office_id: uuid.UUID | None, number: str, name: str, region: str, municipality_number: str
) -> NavOffice:
    """Add a NAV office, or change one. Raises NotFound, OfficeNumberTaken."""
    office = existing(act.session.get(NavOffice, office_id)) if office_id else NavOffice()
    holder = act.session.scalar(select(NavOffice.id).where(NavOffice.number == number.strip()))
    if holder is not None and holder != office_id:
        raise OfficeNumberTaken
    office.number, office.name, office.region = number.strip(), name.strip(), region.strip()
    office.municipality_number = municipality_number
    act.session.add(office)
    act.session.flush()
    audit.record(act, action="nav_office.saved", subject=office, number=office.number)
    return office
