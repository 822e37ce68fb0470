"""Measures the pages of every persona on the demo, at its own size and grown: `make bench` (SIZES=1,10,100 QUICK=1).

Times differ between machines; what compares is the ratio to a bare page of the same run, and the number of statements.
The figures of the count are measured for themselves too, on a demo with so many events (EVENTS=415,9130,98770): a look
at them costs the same whatever there is. With ONLY=figures they alone are, and the other rows stay as they were.
"""

import json
import os
import re
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import select
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from app.demo.loading import load_once
from app.demo.people import PEOPLE
from app.factory import create_app
from app.kernel.context import now, today
from app.kernel.database import db, session
from app.progress.current import KEPT_AS
from config import ROOT, Settings
from ground.act import Act
from register.people.models import User
from register.sign_in.sessions import open_session
from scripts.grow import grow, grow_events
from tests.support.statements import Statements

LATEST = ROOT / "bench" / "latest.json"
BARE = "/healthz"
NOBODY = ""
STARTS = ("/", "/hjem", "/healthz")
LEFT_OUT = {"static", "auth.sign_in", "public.certificate_file"}
"""What is no page of ours to make quicker: files, and a PDF that WeasyPrint draws."""
FIGURES = {
    "programleder": ("/fylket/", "/fylket/jobber"),
    "": ("/", "/fremdrift", "/api/v1/fremdrift", "/api/v1/fremdrift.csv"),
}
"""Where the figures are shown, and to whom."""
COUNTED_ANEW = "counted anew"
MOST_SECONDS = 3.0  # for one page, so that a slow one does not hold up the rest
WORST = 25


@dataclass(frozen=True)
class Measured:
    """What one page took for one persona at one size; `ratio` is to the bare page at the same moment.

    `events` is how many the count had, where it is the figures that are measured.
    """

    size: int
    persona: str
    page: str
    p50_ms: float
    ratio: float
    statements: int
    events: int | None = None


def main() -> int:
    """Measure at each size, keep the whole table and show its worst rows."""
    sizes = [int(size) for size in os.environ.get("SIZES", "1,10,100").split(",")]
    times = 3 if os.environ.get("QUICK") else 15
    only_figures = os.environ.get("ONLY") == "figures"
    measured: list[Measured] = []
    for size in [] if only_figures else sizes:
        with tempfile.TemporaryDirectory() as folder:
            measured += measure(Path(folder), size, times)
    figures: list[Measured] = []
    for events in [int(number) for number in os.environ.get("EVENTS", "415,9130,98770").split(",")]:
        with tempfile.TemporaryDirectory() as folder:
            figures += measure_figures(Path(folder), events, times)
    LATEST.parent.mkdir(exist_ok=True)
    pages = kept_pages() if only_figures else [asdict(one) for one in measured]
    rows = [*pages, *(asdict(one) for one in figures)]
    LATEST.write_text(json.dumps(rows, indent=0) + "\n", encoding="utf-8")
    if measured:
        show(measured, sizes)
    show_figures(figures)
    return 0


def kept_pages() -> list[dict[str, object]]:
    """The rows of the pages as they were measured last."""
    rows = json.loads(LATEST.read_text(encoding="utf-8")) if LATEST.exists() else []
    return [row for row in rows if row.get("events") is None]


def measure_figures(folder: Path, events: int, times: int) -> list[Measured]:
    """The figures on a demo with so many events: what a look takes when they are kept, and what counting them anew."""
    app = demo_in(folder)
    grow_events(folder / "plass.sqlite", events)
    with app.app_context():
        counted = Statements(app, db.engine)
    found: list[Measured] = []
    for persona, addresses in FIGURES.items():
        reader = client_of(app, persona)
        for address in addresses:
            reader.get(address)
            ms, bare = p50_of(reader, address, times)
            found.append(Measured(1, persona, address, round(ms, 1), round(ms / bare, 1), counted.count, events))
    client = client_of(app, NOBODY)
    anew, bare = [], ms_of(client, BARE)
    for _ in range(3):
        app.extensions.pop(KEPT_AS)
        anew.append(ms_of(client, FIGURES[NOBODY][-1]))
    ms = median(anew)
    return [*found, Measured(1, NOBODY, COUNTED_ANEW, round(ms, 1), round(ms / bare, 1), counted.count, events)]


def demo_in(folder: Path) -> Flask:
    """Plass with the demo, in a folder."""
    app = create_app(Settings(data_folder=folder, database_url="", demo=True, log_level="WARNING"))
    with app.app_context():
        upgrade()
        load_once(session(), today=today())
        session().commit()
    return app


def measure(folder: Path, size: int, times: int) -> list[Measured]:
    """The pages on a database of its own."""
    app = demo_in(folder)
    grow(folder / "plass.sqlite", size)
    with app.app_context():
        counted = Statements(app, db.engine)
    found: dict[tuple[str, str], Measured] = {}
    for persona in (NOBODY, *(person.key for person in PEOPLE)):
        client = client_of(app, persona)
        for page, address in pages_from(app, client).items():
            if (NOBODY, page) in found:  # a page for everyone is measured once
                continue
            ms, bare = p50_of(client, address, times)
            found[persona, page] = Measured(size, persona, page, round(ms, 1), round(ms / bare, 1), counted.count)
    return list(found.values())


def client_of(app: Flask, persona: str) -> FlaskClient:
    """A browser signed in as a person of the demo, or nobody's."""
    client = app.test_client()
    if persona != NOBODY:
        email = next(person.email for person in PEOPLE if person.key == persona)
        with app.app_context():
            user = session().scalars(select(User).where(User.email == email)).one()
            token = open_session(Act(session(), None, now()), user=user)
            session().commit()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
    return client


def pages_from(app: Flask, client: FlaskClient) -> dict[str, str]:
    """One address of each page that links lead to from the first page, as the reader comes to them."""
    found: dict[str, str] = {}
    waiting, addresses = list(STARTS), app.url_map.bind("localhost")
    while waiting:
        address = waiting.pop(0)
        try:
            endpoint, _ = addresses.match(address.partition("?")[0], method="GET")
        except (HTTPException, RequestRedirect):  # a form's address, or another site's
            continue
        if endpoint in found or endpoint in LEFT_OUT:
            continue
        answer = client.get(address)
        if answer.status_code == 302:
            waiting.append(answer.location)
        elif answer.status_code == 200:
            found[endpoint] = address
            if answer.mimetype == "text/html":  # files have no links to follow
                waiting += re.findall(r'href="(/[^"#]*)"', answer.text)
    return found


def p50_of(client: FlaskClient, address: str, times: int) -> tuple[float, float]:
    """The medians in milliseconds of a page that has been opened before, and of the bare page in turn with it."""
    taken: list[float] = []
    bare: list[float] = []
    while len(taken) < times and sum(taken) < MOST_SECONDS * 1000:
        bare.append(ms_of(client, BARE))
        taken.append(ms_of(client, address))
    return median(taken), median(bare)


def ms_of(client: FlaskClient, address: str) -> float:
    """How long one request takes."""
    begin = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - begin) * 1000


def show(measured: list[Measured], sizes: list[int]) -> None:
    """The slowest pages at the largest size, with each size beside the other."""
    by_page = {(one.persona, one.page, one.size): one for one in measured}
    last = sorted((one for one in measured if one.size == sizes[-1]), key=lambda one: -one.ratio)
    print(f"{'':<45}" + "".join(f"{f'x{size}: ms':>12}{'ratio':>8}{'statem.':>8}" for size in sizes))
    for row in last[:WORST]:
        found = (by_page.get((row.persona, row.page, size)) for size in sizes)
        cells = (f"{one.p50_ms:>12}{one.ratio:>8}{one.statements:>8}" if one else " " * 28 for one in found)
        print(f"{row.persona + ' ' + row.page:<45}" + "".join(cells))
    print(f"All rows: {LATEST.relative_to(ROOT)}. The ratio is to {BARE}, opened in turn with the page.")


def show_figures(figures: list[Measured]) -> None:
    """What a look at the figures takes, with few events beside many."""
    sizes = list(dict.fromkeys(one.events for one in figures))
    print(f"\n{'':<45}" + "".join(f"{f'{size} events: ms':>20}{'ratio':>8}{'statem.':>8}" for size in sizes))
    for name in dict.fromkeys(f"{one.persona} {one.page}" for one in figures):
        row = [one for one in figures if f"{one.persona} {one.page}" == name]
        print(f"{name:<45}" + "".join(f"{one.p50_ms:>20}{one.ratio:>8}{one.statements:>8}" for one in row))


if __name__ == "__main__":
    sys.exit(main())
