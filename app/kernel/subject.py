"""What the kernel itself hands to the house."""

from app.kernel.house import Job, Line, Subject
from app.kernel.labels import LABELS
from app.kernel.limits import forget_old_counters
from app.kernel.mails.sending import send_outbox
from app.kernel.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="kernel",
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    jobs=(
        Job("send_outbox", send_outbox, 3, Line.MAIL),
        Job("forget_old_counters", forget_old_counters, 3600),
    ),
)
