"""What this part hands to the house."""

from app.demo import mailbox, sign_in
from app.kernel.house import Subject

SUBJECT = Subject(
    name="demo",
    pages=(
        mailbox,
        sign_in,
    ),
)
