"""What this subject hands to the house. Places for a person and persons for a place."""

from flask_babel import lazy_gettext as _l

from app.kernel.house import MenuEntry, Subject
from app.matches.counsellor import persons_for_place, places_for_person

SUBJECT = Subject(
    name="matches",
    pages=(
        persons_for_place,
        places_for_person,
    ),
    menu=(MenuEntry("counsellor", 20, "counsellor.openings", _l("Ledige plasser")),),
)
