"""All pages side by side: whatever was written fits a small phone, they begin at one place, and turn as one."""

import re
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
CLASS = re.compile(r'class="[^"]*"')
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


BEGINS = """
() => ["header .wordmark", "main :is(h1, .certificate)"]
  .map((one) => document.querySelector(one)?.getBoundingClientRect().left)
"""
"""Where the wordmark and the heading begin, or the sheet on which the heading stands."""
FROM_THE_SIDES = """
() => [...document.querySelectorAll("body *")]
  .filter((one) => !["inline", "none", "contents"].includes(getComputedStyle(one).display))
  .filter((one) => !one.matches(".ds-sr-only, svg *") && one.getClientRects().length > 0)
  .map((one) => [`${one.localName}.${one.getAttribute("class")}`, one.getBoundingClientRect()])
  .map(([name, box]) => [name, box.left, document.documentElement.clientWidth - box.right])
"""
"""The boxes of a page, and how far they are from its left and its right side."""
WIDTHS = (390, 1280)


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
    phone.evaluate("document.fonts.ready.then(() => true)")  # letters of another font are of other widths
    found: list[str] = phone.evaluate(TOO_WIDE, WORD)
    return found


def begins_elsewhere(window: Page) -> list[float]:
    """How far from the wordmark the heading of the page begins, if not below it, in a window of each width."""
    found = []
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 800})
        wordmark, heading = window.evaluate(BEGINS)
        if None not in (wordmark, heading) and abs(heading - wordmark) >= 1:
            found.append(heading - wordmark)
    window.set_viewport_size({"width": NARROWEST, "height": 800})
    return found


@pytest.mark.slow
def test_every_page_has_room_for_a_long_word_on_a_small_phone_and_begins_where_the_wordmark_does(
    app: Flask, session: Session, small_phone: Page
) -> None:
    county = grown(session, 1)
    put_long_texts(session)
    wrong: dict[str, list[str]] = {}
    elsewhere: dict[str, list[float]] = {}
    shown, seen = set(), set()
    for visit in visits(app, session, county):
        if visit.answer.mimetype != "text/html":
            continue
        made_of = (visit.endpoint, *CLASS.findall(visit.answer.text))
        if made_of in seen:
            continue
        seen.add(made_of)
        if WORD in visit.answer.text:
            shown.add(visit.endpoint)
        if found := too_wide(small_phone, visit.answer.text):
            wrong[f"{visit.persona} at {visit.endpoint}"] = found
        if apart := begins_elsewhere(small_phone):
            elsewhere[f"{visit.persona} at {visit.endpoint}"] = apart
    counted: Statements = app.extensions["statements"]
    counted.told()  # a county is more than the budget of one page is set for
    assert len(shown) > 60  # the word was there to be looked at
    assert wrong == {}
    assert elsewhere == {}


@pytest.mark.parametrize("width", [NARROWEST, 1280])
@pytest.mark.parametrize("path", ["/", "/utvikling/komponenter?feil=1"])
def test_a_page_that_is_read_from_the_right_is_the_page_in_a_mirror(
    app: Flask, small_phone: Page, path: str, width: int
) -> None:
    small_phone.set_viewport_size({"width": width, "height": 800})
    markup = app.test_client().get(path).text
    turned = markup.replace("<html ", '<html dir="rtl" ', 1)
    assert [too_wide(small_phone, markup), too_wide(small_phone, turned)] == [[], []]
    assert not_mirrored(small_phone, markup, turned) == []


def not_mirrored(window: Page, markup: str, turned: str) -> list[str]:
    """The boxes of a page that do not stand as far from the right, when it is turned, as else from the left."""
    too_wide(window, markup)
    before = window.evaluate(FROM_THE_SIDES)
    too_wide(window, turned)
    after = window.evaluate(FROM_THE_SIDES)
    return [
        f"{name}: {left:.0f} from the left, {right:.0f} from the right"
        for (name, left, _), (_, _, right) in zip(before, after, strict=True)
        if abs(left - right) > 2
    ]


def test_what_does_not_turn_is_seen(small_phone: Page) -> None:
    markup = '<!doctype html><html lang="nb"><title>A</title><p style="margin-left: 4rem">Et avsnitt.</p>'
    turned = markup.replace("<html ", '<html dir="rtl" ', 1)
    assert not_mirrored(small_phone, markup, turned) == ["p.null: 72 from the left, 8 from the right"]


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
