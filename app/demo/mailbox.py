"""The demo's mailbox: the mails that Plass wrote to its folder, so that a visitor can follow a link from one."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from flask import render_template

from app.kernel.access import everyone
from app.kernel.audiences import demo as pages
from app.kernel.context import settings
from ground.dates import NORWAY

MOST_SHOWN = 30
ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class ShownMail:
    """One mail as the page shows it; `parts` are (text, is it an address)."""

    recipient: str
    subject: str
    written_at: datetime
    parts: list[tuple[str, bool]]


@pages.get("/post", access=everyone("read the demo's mail"))
def mailbox() -> str:
    """The newest mails."""
    files = sorted(settings().mail_folder.glob("*.eml"), key=lambda file: file.stat().st_mtime, reverse=True)
    return render_template("demo/mailbox.html", mails=[_read(file) for file in files[:MOST_SHOWN]])


def _read(file: Path) -> ShownMail:
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    body = mail.get_body(("plain",))
    return ShownMail(
        recipient=str(mail["To"]),
        subject=str(mail["Subject"]),
        written_at=datetime.fromtimestamp(file.stat().st_mtime, NORWAY),
        parts=_split(body.get_content() if body else ""),
    )


def _split(text: str) -> list[tuple[str, bool]]:
    """Text and addresses in turn, so that the template can make links of the addresses."""
    parts, position = [], 0
    for found in ADDRESS.finditer(text):
        parts.append((text[position : found.start()], False))
        parts.append((found.group(), True))
        position = found.end()
    return [*parts, (text[position:], False)]
