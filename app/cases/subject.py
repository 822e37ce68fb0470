"""What this subject hands to the house. Certification rounds."""

from flask_babel import lazy_gettext as _l

from app.cases.cards import assessment_card, assessment_step, cases_card
from app.cases.certifier import areas as certifier_areas
from app.cases.certifier import assessments as certifier_assessments
from app.cases.county import cases, decisions
from app.cases.employer import areas, assessments, evidence, plan
from app.cases.labels import LABELS
from app.cases.mails import MAILS
from app.cases.refusals import PROMISES, REFUSALS
from app.kernel.cards import CountyCard, EmployerCard, EmployerStep
from app.kernel.house import MenuEntry, Subject

SUBJECT = Subject(
    name="cases",
    pages=(
        certifier_areas,
        certifier_assessments,
        cases,
        decisions,
        areas,
        assessments,
        evidence,
        plan,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("employer", 20, "employer.assessment", _l("Sertifisering")),
        MenuEntry("certifier", 10, "certifier.front", _l("Mine saker")),
        MenuEntry("county", 20, "county.assessments", _l("Saker"), group=_l("Sertifisering")),
    ),
    steps=(EmployerStep(30, "employer.assessment", assessment_step),),
    cards=(
        EmployerCard(20, "employer.assessment", assessment_card),
        CountyCard(20, "county.assessments", cases_card),
    ),
)
