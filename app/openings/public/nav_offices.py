"""Which NAV office helps somebody who wants an opening."""

from register.organisations.municipalities import municipalities


def office_for(municipality_number: str | None) -> str | None:
    """The name of the office of a municipality, or None outside the county."""
    for place in municipalities():
        if place.number == municipality_number:
            return place.nav_office_name
    return None
