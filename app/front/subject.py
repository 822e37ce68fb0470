"""What this subject hands to the house. The first page of most audiences, and the pages about Plass."""

from flask_babel import lazy_gettext as _l

from app.front import auth, candidate, counsellor, county, employer, office, public
from app.kernel.house import MenuEntry, Subject

SUBJECT = Subject(
    name="front",
    pages=(
        auth,
        candidate,
        counsellor,
        county,
        employer,
        office,
        public,
    ),
    menu=(
        MenuEntry("employer", 10, "employer.front", _l("Oversikt")),
        MenuEntry("candidate", 10, "candidate.front", _l("Hjem"), "home"),
        MenuEntry("counsellor", 10, "counsellor.front", _l("Kandidater")),
        MenuEntry("office", 10, "office.front", _l("Oversikt")),
        MenuEntry("county", 10, "county.front", _l("Oversikt")),
    ),
)
