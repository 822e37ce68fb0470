"""What this subject hands to the house. Candidates: their profile, their coordinator, their way in."""

from flask_babel import lazy_gettext as _l

from app.candidates import jobs
from app.candidates.candidate import everything, leaving, myself, rights
from app.candidates.counsellor import calls, candidates, codes, registration, requests
from app.candidates.labels import LABELS
from app.candidates.mails import MAILS
from app.candidates.refusals import PROMISES, REFUSALS
from app.kernel.house import Job, MenuEntry, Subject

SUBJECT = Subject(
    name="candidates",
    pages=(
        everything,
        leaving,
        myself,
        rights,
        calls,
        candidates,
        codes,
        registration,
        requests,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("candidate", 20, "candidate.profile", _l("Om meg"), "person"),
        MenuEntry("candidate", 30, "candidate.readers", _l("Hvem har sett"), "eye"),
        MenuEntry("counsellor", 40, "counsellor.requests", _l("Krav fra unge")),
    ),
    jobs=(
        Job("forget_who_asked", jobs.forget_who_asked, 900),
        Job("forget_who_is_silent", jobs.forget_who_is_silent, 3600),
        Job("forget_what_was_kept", jobs.forget_what_was_kept, 3600),
        Job("remind_of_requests", jobs.remind_of_requests, 3600),
    ),
)
