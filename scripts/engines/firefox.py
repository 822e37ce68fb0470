"""Firefox, which speaks WebDriver BiDi by itself: https://w3c.github.io/webdriver-bidi/."""

import base64
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from scripts.engines.driven import LONGEST, Driven, ended_afterwards, wait_until
from scripts.engines.walk import HEIGHT, WIDTH, StandsStill

# Bokmål, and scroll bars that take no room, as on a telephone.
PREFERENCES = """\
user_pref("intl.accept_languages", "nb");
user_pref("widget.gtk.overlay-scrollbars.enabled", true);
user_pref("ui.useOverlayScrollbars", 1);
"""
# The policy's refusals are no errors of script; said so, they are told of like those.
TELL_OF_POLICY = """() => document.addEventListener(
    "securitypolicyviolation", (seen) => console.error(`refused: ${seen.violatedDirective}`))"""


class Firefox(Driven):
    """A window of Firefox."""

    def __init__(self, address: str, socket: ClientConnection) -> None:
        super().__init__(address)
        self._socket = socket
        self._sent = 0
        self._heard: list[str] = []
        self.name = "Firefox " + self._call("session.new", capabilities={})["capabilities"]["browserVersion"]
        self._call("session.subscribe", events=["log.entryAdded"])
        self._call("script.addPreloadScript", functionDeclaration=TELL_OF_POLICY)
        # Nothing ever has focus in the window that Firefox itself opens first.
        self._window = self._call("browsingContext.create", type="window")["context"]
        size = {"width": WIDTH, "height": HEIGHT}
        self._call("browsingContext.setViewport", context=self._window, viewport=size)

    def go(self, path: str) -> None:
        """Open a page and wait until it is there."""
        self._call("browsingContext.navigate", context=self._window, url=self.address + path, wait="complete")

    def ask(self, code: str) -> Any:
        """What an expression is on the page."""
        answer = self._call(
            "script.evaluate",
            expression=f"JSON.stringify([{code}])",
            target={"context": self._window},
            awaitPromise=False,
        )
        if answer["type"] != "success":
            raise ValueError(f"{code}: {answer['exceptionDetails']['text']}")
        return json.loads(answer["result"]["value"])[0]

    def picture(self, file: Path) -> None:
        """Keep what the window shows."""
        shown = self._call("browsingContext.captureScreenshot", context=self._window)
        file.write_bytes(base64.b64decode(shown["data"]))

    def complaints(self) -> list[str]:
        """The errors of script that the engine has told of since it was last asked."""
        self.ask("0")  # what happened before this has been told before its answer
        heard, self._heard = self._heard, []
        return heard

    def _call(self, method: str, **params: object) -> Any:
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            try:
                told = json.loads(self._socket.recv(timeout=LONGEST))
            except TimeoutError:
                raise StandsStill(method) from None
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self._heard.append(told["params"]["text"])
            if told.get("id") == self._sent:
                if told["type"] == "error":
                    raise ValueError(f"{method}: {told['message']}")
                return told["result"]


@contextmanager
def firefox(address: str) -> Iterator[Firefox]:
    """A Firefox with nothing in it, gone afterwards.

    Raises:
        StandsStill: it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="plass-firefox-", ignore_cleanup_errors=True) as home:
        Path(home, "user.js").write_text(PREFERENCES, encoding="utf-8")
        program = shutil.which("firefox-esr") or shutil.which("firefox") or "firefox-esr"
        command = [program, "--headless", "--no-remote", "--profile", home, "--remote-debugging-port=0"]
        told = Path(home, "WebDriverBiDiServer.json")
        with ended_afterwards(command, os.environ | {"HOME": home}):
            wait_until(told.exists, program)
            where = json.loads(told.read_text(encoding="utf-8"))
            url = f"ws://{where['ws_host']}:{where['ws_port']}/session"
            with connect(url, max_size=None, open_timeout=LONGEST, proxy=None) as socket:
                yield Firefox(address, socket)
