"""Sending the mails that wait in the outbox."""

import structlog

from app.adapters.mail import MailNotSent
from app.kernel.context import now, services
from app.kernel.database import own_transaction
from app.kernel.jobs import turns
from app.kernel.mails.writer import write_mail
from ground import outbox
from ground.act import Act

MOST_AT_ONCE = 20
log = structlog.get_logger()


def send_outbox() -> int:
    """Claim waiting mails one by one, send each outside any transaction, and note how it went.

    One by one, so that no claim runs out while a slow server keeps the mails before it. Returns how many were sent.
    """
    sent = 0
    for _turn in turns(MOST_AT_ONCE):
        with own_transaction() as short:
            claimed = outbox.claim_waiting(Act(short, None, now()), most=1)
        if not claimed:
            break
        [message] = claimed
        try:
            subject, text = write_mail(message.kind, message.locale, message.params)
            services().mail.send(key=message.id, recipient=message.recipient, subject=subject, text=text)
        except Exception as error:  # a mail that cannot be written must not stop those behind it
            with own_transaction() as short:
                outbox.mark_failed(Act(short, None, now()), message.id)
            why = "server" if isinstance(error, MailNotSent) else type(error).__name__
            log.warning("mail_not_sent", kind=str(message.kind), attempts=message.attempts + 1, why=why)
        else:
            with own_transaction() as short:
                outbox.mark_sent(Act(short, None, now()), message.id)
            sent += 1
    return sent
