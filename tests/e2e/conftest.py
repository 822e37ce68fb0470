"""A running Plass for browser journeys, and a browser that checks every page it visits for accessibility."""

import os
import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Playwright, sync_playwright
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException
from werkzeug.serving import make_server

from tests.e2e.page_checks import PageChecks
from tests.e2e.visitor import Visitor
from tests.e2e.world import World
from tests.support.world import KeptMail, KnownUnits, StoppedClock

CHROMIUM = os.environ.get("PLASS_TEST_BROWSER", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "tests/e2e" in str(item.path):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where Plass answers."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def page_checks(app: Flask) -> PageChecks:
    """What pages must keep; a page that several people see is checked once."""
    addresses = app.url_map.bind("plass.test")

    def route_of(path: str) -> str:
        try:
            return str(addresses.match(path, return_rule=True)[0].rule)
        except HTTPException:
            return path

    return PageChecks(route_of)


@pytest.fixture
def visitor(chromium: Browser, address: str, page_checks: PageChecks) -> Iterator[Callable[..., Visitor]]:
    """Opens a browser window of its own for each person of a journey."""
    opened: list[Visitor] = []

    def open_window(name: str, *, width: int = 1280, script: bool = True) -> Visitor:
        context = chromium.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            locale="nb-NO",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(30_000)
        opened.append(Visitor(name, page, page_checks, script))
        return opened[-1]

    yield open_window
    for one in opened:
        one.page.context.close()
    assert [(one.name, one.problems) for one in opened if one.problems] == []


@pytest.fixture
def world(
    app: Flask,
    session: Session,
    visitor: Callable[..., Visitor],
    mail: KeptMail,
    business_register: KnownUnits,
    clock: StoppedClock,
) -> World:
    """The people of a journey and what lies outside Plass."""
    return World(app, session, visitor, mail, business_register, clock)
