"""What this subject hands to the house. Placements, from the agreement to the ending."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import EmployerCard
from app.kernel.house import Job, MenuEntry, Subject
from app.placements import candidate, counsellor, employer
from app.placements.cards import placements_card
from app.placements.jobs import remind_of_follow_ups
from app.placements.labels import LABELS, tone
from app.placements.mails import MAILS
from app.placements.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="placements",
    pages=(
        candidate,
        counsellor,
        employer,
    ),
    labels=LABELS,
    filters={"tone": tone},
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("employer", 70, "employer.placements_list", _l("Unge hos oss"), group=_l("Plasser og unge")),
        MenuEntry("counsellor", 30, "counsellor.placements_list", _l("I gang")),
    ),
    cards=(EmployerCard(40, "employer.placements_list", placements_card),),
    jobs=(Job("remind_of_follow_ups", remind_of_follow_ups, 900),),
)
