"""What this subject hands to the house. The network and its gatherings."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import CountyCard, EmployerCard
from app.kernel.house import MenuEntry, Subject
from app.network import county, employer
from app.network.cards import gatherings_card, network_card
from app.network.mails import MAILS
from app.network.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="network",
    pages=(
        county,
        employer,
    ),
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("employer", 75, "employer.network", _l("Nettverk")),
        MenuEntry("county", 40, "county.gatherings", _l("Samlinger")),
    ),
    cards=(
        EmployerCard(70, "employer.network", network_card),
        CountyCard(70, "county.gatherings", gatherings_card),
    ),
)
