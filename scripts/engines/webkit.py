"""WebKitGTK, near to what every browser on an iPhone is, through its WebDriver and on a screen in memory."""

import base64
import json
import os
import select
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from scripts.engines.driven import LONGEST, Driven, ended_afterwards, free_port, wait_until
from scripts.engines.walk import HEIGHT, LISTEN, WHAT_WAS_HEARD, WIDTH, StandsStill

OPTIONS = {"args": ["--automation", "--full-screen"]}  # without its bars the window is all page


class WebKit(Driven):
    """A window of WebKit as large as the screen, which is as large as a telephone's."""

    def __init__(self, address: str, port: int) -> None:
        super().__init__(address)
        self._port = port
        self._session = ""
        begun = self._call("POST", "/session", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": OPTIONS}})
        self._session = f"/session/{begun['sessionId']}"
        self.name = f"WebKitGTK {begun['capabilities']['browserVersion']}"
        self._call("POST", "/window/rect", x=0, y=0, width=WIDTH, height=HEIGHT)
        wait_until(lambda: self.ask("[innerWidth, innerHeight]") == [WIDTH, HEIGHT], "a window as large as the screen")

    def go(self, path: str) -> None:
        """Open a page and wait until it is there."""
        self._call("POST", "/url", url=self.address + path)
        self.ask(LISTEN)

    def ask(self, code: str) -> Any:
        """What an expression is on the page."""
        return self._call("POST", "/execute/sync", script=f"return {code}", args=[])

    def picture(self, file: Path) -> None:
        """Keep what the window shows."""
        file.write_bytes(base64.b64decode(self._call("GET", "/screenshot")))

    def complaints(self) -> list[str]:
        """The errors of script that have come since it was last asked, but none from while the page came."""
        return list(self.ask(WHAT_WAS_HEARD))

    def _call(self, method: str, path: str, **params: object) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=LONGEST)
        try:
            connection.request(method, self._session + path, json.dumps(params) if method == "POST" else None)
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        except (OSError, HTTPException) as error:
            raise StandsStill(f"{path} ({error})") from error
        finally:
            connection.close()
        if answer.status != HTTPStatus.OK:
            raise ValueError(f"{path}: {value['message']}")
        return value


@contextmanager
def webkit(address: str) -> Iterator[WebKit]:
    """A WebKit with nothing in it, gone afterwards.

    Raises:
        StandsStill: it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="plass-webkit-", ignore_cleanup_errors=True) as home, screen() as display:
        port = free_port()
        # Without a language of the system's, pages come in their own.
        environment = os.environ | {"DISPLAY": display, "HOME": home, "LANG": "C.UTF-8", "GDK_BACKEND": "x11"}
        with ended_afterwards(["WebKitWebDriver", f"--port={port}"], environment):
            wait_until(lambda: _listens(port), "WebKitWebDriver")
            yield WebKit(address, port)


@contextmanager
def screen() -> Iterator[str]:
    """A screen in memory; what is given is its name."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with ended_afterwards(command, os.environ, pass_fds=(writing,)):
        os.close(writing)
        try:
            yield f":{_whole_line(reading)}"
        finally:
            os.close(reading)


def _whole_line(reading: int) -> str:
    """What Xvfb writes when it is ready, in two pieces; it ends if nobody reads the second."""
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], LONGEST)
        piece = os.read(reading, 16) if ready else b""
        if not piece:
            raise StandsStill("Xvfb")
        line += piece
    return line.decode().strip()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
