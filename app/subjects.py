"""Every subject of the house, each with its part in one value."""

from app.candidates import subject as candidates
from app.cases import subject as cases
from app.certificates import subject as certificates
from app.criteria import subject as criteria
from app.demo import subject as demo
from app.development import subject as development
from app.disclosures import subject as disclosures
from app.doors import subject as doors
from app.front import subject as front
from app.health import subject as health
from app.kernel import subject as kernel
from app.kernel.house import Subject
from app.matches import subject as matches
from app.network import subject as network
from app.openings import subject as openings
from app.organisations import subject as organisations
from app.people import subject as people
from app.placements import subject as placements
from app.progress import subject as progress
from app.proposals import subject as proposals
from app.sign_in import subject as sign_in

SUBJECTS: tuple[Subject, ...] = (
    kernel.SUBJECT,
    sign_in.SUBJECT,
    doors.SUBJECT,
    organisations.SUBJECT,
    people.SUBJECT,
    criteria.SUBJECT,
    cases.SUBJECT,
    openings.SUBJECT,
    certificates.SUBJECT,
    network.SUBJECT,
    disclosures.SUBJECT,
    matches.SUBJECT,
    proposals.SUBJECT,
    placements.SUBJECT,
    candidates.SUBJECT,
    progress.SUBJECT,
    front.SUBJECT,
    health.SUBJECT,
    demo.SUBJECT,
    development.SUBJECT,
)
