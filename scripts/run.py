"""Starts Plass on this machine: newest database, demo data, web server and scheduler; Ctrl-C stops both."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from pydantic import ValidationError

if TYPE_CHECKING:
    from config import Settings

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
READY_WITHIN = 60.0  # seconds
STOPPED_WITHIN = 10.0  # seconds; then it is killed


class CannotRun(Exception):
    """Plass cannot start or go on; the message says why, for the person at the terminal."""


class StopAsked(Exception):
    """Ctrl-C was pressed, or the system asked this process to end."""


@dataclass(frozen=True)
class Part:
    """One of the processes that make up a running Plass."""

    name: str
    process: subprocess.Popen[bytes]


def main() -> int:
    """Run until asked to stop (0) or until something fails (1)."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _ask_to_stop)
    os.chdir(ROOT)
    os.environ.setdefault("PLASS_LOG_LEVEL", "WARNING")  # the terminal is for people
    try:
        settings = read_settings()
        check_port_is_free(settings.port)
        people = prepare()
        with running(settings) as parts:
            wait_until_ready(settings.port, parts)
            print(greeting(settings, people), flush=True)
            watch(parts)
    except StopAsked:
        return 0
    except CannotRun as error:
        print(f"\n{error}", file=sys.stderr, flush=True)
        return 1
    return 0


def _ask_to_stop(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # one asking is enough; stopping is under way
    raise StopAsked


def read_settings() -> "Settings":
    """Read the settings from the environment.

    Raises:
        CannotRun: one of them is missing or wrong.
    """
    sys.path.insert(0, str(ROOT))
    from config import Settings

    try:
        return Settings()
    except ValidationError as error:
        reasons = [" ".join([*map(str, each["loc"]), each["msg"]]) for each in error.errors()]
        lines = ["Plass cannot start with these settings:", *reasons]
        raise CannotRun("\n  ".join(lines).replace("Value error, ", "")) from error


def check_port_is_free(port: int) -> None:
    """Raise CannotRun when something else listens already: found out before anything is started."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            other = port + 1 if port < 65535 else 8000
            raise CannotRun(
                f"Port {port} on {HOST} cannot be used: {error.strerror}.\n"
                f"Stop what runs there, or choose another port: make run PORT={other}"
            ) from error


def prepare() -> str:
    """Bring the database to the newest migration and load the demo; what is printed tells who can sign in.

    All in one process: each would load Plass for itself, which takes longer than what it does.

    Raises:
        CannotRun: it failed; with its complaints.
    """
    print("Preparing the database ...", flush=True)
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "prepare"]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        complaints = (result.stderr or result.stdout).strip()
        raise CannotRun(f"{complaints}\n\n`flask prepare` failed, so Plass was not started.")
    return result.stdout.strip()


@contextmanager
def running(settings: "Settings") -> Iterator[list[Part]]:
    """The web server and the scheduler, both stopped when the block is left for whatever reason."""
    web = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    web += ["--bind", f"{HOST}:{settings.port}", "--graceful-timeout", "5"]
    parts: list[Part] = []
    try:
        parts.append(start("web server", web))
        parts.append(start("scheduler", [sys.executable, "-m", "app.scheduler"]))
        yield parts
    finally:
        stop(parts)


def start(name: str, command: list[str]) -> Part:
    """Start one process, out of reach of the terminal's Ctrl-C: we stop it ourselves and quietly."""
    return Part(name, subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True))


def stop(parts: list[Part]) -> None:
    """Ask every part to end, and kill what has not ended in time."""
    for part in parts:
        if part.process.poll() is None:
            part.process.terminate()
    last_moment = time.monotonic() + STOPPED_WITHIN
    for part in parts:
        try:
            part.process.wait(timeout=max(0.0, last_moment - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(part.process.pid, signal.SIGKILL)
            part.process.wait()


def wait_until_ready(port: int, parts: list[Part]) -> None:
    """Return when /readyz answers 200. Raise CannotRun when a part ends, or when it takes too long."""
    last_moment = time.monotonic() + READY_WITHIN
    while not is_ready(port):
        check_all_alive(parts)
        if time.monotonic() > last_moment:
            raise CannotRun(f"Plass did not get ready within {READY_WITHIN:.0f} seconds.")
        time.sleep(0.1)


def is_ready(port: int) -> bool:
    """Whether the web server answers and has a migrated database."""
    connection = HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def watch(parts: list[Part]) -> None:
    """Look after the parts for as long as all of them live; then raise CannotRun."""
    while True:
        check_all_alive(parts)
        time.sleep(0.5)


def check_all_alive(parts: list[Part]) -> None:
    """Raise CannotRun when one of the processes has ended: none is of use alone."""
    for part in parts:
        code = part.process.poll()
        if code is not None:
            how = f"by signal {-code}" if code < 0 else f"with code {code}"
            raise CannotRun(f"The {part.name} ended by itself ({how}), so Plass was stopped.")


def greeting(settings: "Settings", people: str) -> str:
    """The block that tells where Plass is and, in the demo, who can sign in."""
    who = [people, ""] if people else []
    return "\n".join(["", f"Plass runs at {settings.address}", "", *who, "Ctrl-C stops it."])


if __name__ == "__main__":
    sys.exit(main())
