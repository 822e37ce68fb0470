"""What this subject hands to the house. Users and colleagues."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import CountyCard, EmployerCard
from app.kernel.house import Job, MenuEntry, Subject
from app.people import employer, invited, offers, office
from app.people.cards import colleagues_card, roles_card, users_card
from app.people.county import holders, proposals, users
from app.people.jobs import lapse_and_forget_invitations, lapse_role_proposals
from app.people.labels import LABELS
from app.people.mails import MAILS
from app.people.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="people",
    pages=(
        holders,
        proposals,
        users,
        employer,
        invited,
        offers,
        office,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("employer", 85, "employer.colleagues", _l("Kolleger"), group=_l("Virksomheten")),
        MenuEntry("counsellor", 90, "counsellor.colleagues", _l("Kolleger")),
        MenuEntry("office", 20, "office.roles_here", _l("Roller")),
        MenuEntry("county", 90, "county.users", _l("Brukere"), group=_l("Brukere og roller")),
        MenuEntry("county", 95, "county.roles", _l("Roller"), group=_l("Brukere og roller")),
    ),
    cards=(
        EmployerCard(90, "employer.colleagues", colleagues_card),
        CountyCard(80, "county.users", users_card),
        CountyCard(85, "county.role_proposals", roles_card),
    ),
    jobs=(
        Job("lapse_and_forget_invitations", lapse_and_forget_invitations, 3600),
        Job("lapse_role_proposals", lapse_role_proposals, 3600),
    ),
)
