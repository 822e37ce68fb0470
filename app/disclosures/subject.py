"""What this subject hands to the house. Looks at candidates, and who looks at very many."""

from flask_babel import lazy_gettext as _l

from app.disclosures import county
from app.disclosures.jobs import notice_many_reads
from app.disclosures.mails import MAILS
from app.kernel.house import Job, MenuEntry, Subject

SUBJECT = Subject(
    name="disclosures",
    pages=(county,),
    mails=MAILS,
    menu=(MenuEntry("county", 110, "county.many_reads", _l("Oppslag"), group=_l("Brukere og roller")),),
    jobs=(Job("notice_many_reads", notice_many_reads, 900),),
)
