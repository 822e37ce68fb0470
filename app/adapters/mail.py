"""Sending mail: by SMTP where a server is set, else written to a folder."""

import smtplib
import ssl
import uuid
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import formataddr, formatdate, parseaddr
from typing import Protocol

from app.adapters.cut_off import cut_off
from config import FOR_US_ALONE, Settings, private_folder
from register.people.mailbox import for_the_wire

ANSWER_WITHIN = 20.0  # seconds, each time
LONGEST_TALK = 60.0  # seconds for one mail, from connecting to the last word


class MailNotSent(Exception):
    """The mail server did not take the mail; it can be tried again."""


class MailSender(Protocol):
    """Something that takes a mail to its address."""

    def send(self, *, key: uuid.UUID, recipient: str, subject: str, text: str) -> None:
        """Send one mail. Sent again with the same key, it is the same mail. Raises MailNotSent."""
        ...


class FolderMail:
    """Writes each mail as a file: the default where no mail server is set."""

    def __init__(self, settings: Settings) -> None:
        self.folder = settings.mail_folder
        self.sender = settings.mail_from

    def send(self, *, key: uuid.UUID, recipient: str, subject: str, text: str) -> None:
        """Write the mail; a reader never sees half a file."""
        mail = compose(key, self.sender, recipient, subject, text)
        private_folder(self.folder)
        earlier = next(self.folder.glob(f"*-{key.hex}.eml"), None)  # whoever looks for the newest sorts by name
        name = earlier.stem if earlier else f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{key.hex}"
        unfinished = self.folder / f".{name}.part"
        unfinished.touch(FOR_US_ALONE)
        unfinished.write_bytes(mail.as_bytes())
        unfinished.rename(self.folder / f"{name}.eml")


class SmtpMail:
    """Sends by SMTP."""

    def __init__(self, settings: Settings, *, longest: float = LONGEST_TALK) -> None:
        self.settings = settings
        self.longest = longest

    def send(self, *, key: uuid.UUID, recipient: str, subject: str, text: str) -> None:
        """Send the mail over one short connection. Once the server has said that it has it, it is sent."""
        settings = self.settings
        mail = compose(key, settings.mail_from, recipient, subject, text)
        try:
            with closing(_Talk(settings.smtp_host, settings.smtp_port, self.longest)) as server:
                if settings.smtp_starttls:
                    server.starttls(context=ssl.create_default_context())
                if settings.smtp_user:
                    server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
                server.send_message(mail)
                with suppress(OSError, smtplib.SMTPException):
                    server.quit()
        except (OSError, smtplib.SMTPException) as broken:
            raise MailNotSent from broken


class _Talk(smtplib.SMTP):
    """One talk with a mail server, cut off when time is up; connecting and its greeting count too."""

    def __init__(self, host: str, port: int, longest: float) -> None:
        self._limit = ExitStack()
        self._limit.enter_context(cut_off(longest, lambda: self.sock))
        try:
            super().__init__(host, port, timeout=ANSWER_WITHIN)
        except BaseException:
            self._limit.close()
            raise

    def close(self) -> None:
        """Hang up."""
        super().close()
        self._limit.close()


def compose(key: uuid.UUID, sender: str, recipient: str, subject: str, text: str) -> EmailMessage:
    """A plain-text mail. Domains with æ, ø or å leave by the name that every server knows (`xn--`).

    A process that dies between handing it over and noting so sends it once more. Its Message-ID follows from the key,
    so that a mail server or reader who has the first copy can drop the second.
    """
    mail = EmailMessage()
    name, written = parseaddr(sender)
    address = for_the_wire(written)
    mail["From"], mail["To"] = formataddr((name, address)), for_the_wire(recipient)
    mail["Subject"] = subject
    mail["Date"] = formatdate()
    mail["Message-ID"] = f"<{key.hex}@{address.rpartition('@')[2] or 'plass.local'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text)
    return mail
