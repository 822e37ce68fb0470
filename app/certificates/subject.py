"""What this subject hands to the house. Certificates and certified employers."""

from flask_babel import lazy_gettext as _l

from app.certificates import api, county, employer
from app.certificates.cards import certificate_card
from app.certificates.labels import LABELS
from app.certificates.mails import MAILS
from app.certificates.public import certificates, check, employers
from app.certificates.refusals import PROMISES, REFUSALS
from app.kernel.cards import EmployerCard
from app.kernel.house import MenuEntry, Subject

SUBJECT = Subject(
    name="certificates",
    pages=(
        api,
        county,
        employer,
        certificates,
        check,
        employers,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    menu=(
        MenuEntry("public", 20, "public.certified", _l("Virksomheter")),
        MenuEntry("county", 30, "county.certificates", _l("Sertifikater"), group=_l("Sertifisering")),
    ),
    cards=(EmployerCard(60, "employer.certificate", certificate_card),),
)
