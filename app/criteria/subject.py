"""What this subject hands to the house. The editions of the criteria."""

from flask_babel import lazy_gettext as _l

from app.criteria import county
from app.criteria.refusals import PROMISES, REFUSALS
from app.kernel.house import MenuEntry, Subject

SUBJECT = Subject(
    name="criteria",
    pages=(county,),
    refusals=REFUSALS,
    promises=PROMISES,
    menu=(MenuEntry("county", 35, "county.editions", _l("Kriterier"), group=_l("Sertifisering")),),
)
