"""What this subject hands to the house. Places."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import EmployerCard, EmployerStep
from app.kernel.house import Job, MenuEntry, Subject
from app.openings.cards import opening_step, openings_card
from app.openings.employer import editing, openings, publishing
from app.openings.jobs import expire_openings, warn_of_expiring_openings
from app.openings.labels import LABELS
from app.openings.mails import MAILS
from app.openings.public import feed
from app.openings.public import openings as public_openings
from app.openings.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="openings",
    pages=(
        editing,
        openings,
        publishing,
        feed,
        public_openings,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("public", 10, "public.openings", _l("Stillinger")),
        MenuEntry("employer", 50, "employer.openings", _l("Ledige plasser"), group=_l("Plasser og unge")),
    ),
    steps=(EmployerStep(40, "employer.openings", opening_step),),
    cards=(EmployerCard(50, "employer.openings", openings_card),),
    jobs=(
        Job("expire_openings", expire_openings, 900),
        Job("warn_of_expiring_openings", warn_of_expiring_openings, 3600),
    ),
)
