"""Leads a Chromium of 2022 through a running Plass: `make old-engine` while `make run` runs (PORT as there).

Qt's web engine is the only such browser that comes as a package; it has an environment of its own (.cache/old-engine).
PICTURES=folder keeps what it shows.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from scripts.engines.walk import HEIGHT, LISTEN, WHAT_WAS_HEARD, WIDTH, StandsStill, Walk

os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu --no-first-run --disable-background-networking --disable-sync",
}
from PyQt6.QtCore import QEventLoop, QTimer, QUrl
from PyQt6.QtWebEngineWidgets import QWebEngineView
from PyQt6.QtWidgets import QApplication

ADDRESS = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
ENGINE = "Chrome/102."
LONGEST = 20_000  # milliseconds, for a page or an answer of it
SOON = 2_000  # milliseconds, for an answer that may be lost between two pages


class OldEngine:
    """One window of the old browser."""

    name = "Chromium 102"

    def __init__(self) -> None:
        self.view = QWebEngineView()
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()

    def go(self, path: str) -> None:
        """Open a page and wait until it is there."""
        self._wait(path, self.view.loadFinished.connect, lambda: self.view.load(QUrl(ADDRESS + path)))
        self.ask(LISTEN)

    def press(self, code: str, until: str) -> None:
        """Do something that is answered, and wait until an expression is so. Raise StandsStill if it never is."""
        self.ask(code)
        last_moment = time.monotonic() + LONGEST / 1000
        while not self._is_so(until):
            if time.monotonic() > last_moment:
                raise StandsStill(code)

    def ask(self, code: str) -> Any:
        """What an expression is on the page."""
        return self._wait(code, lambda answer: self.view.page().runJavaScript(code, answer))

    def picture(self, file: Path) -> None:
        """Keep what the window shows."""
        self.view.grab().save(str(file))

    def complaints(self) -> list[str]:
        """The errors of script that have come since it was last asked, but none from while the page came."""
        return list(self.ask(WHAT_WAS_HEARD))

    def _is_so(self, code: str) -> bool:
        self._wait("a moment", lambda note: QTimer.singleShot(100, note))
        whole = f"document.readyState === 'complete' && ({code})"
        with suppress(StandsStill):
            return bool(self._wait(code, lambda answer: self.view.page().runJavaScript(whole, answer), longest=SOON))
        return False

    def _wait(
        self,
        what: str,
        listen: Callable[..., object],
        begin: Callable[[], object] = lambda: None,
        longest: int = LONGEST,
    ) -> Any:
        loop, answers = QEventLoop(), []

        def note(answer: object = None) -> None:
            answers.append(answer)
            loop.quit()

        listen(note)
        begin()
        QTimer.singleShot(longest, loop.quit)
        if not answers:
            loop.exec()
        if not answers:
            raise StandsStill(what)
        return answers[0]


def main() -> int:
    """Walk, and tell of each page what is wrong with it; 1 if anything is."""
    application = QApplication(sys.argv[:1])
    window = OldEngine()
    window.go("/")
    if ENGINE not in window.ask("navigator.userAgent"):
        print(f"This is not {ENGINE}: {window.ask('navigator.userAgent')}")
        return 1
    walk = Walk(window)
    walk.is_able_to_fail()
    walk.everywhere()
    del window, application
    return int(not walk.good)


if __name__ == "__main__":
    code = 1
    try:
        code = main()
    except StandsStill as still:
        print(f"FAILED  the engine stands still at {still}", flush=True)
    os._exit(code)  # Qt waits for the engine, which may stand still
