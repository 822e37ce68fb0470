"""Sending the mails that wait in the outbox."""

import structlog

from app.adapters.mail import MailNotSent
from app.context import now, services
from app.database import own_transaction
from app.mail_texts import write_mail
from certification.register import outbox

log = structlog.get_logger()


def send_outbox() -> int:
    """Claim waiting mails, send each outside any transaction, and note how it went. Returns how many were sent."""
    with own_transaction() as short:
        claimed = outbox.claim_waiting(short, now=now())
    sent = 0
    for message in claimed:
        try:
            subject, text = write_mail(message.kind, message.locale, message.params)
            services().mail.send(recipient=message.recipient, subject=subject, text=text)
        except Exception as error:  # a mail that cannot be written must not stop those behind it
            with own_transaction() as short:
                outbox.mark_failed(short, message.id, now=now())
            why = "server" if isinstance(error, MailNotSent) else type(error).__name__
            log.warning("mail_not_sent", kind=message.kind.value, attempts=message.attempts + 1, why=why)
        else:
            with own_transaction() as short:
                outbox.mark_sent(short, message.id, now=now())
            sent += 1
    return sent
