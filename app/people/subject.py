"""What this subject hands to the house. Users and colleagues."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import CountyCard, EmployerCard
from app.kernel.house import Job, MenuEntry, Subject
from app.people import county, employer, invited
from app.people.cards import colleagues_card, users_card
from app.people.jobs import lapse_and_forget_invitations
from app.people.labels import LABELS
from app.people.mails import MAILS
from app.people.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="people",
    pages=(
        county,
        employer,
        invited,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("employer", 80, "employer.colleagues", _l("Kolleger")),
        MenuEntry("county", 90, "county.users", _l("Brukere")),
    ),
    cards=(
        EmployerCard(90, "employer.colleagues", colleagues_card),
        CountyCard(80, "county.users", users_card),
    ),
    jobs=(Job("lapse_and_forget_invitations", lapse_and_forget_invitations, 3600),),
)
