"""What the processes of an installation load and hold open, each tried in a process of its own."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from config import ROOT
from tests.factories.certificates import certificate_of
from tests.factories.register import verified_organisation

LOADED = """
import sys, app.scheduler, wsgi
from app.kernel.database import db
with wsgi.app.app_context():
    print("weasyprint" in sys.modules, db.engine.pool.checkedin(), db.engine.pool.checkedout())
"""

PRINTED = """
from concurrent.futures import ThreadPoolExecutor
from time import sleep
import wsgi
from app.certificates.document import STYLE
from app.kernel.pdf import PrinterBusy, write_pdf

def print_one(number):
    sheet = f"<!doctype html><html lang=nb><title>Ark</title><body class=padriver><h2>Ark {number}</h2><p>æøå ŋ</p>"
    with wsgi.app.app_context():
        while True:
            try:
                return write_pdf(sheet, STYLE)
            except PrinterBusy:
                sleep(0.01)

with ThreadPoolExecutor(8) as threads:
    print(len(set(threads.map(print_one, range(40)))))
"""

OWN_WAY = """
wsgi_app, worker_class, threads = "wsgi:app", "gthread", 4
control_socket_disable = True
"""
"""What an installation may do instead of our `gunicorn.conf.py`: load Plass in each worker."""


def surroundings(database: str, folder: Path) -> dict[str, str]:
    """The environment of an installation on this database."""
    own = {"DATABASE_URL": database, "PLASS_DATA_FOLDER": str(folder), "PLASS_DEMO": "1", "WEB_CONCURRENCY": "1"}
    return os.environ | own


@contextmanager
def web_server(environment: dict[str, str], *options: str) -> Iterator[HTTPConnection]:
    """A visitor of gunicorn, started as README says; it and its workers must end well when they are asked to."""
    with socket.create_server(("127.0.0.1", 0)) as door:  # who knocks before the server is there, waits
        command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{door.fileno()}", *options]
        server = subprocess.Popen(  # noqa: S603  # our own words only
            command, cwd=ROOT, env=environment, pass_fds=[door.fileno()], stderr=subprocess.PIPE, text=True
        )
        visitor = HTTPConnection("127.0.0.1", door.getsockname()[1], timeout=120)
        try:
            yield visitor
        finally:
            visitor.close()
            server.terminate()
            _, told = server.communicate(timeout=120)
    assert server.returncode == 0, told
    assert not re.search(r"Worker .* was sent SIG(?!TERM)", told), told


def test_commands_and_the_scheduler_load_no_weasyprint_and_loading_opens_no_connection(tmp_path: Path) -> None:
    environment = surroundings(f"sqlite:///{tmp_path / 'plass.sqlite'}", tmp_path)
    told = subprocess.run(  # noqa: S603  # our own words only
        [sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == ["False", "0", "0"]


def test_a_scheduler_that_is_asked_to_stop_more_than_once_stops_once_and_well(session: Session, tmp_path: Path) -> None:
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    environment = surroundings(engine.url.render_as_string(hide_password=False), tmp_path)
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "app.scheduler"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert scheduler.stdout is not None
    assert any("scheduler_started" in line for line in scheduler.stdout)
    for _ in range(3):
        scheduler.terminate()
    told, _ = scheduler.communicate(timeout=120)
    assert (scheduler.returncode, "Traceback" in told) == (0, False), told


@pytest.mark.parametrize("own_way", [None, OWN_WAY])
def test_a_worker_can_print_and_ends_well_whether_all_was_loaded_before_it_was_forked_or_not(
    session: Session, tmp_path: Path, own_way: str | None
) -> None:
    code = certificate_of(session, verified_organisation(session)).code
    session.commit()
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    environment = surroundings(engine.url.render_as_string(hide_password=False), tmp_path)
    options = []
    if own_way is not None:
        (tmp_path / "own.conf.py").write_text(own_way, encoding="utf-8")
        options = ["--config", str(tmp_path / "own.conf.py")]
    with web_server(environment, *options) as visitor:
        visitor.request("GET", f"/s/{code}/sertifikat.pdf")
        answer = visitor.getresponse()
        assert (answer.status, answer.read(5)) == (200, b"%PDF-")


def test_eight_threads_that_print_forty_pdfs_do_not_end_the_process(tmp_path: Path) -> None:
    environment = surroundings(f"sqlite:///{tmp_path / 'plass.sqlite'}", tmp_path)
    child = subprocess.run(  # noqa: S603  # our own words only
        [sys.executable, "-X", "faulthandler", "-c", PRINTED],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (child.returncode, child.stdout.strip()) == (0, "40"), child.stderr
