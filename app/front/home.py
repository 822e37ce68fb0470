"""The first page of each role."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.kernel.principal import Principal
from app.words.filters import label
from register.roles.types import Role


@dataclass(frozen=True)
class Home:
    """Somewhere a signed-in person may go."""

    label: str
    url: str


HOME_ENDPOINTS = {
    Role.CANDIDATE: "candidate.front",
    Role.CERTIFIER: "certifier.front",
    Role.PROGRAMME_LEAD: "county.front",
    Role.ANALYST: "county.front",
    Role.COUNCIL: "county.front",
    Role.ADMINISTRATOR: "county.front",
}


def homes_of(principal: Principal) -> list[Home]:
    """The pages of a person's own, one for each thing they are; somebody new may register an employer."""
    homes = {}
    for grant in principal.grants:
        if grant.organisation is not None:
            homes[url_for("employer.front", orgnr=grant.organisation.orgnr)] = grant.organisation.name
        elif grant.nav_office is not None and grant.role is Role.OFFICE_LEADER:
            name = _("Kontorleder, %(office)s", office=grant.nav_office.name)
            homes[url_for("office.front", office_id=grant.nav_office.id)] = name
        elif grant.nav_office is not None:
            homes[url_for("counsellor.front")] = grant.nav_office.name
        else:
            homes.setdefault(url_for(HOME_ENDPOINTS[grant.role]), label(grant.role))
    if not homes:
        homes[url_for("employer.register")] = _("Registrer virksomhet")
    return [Home(name, url) for url, name in homes.items()]
