"""Every page that each persona of a county can open with things of their own, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from ground.act import Act
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.factories.grown import County
from tests.support.world import NOON

AUDIENCES = {
    "nobody": {"public", "api", "auth", "health", "demo"},
    "leader": {"employer", "auth"},
    "employee": {"employer"},
    "newcomer": {"auth"},
    "counsellor": {"counsellor"},
    "office_leader": {"office"},
    "candidate": {"candidate"},
    "certifier": {"certifier"},
    "programme_lead": {"county"},
    "council": {"county"},
    "analyst": {"county"},
    "administrator": {"county"},
}
"""Each persona and the audiences whose pages are tried; what they may not open answers something else than 200."""


@dataclass(frozen=True)
class Visit:
    """A page as somebody got it."""

    persona: str
    endpoint: str
    answer: TestResponse


def visits(app: Flask, session: Session, county: County) -> Iterator[Visit]:
    """The pages that answer 200, as each persona comes to them."""
    for persona, audiences in AUDIENCES.items():
        client, things = client_of(app, session, county.people.get(persona)), county.things_of(persona)
        for rule in app.url_map.iter_rules():
            if rule.endpoint.split(".")[0] not in audiences or "GET" not in (rule.methods or ()):
                continue
            if not rule.arguments <= things.keys():
                continue
            with app.test_request_context():
                address = url_for(rule.endpoint, **{name: things[name] for name in rule.arguments})
            answer = client.get(address)
            if answer.status_code == 200:
                yield Visit(persona, rule.endpoint, answer)


def client_of(app: Flask, session: Session, user: User | None) -> FlaskClient:
    """A browser that is signed in, or nobody's."""
    client = app.test_client()
    if user is not None:
        token = open_session(Act(session, None, NOON), user=user)
        session.commit()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
    return client
