"""Mail goes when the transaction that asked for it is committed, once, and tries again when the server is down."""

import email
import email.policy
import uuid
from collections.abc import Callable

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as SmtpSession
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.adapters.mail import FolderMail, MailNotSent, SmtpMail, compose
from app.kernel.mails.sending import send_outbox
from certification.network.mails import NetworkMail
from config import Settings
from ground import outbox
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.texts import Locale
from matching.placements.mails import PlacementMail
from register.roles.mails import RoleMail
from register.sign_in.links import link_token
from register.sign_in.mails import SignInMail
from tests.support.ports import free_port
from tests.support.strange_servers import drips_its_greeting, strange_server, takes_mail_and_falls_silent
from tests.support.world import NOON, SECRET, KeptMail, StoppedClock

KEY = uuid.UUID(int=7)


@pytest.fixture
def send(app: Flask, session: Session) -> Callable[[], int]:
    """Run the job that sends."""

    def run() -> int:
        session.commit()
        with app.app_context():
            sent = send_outbox()
        session.expire_all()
        return sent

    return run


def ask_for_mail(session: Session, **params: str) -> OutboxMessage | None:
    return outbox.enqueue(
        Act(session, None, NOON),
        recipient="kari@plass.test",
        kind=SignInMail.SIGN_IN,
        locale=Locale.ENGLISH,
        **{"link_id": "1", "with_code": True, "asked_at": NOON.isoformat(), "asked_from": "firefox-windows", **params},
    )


def test_a_mail_is_sent_once_and_its_secret_lies_nowhere_but_in_it(
    session: Session, mail: KeptMail, send: Callable[[], int]
) -> None:
    ask_for_mail(session)
    assert (send(), send()) == (1, 0)
    assert [one.recipient for one in mail.sent] == ["kari@plass.test"]
    assert link_token("1", key=SECRET) in mail.sent[0].text
    assert session.scalars(select(OutboxMessage)).one().params == {}


def test_a_mail_is_written_in_the_readers_language(session: Session, mail: KeptMail, send: Callable[[], int]) -> None:
    ask_for_mail(session)
    send()
    assert "Sign in" in mail.sent[0].subject


def test_a_mail_that_was_asked_for_in_vain_is_never_sent(
    session: Session, mail: KeptMail, send: Callable[[], int]
) -> None:
    ask_for_mail(session)
    session.rollback()
    assert send() == 0
    assert mail.sent == []


def test_a_server_that_is_down_is_tried_again_later_and_nothing_is_lost(
    session: Session, mail: KeptMail, clock: StoppedClock, send: Callable[[], int]
) -> None:
    ask_for_mail(session)
    mail.down = True
    assert send() == 0
    mail.down = False
    assert send() == 0  # not yet: the pause is two minutes
    clock.forward(minutes=3)
    assert send() == 1


def test_no_value_can_break_out_of_the_subject(session: Session, mail: KeptMail, send: Callable[[], int]) -> None:
    title = "Frokost\r\nBcc: alle@plass.test\u2028og mer"
    values = {"orgnr": "999999999", "gathering_id": str(uuid.UUID(int=1))}
    outbox.enqueue(
        Act(session, None, NOON), recipient="a@plass.test", kind=NetworkMail.GATHERING_CANCELLED, title=title, **values
    )
    assert send() == 1
    subject = mail.sent[0].subject
    assert "Frokost Bcc: alle@plass.test og mer" in subject
    assert compose(KEY, "Plass <x@plass.test>", "a@plass.test", subject, mail.sent[0].text)["Bcc"] is None


def test_a_mail_that_cannot_be_written_does_not_stop_those_behind_it(
    session: Session, mail: KeptMail, send: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_one(*, key: uuid.UUID, recipient: str, subject: str, text: str) -> None:
        if recipient == "a@plass.test":
            raise ValueError("no such header")
        KeptMail.send(mail, key=key, recipient=recipient, subject=subject, text=text)

    broken = outbox.enqueue(Act(session, None, NOON), recipient="a@plass.test", kind=RoleMail.ROLE_OFFERED)
    assert broken is not None
    ask_for_mail(session)
    monkeypatch.setattr(mail, "send", refuse_one)
    assert send() == 1
    assert [one.recipient for one in mail.sent] == ["kari@plass.test"]
    assert broken.attempts == 1


def test_after_many_tries_it_is_given_up_and_its_values_forgotten(
    session: Session, mail: KeptMail, clock: StoppedClock, send: Callable[[], int]
) -> None:
    ask_for_mail(session)
    mail.down = True
    for _ in range(outbox.MOST_ATTEMPTS):
        send()
        clock.forward(days=1)
    message = session.scalars(select(OutboxMessage)).one()
    assert message.given_up_at is not None
    assert message.params == {}


def test_two_messages_with_the_same_key_are_one(session: Session) -> None:
    for _ in range(2):
        outbox.enqueue(
            Act(session, None, NOON),
            recipient="a@plass.test",
            kind=PlacementMail.FOLLOW_UP_DUE,
            once_key="once",
            party="counsellor",
            placement_id=str(uuid.UUID(int=1)),
        )
    assert len(session.scalars(select(OutboxMessage)).all()) == 1


def test_mail_in_a_folder_is_a_whole_file_each(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("post")
    sender = FolderMail(Settings(data_folder=folder, demo=True))
    sender.send(key=KEY, recipient="åse@plass.test", subject="Blåbær og søtsaker", text="Hei på deg\nÆØÅ")
    sender.send(key=KEY, recipient="åse@plass.test", subject="Blåbær og søtsaker", text="Hei på deg\nÆØÅ")
    files = list((folder / "mail").iterdir())
    assert [file.suffix for file in files] == [".eml"], "and the same mail sent again is the same file"
    written = email.message_from_bytes(files[0].read_bytes(), policy=email.policy.default)
    assert written["Subject"] == "Blåbær og søtsaker"


class Inbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.received: list[Envelope] = []

    async def handle_DATA(self, server: SMTP, session: SmtpSession, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd calls it so
        self.received.append(envelope)
        return "250 OK"


def test_mail_goes_by_smtp_where_a_server_is_set() -> None:
    inbox = Inbox()
    port = free_port()
    server = Controller(inbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        settings = Settings(demo=True, smtp_host="127.0.0.1", smtp_port=port, smtp_starttls=False)
        SmtpMail(settings).send(key=KEY, recipient="kari@plass.test", subject="Hei", text="Velkommen")
    finally:
        server.stop()
    assert inbox.received[0].rcpt_tos == ["kari@plass.test"]


def test_a_mail_that_goes_twice_since_the_sender_died_in_between_is_the_same_mail(
    session: Session, mail: KeptMail, send: Callable[[], int], monkeypatch: pytest.MonkeyPatch, clock: StoppedClock
) -> None:
    def die(*_args: object) -> None:
        raise KeyboardInterrupt

    ask_for_mail(session)
    with monkeypatch.context() as patched:
        patched.setattr("ground.outbox.mark_sent", die)
        with pytest.raises(KeyboardInterrupt):
            send()
    clock.forward(minutes=6)
    assert send() == 1
    first, second = mail.sent
    assert first.key == second.key
    assert (
        compose(first.key, "Plass <x@plass.test>", "a@b.test", "Hei", "")["Message-ID"]
        == f"<{first.key.hex}@plass.test>"
    )


def test_a_mail_server_that_is_not_there_can_be_tried_again() -> None:
    settings = Settings(demo=True, smtp_host="127.0.0.1", smtp_port=9, smtp_starttls=False)
    with pytest.raises(MailNotSent):
        SmtpMail(settings).send(key=KEY, recipient="kari@plass.test", subject="Hei", text="Velkommen")


def test_a_mail_server_whose_greeting_never_ends_is_cut_off_and_can_be_tried_again() -> None:
    with strange_server(drips_its_greeting) as server:
        settings = Settings(demo=True, smtp_host="127.0.0.1", smtp_port=server.port, smtp_starttls=False)
        with pytest.raises(MailNotSent):
            SmtpMail(settings, longest=0.5).send(key=KEY, recipient="kari@plass.test", subject="Hei", text="Velkommen")
        assert server.left_by_the_other.wait(30)


def test_a_mail_that_the_server_has_taken_is_sent_though_it_says_no_more() -> None:
    with strange_server(takes_mail_and_falls_silent) as server:
        settings = Settings(demo=True, smtp_host="127.0.0.1", smtp_port=server.port, smtp_starttls=False)
        SmtpMail(settings, longest=2).send(key=KEY, recipient="kari@plass.test", subject="Hei", text="Velkommen")
