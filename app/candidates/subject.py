"""What this subject hands to the house. Candidates: their profile, their coordinator, their way in."""

from flask_babel import lazy_gettext as _l

from app.candidates.candidate import myself
from app.candidates.counsellor import calls, candidates, codes, registration
from app.candidates.labels import LABELS
from app.candidates.refusals import PROMISES, REFUSALS
from app.kernel.house import MenuEntry, Subject

SUBJECT = Subject(
    name="candidates",
    pages=(
        myself,
        calls,
        candidates,
        codes,
        registration,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    menu=(
        MenuEntry("candidate", 20, "candidate.profile", _l("Om meg"), "person"),
        MenuEntry("candidate", 30, "candidate.readers", _l("Hvem har sett"), "eye"),
    ),
)
