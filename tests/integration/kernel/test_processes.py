"""What the processes of an installation load and hold open, each tried in a process of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

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


def surroundings(database: str, folder: Path) -> dict[str, str]:
    """The environment of an installation on this database."""
    own = {"DATABASE_URL": database, "PLASS_DATA_FOLDER": str(folder), "PLASS_DEMO": "1", "WEB_CONCURRENCY": "1"}
    return os.environ | own


@contextmanager
def web_server(environment: dict[str, str]) -> Iterator[HTTPConnection]:
    """A visitor of gunicorn, started as README says; it must end well when it is asked to."""
    with socket.create_server(("127.0.0.1", 0)) as door:  # who knocks before the server is there, waits
        command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{door.fileno()}"]
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


def test_commands_and_the_scheduler_load_no_weasyprint_and_loading_opens_no_connection(tmp_path: Path) -> None:
    environment = surroundings(f"sqlite:///{tmp_path / 'plass.sqlite'}", tmp_path)
    told = subprocess.run(  # noqa: S603  # our own words only
        [sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == ["False", "0", "0"]


def test_a_worker_that_was_forked_from_what_was_loaded_can_print(session: Session, tmp_path: Path) -> None:
    code = certificate_of(session, verified_organisation(session)).code
    session.commit()
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    with web_server(surroundings(engine.url.render_as_string(hide_password=False), tmp_path)) as visitor:
        visitor.request("GET", f"/s/{code}/sertifikat.pdf")
        answer = visitor.getresponse()
        assert (answer.status, answer.read(5)) == (200, b"%PDF-")
