"""Those who write, made before Plass starts, and the addresses they write to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Flask, url_for
from sqlalchemy.orm import Session

from app.kernel.database import db
from ground.act import Act
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.factories.register import leader_of, organisation_numbers, person, verified_organisation

LEADERS, JOINERS, ASKERS = 8, 4, 4
ENOUGH = 400  # for each of those who need somebody new each time


@dataclass(frozen=True)
class Joiner:
    """Somebody who will register an employer."""

    cookie: str
    orgnr: str


class World:
    """The people, signed in."""

    def __init__(self, app: Flask, address: str, now: datetime) -> None:
        self.app, self.address = app, address
        with app.app_context(), Session(db.engine) as session:
            employers = [verified_organisation(session, workplaces=1) for _ in range(LEADERS)]
            self.leaders = [(self._cookie_of(session, leader_of(session, each), now), each.orgnr) for each in employers]
            self.joiners = [
                [Joiner(self._cookie_of(session, person(session), now), organisation_numbers()) for _ in range(ENOUGH)]
                for _ in range(JOINERS)
            ]
            self.askers = [[person(session).email or "" for _ in range(ENOUGH)] for _ in range(ASKERS)]
            session.commit()
            db.engine.dispose()

    def url(self, endpoint: str, **values: Any) -> str:
        """The address of a page."""
        with self.app.test_request_context():
            return url_for(endpoint, **values)

    def _cookie_of(self, session: Session, user: User, now: datetime) -> str:
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = open_session(Act(session, None, now), user=user)
        found = client.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        assert found is not None
        return found.value
