"""What this subject hands to the house. Signing in and out, and one's own account."""

from app.kernel.house import Job, Subject
from app.sign_in import account, signing_in
from app.sign_in.browsers import written_browser
from app.sign_in.jobs import forget_what_is_over
from app.sign_in.labels import LABELS
from app.sign_in.mails import MAILS, code_of_link, written_moment
from app.sign_in.refusals import PROMISES, REFUSALS

SUBJECT = Subject(
    name="sign_in",
    pages=(
        account,
        signing_in,
    ),
    labels=LABELS,
    refusals=REFUSALS,
    promises=PROMISES,
    mails=MAILS,
    filters={"browser": written_browser, "code_of_link": code_of_link, "moment": written_moment},
    jobs=(Job("forget_what_is_over", forget_what_is_over, 3600),),
)
