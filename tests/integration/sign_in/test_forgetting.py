"""What is no longer needed is forgotten by itself, and nothing else is."""

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.sign_in.jobs import forget_what_is_over
from ground.act import Act
from ground.outbox import OutboxMessage
from ground.texts import Locale
from register.roles.queries import is_staff
from register.sign_in.links import send_link
from register.sign_in.models import SignInLink, UserSession
from register.sign_in.sessions import open_session
from tests.factories.register import person
from tests.support.world import SECRET, StoppedClock


def count(session: Session, kind: type[SignInLink | UserSession]) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(kind)) or 0


def test_links_sessions_and_addresses_are_forgotten_in_their_time(
    app: Flask, session: Session, clock: StoppedClock
) -> None:
    send_link(
        Act(session, None, clock.now()),
        email="aldri@plass.test",
        browser="x",
        next_path="",
        locale=Locale.BOKMAAL,
        key=SECRET,
        asked_from="firefox-windows",
        link_only=is_staff,
    )
    open_session(Act(session, None, clock.now()), user=person(session))
    mail = session.scalars(select(OutboxMessage)).one()
    mail.sent_at, mail.once_key = clock.now(), "key"
    session.commit()
    with app.app_context():
        forget_what_is_over()
        assert (count(session, SignInLink), count(session, UserSession)) == (1, 1)
        session.rollback()
        clock.forward(days=2)
        forget_what_is_over()
        assert (count(session, SignInLink), count(session, UserSession)) == (0, 0)
        assert (mail.recipient, mail.once_key) == ("aldri@plass.test", "key")
        session.rollback()
        clock.forward(days=30)
        forget_what_is_over()
        session.expire_all()
        assert (mail.recipient, mail.once_key) == ("", "key")
