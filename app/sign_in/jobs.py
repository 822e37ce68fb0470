"""Forgetting, by the clock, what is no longer needed."""

from app.kernel.forms.once import forget_submits
from app.kernel.jobs import one_by_one
from ground.act import Act
from ground.outbox import forget_recipients
from register.sign_in.drafts import forget_drafts
from register.sign_in.forgetting import forget_browsers, forget_sign_ins


def forget_what_is_over() -> None:
    """Remove used links, ended sessions, old browsers, drafts and keys of forms, and the addresses of old mails."""
    work = (forget_drafts, forget_sign_ins, forget_browsers, forget_recipients, _forget_submits)
    one_by_one("forget_what_is_over", work, lambda act, do: do(act))


def _forget_submits(act: Act) -> None:
    forget_submits(act.session, now=act.now)
