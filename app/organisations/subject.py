"""What this subject hands to the house. Employers as they register and are kept."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import CountyCard, EmployerCard, EmployerStep
from app.kernel.house import Job, Line, MenuEntry, Subject
from app.organisations import current
from app.organisations.cards import (
    access_card,
    authority_card,
    authority_step,
    organisations_card,
    registered_step,
    requests_card,
    unverified_card,
    workplaces_card,
)
from app.organisations.county import access as county_access
from app.organisations.county import authority as county_authority
from app.organisations.county import employers, offices
from app.organisations.employer import access, authority, registration, workplaces
from app.organisations.jobs import read_trees, recheck_unverified
from app.organisations.labels import LABELS
from app.organisations.mails import MAILS
from app.organisations.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="organisations",
    pages=(
        current,
        county_access,
        county_authority,
        employers,
        offices,
        access,
        authority,
        registration,
        workplaces,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("employer", 80, "employer.workplaces", _l("Arbeidssteder"), group=_l("Virksomheten")),
        MenuEntry("county", 70, "county.authority_requests", _l("Fullmakter")),
        MenuEntry("county", 80, "county.organisations", _l("Virksomheter")),
        MenuEntry("county", 100, "county.offices", _l("Nav-kontorer"), group=_l("Brukere og roller")),
    ),
    steps=(
        EmployerStep(10, None, registered_step),
        EmployerStep(20, "employer.authority", authority_step),
    ),
    cards=(
        EmployerCard(10, "employer.authority", authority_card),
        EmployerCard(80, "employer.workplaces", workplaces_card),
        CountyCard(30, "county.authority_requests", requests_card),
        CountyCard(35, "county.access_requests", access_card),
        CountyCard(40, "county.organisations", unverified_card),
        CountyCard(50, "county.organisations", organisations_card),
    ),
    jobs=(
        Job("recheck_unverified", recheck_unverified, 60, Line.BUSINESS_REGISTER),
        Job("read_trees", read_trees, 5, Line.BUSINESS_REGISTER),
    ),
)
