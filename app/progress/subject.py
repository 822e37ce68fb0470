"""What this subject hands to the house. The count of the 1000 jobs."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import MenuEntry, Subject
from app.progress import api, county, public
from app.progress.refusals import PROMISES

SUBJECT = Subject(
    name="progress",
    pages=(
        api,
        county,
        public,
    ),
    promises=PROMISES,
    menu=(
        MenuEntry("public", 30, "public.progress_page", _l("Fremdrift")),
        MenuEntry("county", 60, "county.jobs", _l("Jobbene")),
    ),
)
