"""What people write may hold a word of sixty letters: on a small phone no page, and no part of it, is wider for it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route
from sqlalchemy import Column, String, update
from sqlalchemy.orm import Session

from ground.base import Base, LongText, ShortText
from tests.e2e.page_checks import NARROWEST
from tests.factories.grown import grown
from tests.support.statements import Statements
from tests.support.visits import visits

WORD = "minoritetsladningsbærerdiffusjonskoeffisientmålingsapparatur"
LONG_NAME = "Andrea-Konstantina Wilhelmsdatter von Schreckenberg-Ångermansland"
HOST = "http://plass.test"
WRITTEN_BESIDES = {"candidate.first_name", "candidate.wishes", "authority_request.position", "rights_request.words",
                   "proposal.note", "follow_up.agreed_next"}  # fmt: skip
"""What people write in columns with bounds of their own."""
TOO_WIDE = """
(word) => {
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  const page = document.documentElement, told = (one) => `${one.localName}.${one.getAttribute("class")}`;
  const wide = [...document.querySelectorAll("body *")].filter((one) =>
    one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && !one.closest("svg, input, textarea, select")
    && !(one.matches(".table-scroll") && !one.textContent.includes(word)));
  const beyond = page.scrollWidth - page.clientWidth;
  return [...(beyond > 0 ? [`${beyond} px wider than the phone`] : []), ...new Set(wide.map(told))];
}
"""
"""How much wider the page is than the window, and what holds more than it has room for; all folds are opened first.

A table of two columns may be moved sideways in its own box, unless what somebody has written makes it so wide.
"""


def written_columns() -> list[Column[Any]]:
    """The columns that hold what somebody has written in words of their own."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.type in (ShortText, LongText) or str(column) in WRITTEN_BESIDES
    ]


def long_text(column: Column[Any]) -> str:
    """The long word and, where there is room for it, a long name."""
    assert isinstance(column.type, String)
    assert column.type.length is not None
    together = f"{WORD} {LONG_NAME}"
    return together if len(together) <= column.type.length else WORD


def put_long_texts(session: Session) -> None:
    """Everything that is written in the county gets the long word in it; what is empty stays so."""
    for column in written_columns():
        session.execute(
            update(column.table).where(column.is_not(None), column != "").values({column: long_text(column)})
        )
    session.commit()


@pytest.fixture
def small_phone(app: Flask, chromium: Browser) -> Iterator[Page]:
    """A window of a small phone; what pages fetch comes from the application, without a server between."""
    context = chromium.new_context(viewport={"width": NARROWEST, "height": 800}, java_script_enabled=False)
    client = app.test_client()

    def fetched(route: Route) -> None:
        answer = client.get(urlsplit(route.request.url).path)
        route.fulfill(status=answer.status_code, content_type=answer.content_type, body=answer.data)

    context.route(f"{HOST}/static/**", fetched)
    yield context.new_page()
    context.close()


def too_wide(phone: Page, markup: str) -> list[str]:
    """What does not fit on a page."""
    phone.route(f"{HOST}/", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=markup))
    phone.goto(HOST)
    phone.unroute(f"{HOST}/")
    found: list[str] = phone.evaluate(TOO_WIDE, WORD)
    return found


@pytest.mark.slow
def test_a_word_of_sixty_letters_fits_on_every_page_of_a_small_phone(
    app: Flask, session: Session, small_phone: Page
) -> None:
    county = grown(session, 1)
    put_long_texts(session)
    wrong: dict[str, list[str]] = {}
    shown = set()
    for visit in visits(app, session, county):
        if visit.answer.mimetype != "text/html":
            continue
        if WORD in visit.answer.text:
            shown.add(visit.endpoint)
        if found := too_wide(small_phone, visit.answer.text):
            wrong[f"{visit.persona} at {visit.endpoint}"] = found
    counted: Statements = app.extensions["statements"]
    counted.told()  # a county is more than the budget of one page is set for
    assert len(shown) > 60  # the word was there to be looked at
    assert wrong == {}


@pytest.mark.parametrize(
    "part",
    [
        f'<div style="display: grid; overflow-wrap: normal"><p>{WORD}</p></div>',
        f'<div style="width: 5rem; overflow: auto; overflow-wrap: normal">{WORD}</div>',
        f'<div class="table-scroll"><table><tr><td>Navn</td><td>{WORD}</td></tr></table></div>',
    ],
)
def test_what_is_too_wide_is_seen(small_phone: Page, part: str) -> None:
    assert too_wide(small_phone, f"<!doctype html><div>{part}</div>") != []


def test_what_fits_may_stand(small_phone: Page) -> None:
    assert too_wide(small_phone, f'<!doctype html><p style="overflow-wrap: anywhere">{WORD}</p>') == []
