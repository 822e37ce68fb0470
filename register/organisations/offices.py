"""The NAV offices of the county: added from the list of municipalities, and changed."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ground import audit
from ground.act import Act
from ground.errors import check_version, existing
from register.organisations.errors import OfficeNumberTaken
from register.organisations.models import NavOffice
from register.organisations.municipalities import municipalities


@dataclass(frozen=True, kw_only=True)
class OfficeContent:
    """What is said of a NAV office."""

    number: str
    name: str
    region: str
    municipality_number: str
    phone: str = ""


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


def add_office(act: Act, *, content: OfficeContent) -> NavOffice:
    """Add a NAV office. Raises OfficeNumberTaken."""
    return _save(act, NavOffice(), content)


def change_office(act: Act, *, office_id: uuid.UUID, content: OfficeContent, expected_version: int) -> NavOffice:
    """Change a NAV office. Raises NotFound, EditedMeanwhile, OfficeNumberTaken."""
    office = existing(act.session.get(NavOffice, office_id))
    check_version(office.version, expected_version)
    return _save(act, office, content)


def _save(act: Act, office: NavOffice, content: OfficeContent) -> NavOffice:
    number = content.number.strip()
    holder = act.session.scalar(select(NavOffice.id).where(NavOffice.number == number))
    if holder is not None and holder != office.id:
        raise OfficeNumberTaken
    office.number, office.name, office.region = number, content.name.strip(), content.region.strip()
    office.municipality_number, office.phone = content.municipality_number, content.phone.strip()
    act.session.add(office)
    act.session.flush()
    audit.record(act, action="nav_office.saved", subject=office, number=office.number)
    return office
