"""No page is heavy, however much there is: what a hundred times the demo's rows weigh, for each of its people."""

import html
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from app.demo.people import PEOPLE
from ground.paging import ROWS_A_PAGE
from scripts.bench import NOBODY, STARTS, client_of, demo_in
from scripts.grow import grow
from tests.support.pages import parsed

TIMES = 100
HEAVIEST = 60 * 1024
PART = re.compile(r"vis=[\w-]+")
WHOLE = {"candidate.everything", "counsellor.candidate_edit", "county.edition"}
"""No lists: all that is kept of one person, one form with all that is asked of them, and an edition read whole."""
COUNTED_OUT = {"county.offices"}
"""There are as many as the county has, on one page."""
STILL_HEAVY = {"employer.assessment", "employer.assessment_plan", "employer.network"}
"""An action plan and the gatherings ahead stand whole on these, which nobody has by the hundred; may only shrink."""
LINK = re.compile(r'href="(/[^"#]*)"')


@pytest.mark.slow
def test_no_page_is_heavy_or_endless_at_a_hundred_times_the_demo(tmp_path: Path) -> None:
    app = demo_in(tmp_path)
    grow(tmp_path / "plass.sqlite", TIMES)
    heavy: dict[str, int] = {}
    endless: dict[str, int] = {}
    seen: set[str] = set()
    for persona in (NOBODY, *(person.key for person in PEOPLE)):
        for page, body in pages_of(app, client_of(app, persona)).items():
            seen.add(page)
            if len(body) >= HEAVIEST and page not in WHOLE:
                heavy[f"{persona} {page}"] = len(body)
            longest = max((len(one.select(".entry")) for one in parsed(body.decode()).select(".entries")), default=0)
            if longest > ROWS_A_PAGE:
                endless[f"{persona} {page}"] = longest
    assert {page for page in heavy if page.split(" ")[1] not in STILL_HEAVY} == set(), heavy
    assert {page for page in endless if page.split(" ")[1] not in STILL_HEAVY | COUNTED_OUT} == set(), endless
    assert {page.split(" ")[1] for page in heavy} == STILL_HEAVY, "one is mended: take it off the list"
    assert {"counsellor.openings", "counsellor.office", "counsellor.placements_list", "public.certified"} <= seen
    assert any(page.startswith("counsellor.candidate_openings vis=ikke-na") for page in seen)


def pages_of(app: Flask, client: FlaskClient) -> dict[str, bytes]:
    """One of each page, and of each part of a list (`?vis=`), that links lead to from where the reader begins."""
    found: dict[str, bytes] = {}
    tried: set[str] = set()
    waiting, addresses = list(STARTS), app.url_map.bind("localhost")
    while waiting:
        address = waiting.pop(0)
        if address in tried:
            continue
        tried.add(address)
        path, _, query = address.partition("?")
        try:
            endpoint, _values = addresses.match(path, method="GET")
        except (HTTPException, RequestRedirect):  # a form's address, or another site's
            continue
        part = PART.search(query)
        page = f"{endpoint} {part.group()}" if part else endpoint
        if page in found or endpoint == "static" or endpoint.endswith(("_pdf", "_file")):
            continue
        answer = client.get(address)
        if answer.status_code == 302:
            waiting.append(answer.location)
        elif answer.status_code == 200 and answer.mimetype == "text/html":
            found[page] = answer.data
            waiting += [html.unescape(link) for link in LINK.findall(answer.text)]
    return found
