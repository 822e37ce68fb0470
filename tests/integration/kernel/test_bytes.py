"""What a visit costs in bytes, as they are sent: for people with a slow net, little data left and old telephones."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

import brotli
import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.demo.loading import load_once
from app.kernel.access import Scope
from app.kernel.audiences import access_of
from ground.dates import NORWAY
from tests.support.pages import parsed
from tests.support.world import NOON

KIB = 1024
FIRST_VISIT, NEXT_VISIT, PAGE = 150 * KIB, 40 * KIB, 60 * KIB
PAGES = ("/", "/fremdrift", "/stillinger", "/logg-inn")
NO_PAGES_OF_PLASS = {"demo", "development"}


def plain(answer: TestResponse) -> str:
    """The text of an answer, as it was before it was compressed."""
    body = brotli.decompress(answer.data) if answer.headers.get("Content-Encoding") == "br" else answer.data
    return body.decode(errors="replace")


def _named_in_page(markup: str) -> list[str]:
    page = parsed(markup)
    links = [
        one["href"] for one in page.find_all("link") if {"stylesheet", "preload", "icon"} & set(one.get("rel", []))
    ]
    return [*links, *(one["src"] for one in page.find_all(["script", "img"], src=True))]


NAMED_IN = {"text/html": _named_in_page, "text/css": re.compile(r"url\(\"?([^\")]+)\"?\)").findall}


@dataclass
class Phone:
    """A browser that keeps what it may keep, and counts the bytes that come to it."""

    client: FlaskClient
    kept: set[str] = field(default_factory=set)
    came: int = 0

    def visit(self, address: str) -> int:
        """Open a page with all that it loads, and tell how many bytes came."""
        self.came = 0
        self._load(address)
        return self.came

    def _load(self, address: str) -> None:
        if address in self.kept:
            return
        answer = self.client.get(address, headers={"Accept-Encoding": "gzip, br"})
        assert answer.status_code == 200, address
        self.came += len(answer.data) + len(str(answer.headers))
        if "immutable" in answer.headers["Cache-Control"]:
            self.kept.add(address)
        if answer.mimetype in NAMED_IN:
            for named in NAMED_IN[answer.mimetype](plain(answer)):
                self._load(urljoin(address, named))


@pytest.mark.slow
def test_a_visit_is_light_the_first_time_and_lighter_after(app: Flask, session: Session) -> None:
    load_once(session, today=NOON.astimezone(NORWAY).date())  # its lists are as long as pages get
    session.commit()

    first = {page: Phone(app.test_client()).visit(page) for page in PAGES}
    assert {page: size for page, size in first.items() if size >= FIRST_VISIT} == {}
    phone = Phone(app.test_client())
    phone.visit("/")
    after = [(page, phone.visit(page)) for page in PAGES * 2]  # once more, as the sign-in leaves a cookie
    assert [(page, size) for page, size in after if size >= NEXT_VISIT] == []
    assert first["/"] - dict(after)["/"] > 40 * KIB  # the assets were counted, and then kept

    answers = {address: app.test_client().get(address) for address in public_addresses(app)}
    sizes = {address: len(answer.data) for address, answer in answers.items() if answer.mimetype == "text/html"}
    assert {*PAGES, "/virksomheter", "/personvern"} <= sizes.keys()
    assert {address: size for address, size in sizes.items() if size >= PAGE} == {}


def public_addresses(app: Flask) -> list[str]:
    """Every address for everyone that names nothing, but for the demo's own."""
    with app.test_request_context():
        return [
            url_for(rule.endpoint)
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ())
            and not rule.arguments
            and (access := access_of(app, rule.endpoint)) is not None
            and access.scope is Scope.EVERYONE
            and rule.endpoint.split(".")[0] not in NO_PAGES_OF_PLASS
        ]
