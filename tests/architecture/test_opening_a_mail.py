"""Whoever opens the link of a mail changes nothing by it: scanners of mail open links before people do.

Only two logs may grow: of reads, when the one who receives the mail looks at a candidate, and of those who were denied.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.kernel.auth import act
from app.kernel.context import settings
from app.kernel.database import db
from app.kernel.house import MailPage, house
from app.kernel.limits import RateLimitCounter
from app.kernel.mails.writer import write_mail
from certification.cases.tables.assessment import Assessment
from certification.network.models import Gathering
from ground.act import Act
from ground.audit import AuditEvent
from ground.base import Base
from ground.outbox import OutboxMessage
from ground.texts import Locale
from matching.candidates.models import RightsRequest
from matching.disclosures.models import CandidateRead
from matching.records.tables.opening import Opening
from matching.records.tables.placement import Placement
from matching.records.tables.proposal import Proposal
from register.people.models import User
from register.roles.models import RoleProposal
from register.roles.types import Role
from register.sign_in import links
from register.sign_in.mails import SignInMail
from register.sign_in.models import SignInLink
from register.sign_in.sessions import open_session
from tests.architecture.personas import make_personas
from tests.factories.grown import County, grown
from tests.factories.register import counsellor, office
from tests.support.client import PageClient
from tests.support.mail_kinds import KINDS
from tests.support.mail_receivers import params_for, receivers_of
from tests.support.world import NOON, SECRET

ADDRESS = re.compile(r"https?://\S+")
IN_EVERY_STATE = {
    "assessment_id": Assessment,
    "gathering_id": Gathering,
    "opening_id": Opening,
    "placement_id": Placement,
    "proposal_id": Proposal,
    "request_id": RightsRequest,
    "role_proposal_id": RoleProposal,
}
READS, EVENTS = str(CandidateRead.__table__), str(AuditEvent.__table__)
Rows = Mapping[str, frozenset[str]]


def rows_of(engine: Engine) -> Rows:
    """All that the database holds, by table; how often somebody asks is counted and is nobody's thing."""
    with engine.connect() as connection:
        return {
            table.name: frozenset(repr(tuple(row)) for row in connection.execute(select(table)))
            for table in Base.metadata.sorted_tables
            if table.name != RateLimitCounter.__tablename__
        }


def changed(before: Rows, after: Rows, *, grows: Mapping[str, str]) -> set[str]:
    """The tables that are another, but for what may have been written besides: a word in each new row, by table."""
    return {
        name
        for name in before
        if before[name] - after[name]
        or any(name not in grows or grows[name] not in row for row in after[name] - before[name])
    }


def mails_and_pages(app: Flask) -> list[tuple[str, MailPage]]:
    """Every kind of mail, with each page that it can lead to."""
    with app.app_context():
        return [(kind, page) for kind in KINDS for page in house().mails[kind]]


@dataclass
class World:
    """A county with one of each thing, those whom mails are sent to, and strangers with the same roles elsewhere.

    No context of the application is open while a page is fetched: requests would share it, and who is signed in.
    """

    app: Flask
    engine: Engine
    county: County
    keys: Mapping[str, list[object]]
    asked: FlaskClient
    link_id: str
    token: str
    own: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)

    def links(self, kind: str, page: MailPage) -> list[str]:
        """The link of a mail of this kind, to each thing that it could be about."""
        with self.app.app_context():
            return list(self._links(kind, page))

    def _links(self, kind: str, page: MailPage) -> Iterator[str]:
        names = sorted(page.values & self.keys.keys())
        known = {name: value for name, value in self.county.things.items() if name in page.values}
        for keys in product(*(self.keys[name] for name in names)):
            params = (
                params_for(kind, page)
                | known
                | {"token": self.token, "link_id": self.link_id}
                | dict(zip(names, keys, strict=True))
            )
            _subject, text = write_mail(kind, Locale.BOKMAAL, params)
            yield ADDRESS.findall(text)[0].removeprefix(settings().address)

    def receiver(self, role: Role | None) -> FlaskClient:
        """The browser of one whom the mail is sent to; a newcomer's is the one that asked for the link."""
        return self.asked if role is None else self.browser(self.own[role])

    def browser(self, token: str | None) -> FlaskClient:
        """A browser in which somebody is signed in, or nobody."""
        client = self.app.test_client()
        if token is not None:
            with client.session_transaction() as cookie:
                cookie["_user_id"] = token
        return client


@pytest.fixture
def world(app: Flask, session: Session, browser: PageClient) -> Iterator[World]:
    county = grown(session, 1)
    browser.get("/logg-inn")
    browser.submit({"email": "ny@plass.test"})
    sent = session.scalars(select(OutboxMessage).where(OutboxMessage.kind == SignInMail.SIGN_IN)).one()
    made = World(
        app,
        engine_of(app),
        county,
        keys={name: list(session.scalars(select(table.id))) for name, table in IN_EVERY_STATE.items()},
        asked=browser.client,
        link_id=str(sent.params["link_id"]),
        token=links.link_token(str(sent.params["link_id"]), key=SECRET),
        own={name: token_of(session, user) for name, user in county.people.items()},
    )
    in_another_office = token_of(session, counsellor(session, office(session, "0219")))
    made.elsewhere = make_personas(session).tokens  # commits, and closes the session
    made.elsewhere[Role.COUNSELLOR] = in_another_office
    yield made
    app.extensions["statements"].told()  # a county of one of each thing: no budget is set for it


def engine_of(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


def token_of(session: Session, user: User) -> str:
    return open_session(Act(session, None, NOON), user=user)


def test_a_link_opened_by_the_one_who_receives_the_mail_writes_no_more_than_that_it_was_read(world: World) -> None:
    wrong, closed = {}, set()
    for kind, page in mails_and_pages(world.app):
        for role in receivers_of(kind, page):
            client, before = world.receiver(role), rows_of(world.engine)
            answers = {client.get(link, follow_redirects=True).status_code for link in world.links(kind, page)}
            if 200 not in answers:
                closed.add((kind, role))
            if tables := changed(before, rows_of(world.engine), grows={READS: "", EVENTS: "access.denied"}):
                wrong[kind, role] = tables
    assert closed == set(), "somebody can open each of them, or this says nothing"
    assert wrong == {}


def test_a_link_opened_by_a_stranger_changes_nothing(world: World) -> None:
    wrong = {}
    opened: set[tuple[str, str]] = set()  # several kinds lead to the same pages
    for kind, page in mails_and_pages(world.app):
        strangers = {"nobody": None, "newcomer": world.elsewhere["newcomer"]}
        strangers |= {role: world.elsewhere[role] for role in receivers_of(kind, page) if role is not None}
        for name, token in strangers.items():
            new = {(name, link) for link in world.links(kind, page)} - opened
            if not new:
                continue
            opened |= new
            client, before = world.browser(token), rows_of(world.engine)
            for _name, link in sorted(new):
                client.head(link)
                client.get(link, follow_redirects=True)
            if tables := changed(before, rows_of(world.engine), grows={EVENTS: "access.denied"} if token else {}):
                wrong[kind, name] = tables
    assert wrong == {}


def test_a_link_that_is_used_up_when_it_is_opened_would_be_seen(
    app: Flask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def use_at_once(token: str) -> str:
        with world.asked.session_transaction() as cookie:
            secret = cookie["sign_in_browser"]
        return links.use_link(act(), token=token, browser=secret, locale=Locale.BOKMAAL).next_path

    monkeypatch.setitem(app.view_functions, "auth.open_link", use_at_once)
    before = rows_of(world.engine)
    world.browser(None).get(f"/logg-inn/{world.token}")
    assert changed(before, rows_of(world.engine), grows={READS: "", EVENTS: "access.denied"}) >= {
        SignInLink.__tablename__,
        EVENTS,
    }
