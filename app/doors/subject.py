"""What this subject hands to the house. The young person's own doors."""

from app.doors.candidate import behind, entering, forgetting
from app.doors.jobs import forget_old_doors
from app.doors.labels import LABELS
from app.doors.mails import MAILS
from app.doors.refusals import PROMISES, REFUSALS
from app.doors.telling import browser_heading
from app.kernel.house import Job, Subject

SUBJECT = Subject(
    name="doors",
    pages=(
        behind,
        entering,
        forgetting,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    jobs=(Job("forget_old_doors", forget_old_doors, 24 * 3600),),
    filters={"browser_heading": browser_heading},
)
