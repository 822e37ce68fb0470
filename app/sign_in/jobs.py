"""Forgetting, by the clock, what is no longer needed."""

from app.kernel.context import now
from app.kernel.database import own_transaction
from app.kernel.forms.once import forget_submits
from ground.act import Act
from ground.outbox import forget_recipients
from register.sign_in.drafts import forget_drafts
from register.sign_in.forgetting import forget_sign_ins


def forget_what_is_over() -> None:
    """Remove used links, ended sessions, drafts, old keys of forms, and the addresses of mails that went long ago."""
    with own_transaction() as short:
        forget_drafts(Act(short, None, now()))
        forget_sign_ins(Act(short, None, now()))
        forget_recipients(Act(short, None, now()))
        forget_submits(short, now=now())
