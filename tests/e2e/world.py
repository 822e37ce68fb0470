"""The people of a journey, each in a window of their own, and what lies outside Plass: mail, register, time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Flask
from sqlalchemy.orm import Session

from app.kernel.auth import SignedInUser
from app.kernel.house import house
from ground.act import Act
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.e2e.visitor import Visitor
from tests.support.world import KeptMail, KnownUnits, StoppedClock

SIGN_IN_LINK = re.compile(r"/logg-inn/\S+")


@dataclass
class World:
    """Everything a journey needs that is not on a page."""

    app: Flask
    session: Session
    open_window: Callable[..., Visitor]
    mail: KeptMail
    register: KnownUnits
    clock: StoppedClock

    def somebody(self, name: str, *, width: int = 1280, script: bool = True) -> Visitor:
        """A person who is not signed in."""
        return self.open_window(name, width=width, script=script)

    def signed_in(self, user: User, *, held_since: datetime | None = None) -> Visitor:
        """A person whose sign-in is not what the journey is about; how one signs in is walked by others."""
        token = open_session(Act(self.session, None, self.clock.now()), user=user, held_since=held_since)
        cookie = {"_user_id": SignedInUser(user, token).get_id(), "_fresh": True}
        name = user.name
        self.session.commit()
        signer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        window = self.open_window(name)
        where = window.page.context
        where.add_cookies(
            [
                {
                    "name": self.app.config["SESSION_COOKIE_NAME"],
                    "value": signer.dumps(cookie),
                    "domain": "127.0.0.1",
                    "path": "/",
                }
            ]
        )
        return window

    def run_jobs(self) -> None:
        """Do what the scheduler would do now: check registrations, remind, and send what that put in the outbox."""
        with self.app.app_context():
            for _round in range(2):
                for job in house().jobs:
                    job.run()

    def mails_to(self, recipient: str) -> list[str]:
        """The texts that have been sent to an address, after the scheduler has had its turn."""
        self.run_jobs()
        return [one.text for one in self.mail.sent if one.recipient == recipient]

    def link_mailed_to(self, recipient: str) -> str:
        """The newest sign-in link of an address."""
        found = SIGN_IN_LINK.search(self.mails_to(recipient)[-1])
        assert found is not None, f"no link in the mail to {recipient}"
        return found.group()
