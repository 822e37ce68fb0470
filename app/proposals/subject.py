"""What this subject hands to the house. A place proposed, and the answers to it."""

from flask_babel import lazy_gettext as _l

from app.kernel.cards import EmployerCard
from app.kernel.house import MenuEntry, Subject
from app.proposals import candidate
from app.proposals.cards import candidates_card
from app.proposals.counsellor import proposals, proposing
from app.proposals.employer import answers, candidates
from app.proposals.mails import MAILS
from app.proposals.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="proposals",
    pages=(
        candidate,
        proposals,
        proposing,
        answers,
        candidates,
    ),
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(MenuEntry("employer", 60, "employer.candidates", _l("Kandidater"), group=_l("Plasser og unge")),),
    cards=(EmployerCard(30, "employer.candidates", candidates_card),),
)
