"""What a look at the figures costs does not depend on how many events there are: they are counted once and kept."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy.engine import cursor
from sqlalchemy.orm import Session

from app.progress.current import KEPT_AS
from matching.progress.models import JobEvent
from matching.progress.types import JobEventKind
from register.roles.types import Role
from tests.factories.register import person_with_role
from tests.integration.progress.test_pages import step
from tests.support.client import PageClient

PAGES = ("/", "/fremdrift", "/api/v1/fremdrift", "/api/v1/fremdrift.csv", "/api/v1/fremdrift-excel.csv", "/fylket/",
         "/fylket/jobber")  # fmt: skip
"""Where the figures are shown. The county's file of paid places is a row for each, and is not among them."""

STEPS = (JobEventKind.POSTED, JobEventKind.AGREED, JobEventKind.STARTED, JobEventKind.LASTED_13)
FEW, MANY = 240, 2_000
"""So many events that the county's list of places has a second page."""

MOST_STATEMENTS = {"/fylket/": 12, "/fylket/jobber": 5}
"""Of a page when the figures are kept. Elsewhere two for who is signed in, and one for what was told last."""

USUAL = 3


class Rows:
    """Counts the rows that the database hands over."""

    def __init__(self) -> None:
        self.count = 0


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[Rows]:
    """The rows handed over from here on."""
    rows, strategy = Rows(), cursor.CursorFetchStrategy
    for name in ("fetchone", "fetchmany", "fetchall"):
        fetch = getattr(strategy, name)

        def counted(*args: object, _fetch: object = fetch, **named: object) -> object:
            found = _fetch(*args, **named)  # type: ignore[operator]  # the library's own
            rows.count += len(found) if isinstance(found, list) else found is not None
            return found

        monkeypatch.setattr(strategy, name, counted)
    return rows


def events(number: int, *, first_job: int) -> Iterator[JobEvent]:
    """Jobs one after the other, each with its steps."""
    for job in range(first_job, first_job + number // len(STEPS)):
        day = date(2025, 3, 3) + timedelta(days=job % 300)
        for weeks, kind in enumerate(STEPS):
            yield step(kind, day + timedelta(weeks=13 * (weeks == 3)), job=job, id=uuid4())


def costs(app: Flask, browser: PageClient, rows: Rows) -> dict[str, tuple[int, int]]:
    """Statements and rows of each page, looked at a second time."""
    found = {}
    for address in PAGES:
        browser.get(address)
        before = rows.count
        answer = browser.client.get(address)
        assert answer.status_code == 200
        found[address] = app.extensions["statements"].count, rows.count - before
    return found


def test_a_look_at_kept_figures_asks_for_as_much_of_many_events_as_of_few(
    app: Flask, browser: PageClient, session: Session, rows: Rows
) -> None:
    session.add_all(events(FEW, first_job=1))
    browser.sign_in(person_with_role(session, Role.PROGRAMME_LEAD))
    of_few = costs(app, browser, rows)
    session.add_all(events(MANY - FEW, first_job=1 + FEW))
    of_many = costs(app, browser, rows)
    assert of_many == of_few
    assert {address: count for address, (count, _) in of_many.items()} == {
        address: MOST_STATEMENTS.get(address, USUAL) for address in PAGES
    }
    assert max(fetched for _, fetched in of_many.values()) < FEW
    app.extensions.pop(KEPT_AS)
    before = rows.count
    browser.client.get("/")
    assert rows.count - before > MANY, "counting anew reads them all, and the rows are seen"


def test_a_change_far_back_among_many_events_is_no_change_and_one_told_now_is(
    app: Flask, browser: PageClient, session: Session
) -> None:
    session.add_all(events(FEW, first_job=1))
    browser.get("/api/v1/fremdrift")
    kept = app.extensions[KEPT_AS].counted
    browser.get("/fremdrift")
    assert app.extensions[KEPT_AS].counted is kept
    session.add(step(JobEventKind.STARTED, date(2026, 3, 2), job=999, id=UUID(int=2**128 - 1)))
    browser.get("/fremdrift")
    assert app.extensions[KEPT_AS].counted is not kept
