"""What a page asks of the database does not depend on how long the lists of its reader are."""

import re
import sys
from dataclasses import dataclass
from types import FrameType
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.kernel.database import db
from ground.paging import one_page
from tests.factories.grown import County, grown
from tests.support.database import empty_all_tables
from tests.support.statements import Statements
from tests.support.visits import visits

TIMES = 10
MOST_TIMES_AS_LONG = 4
"""A page is short of things at first and full of them at ten times the data; longer than this, and it has no end."""
WHOLE = {"GET candidate.everything_pdf", "GET candidate.export", "GET county.jobs_csv", "GET county.jobs_excel"}
"""Files that hold all of something."""
LAST_ORDER = re.compile(r"ORDER BY ((?:(?!ORDER BY).)*?)\s+LIMIT \S+ OFFSET \S+\s*$", re.DOTALL)


@dataclass(frozen=True)
class Cost:
    """What a page costs: its statements, and its length in bytes."""

    statements: int
    size: int


@pytest.mark.slow
def test_a_page_costs_the_same_at_ten_times_the_data(app: Flask, session: Session) -> None:
    with app.app_context():
        orders = orders_of_pages(db.engine)
    small = costs_of_pages(app, session, grown(session, 1))
    session.close()
    with app.app_context():
        empty_all_tables(db.engine)
    large = costs_of_pages(app, session, grown(session, TIMES))

    assert large.keys() == small.keys()
    assert len(small) > 100  # the pages were there to be counted
    few, many = ({page: cost.statements for page, cost in costs.items()} for costs in (small, large))
    assert {page: (few[page], many[page]) for page in few if many[page] > few[page]} == {}
    short, long = ({page: cost.size for page, cost in costs.items()} for costs in (small, large))
    grows = {page for page in short if long[page] > MOST_TIMES_AS_LONG * short[page]}
    assert {page: (short[page], long[page]) for page in grows - WHOLE} == {}
    assert orders
    assert {order for order in orders if not re.search(r"\bid( DESC)?$", order)} == set()


def orders_of_pages(engine: Engine) -> set[str]:
    """By what the lists that are read page by page are sorted; filled while pages are opened.

    The last of it must be an id: what is alike in all else may come in another order the next time, and then stands
    on two pages or on none.
    """
    found: set[str] = set()

    def sent(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        order = LAST_ORDER.search(statement)
        if order is not None and is_for_a_page():
            found.add(order.group(1))

    event.listen(engine, "before_cursor_execute", sent)
    return found


def is_for_a_page() -> bool:
    """Whether the statement that is sent just now is for a list that is read page by page."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code is one_page.__code__:
            return True
        frame = frame.f_back
    return False


def costs_of_pages(app: Flask, session: Session, county: County) -> dict[str, Cost]:
    """The cost of every page that somebody can open with things of their own; the most, if several can."""
    counted: Statements = app.extensions["statements"]
    found: dict[str, Cost] = {}
    for visit in visits(app, session, county):
        page = f"GET {visit.endpoint}"
        before = found.get(page, Cost(0, 0))
        found[page] = Cost(max(before.statements, counted.count), max(before.size, len(visit.answer.data)))
    counted.told()  # a county is more than the budget of one page is set for
    return found
