"""What a page asks of the database does not depend on how long the lists of its reader are."""

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.kernel.database import db
from ground.act import Act
from register.people.models import User
from register.sign_in.sessions import open_session
from tests.factories.grown import County, grown
from tests.support.database import empty_all_tables
from tests.support.statements import Statements
from tests.support.world import NOON

TIMES = 10
AUDIENCES = {
    "nobody": {"public", "api", "auth", "health", "demo"},
    "leader": {"employer", "auth"},
    "employee": {"employer"},
    "counsellor": {"counsellor"},
    "candidate": {"candidate"},
    "certifier": {"certifier"},
    "programme_lead": {"county"},
    "council": {"county"},
    "analyst": {"county"},
    "administrator": {"county"},
}
"""Each persona and the audiences whose pages are tried; what they may not open answers something else than 200."""


@pytest.mark.slow
def test_a_page_sends_as_many_statements_at_ten_times_the_data(app: Flask, session: Session) -> None:
    small = statements_of_pages(app, session, grown(session, 1))
    session.close()
    with app.app_context():
        empty_all_tables(db.engine)
    large = statements_of_pages(app, session, grown(session, TIMES))

    assert large.keys() == small.keys()
    assert len(small) > 100  # the pages were there to be counted
    assert {page: (few, large[page]) for page, few in small.items() if large[page] > few} == {}


def statements_of_pages(app: Flask, session: Session, county: County) -> dict[str, int]:
    """The statements of every page that somebody can open with things of their own; the most, if several can."""
    counted: Statements = app.extensions["statements"]
    found: dict[str, int] = {}
    for persona, audiences in AUDIENCES.items():
        client, things = client_of(app, session, county.people.get(persona)), county.things_of(persona)
        for rule in app.url_map.iter_rules():
            if rule.endpoint.split(".")[0] not in audiences or "GET" not in (rule.methods or ()):
                continue
            if not rule.arguments <= things.keys():
                continue
            with app.test_request_context():
                address = url_for(rule.endpoint, **{name: things[name] for name in rule.arguments})
            if client.get(address).status_code == 200:
                page = f"GET {rule.endpoint}"
                found[page] = max(found.get(page, 0), counted.count)
    counted.told()  # a county is more than the budget of one page is set for
    return found


def client_of(app: Flask, session: Session, user: User | None) -> FlaskClient:
    """A browser that is signed in, or nobody's."""
    client = app.test_client()
    if user is not None:
        token = open_session(Act(session, None, NOON), user=user)
        session.commit()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
    return client
