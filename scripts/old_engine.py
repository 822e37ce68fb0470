"""Opens pages of a running Plass in a Chromium of 2022: `make old-engine` while `make run` runs (PORT as there).

Qt's web engine is the only such browser that comes as a package; it has an environment of its own (.cache/old-engine).
PICTURES=folder keeps what it shows.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

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
WIDTH, HEIGHT = 390, 844
LONGEST = 20_000  # milliseconds, for a page or an answer of it
PUBLIC = ("/", "/fremdrift", "/stillinger", "/virksomheter", "/logg-inn", "/min-side/kode", "/personvern", "/demo/")
OF_THE_YOUNG = ("/min-side/", "/min-side/om-meg", "/min-side/hvem-har-sett", "/min-side/alt")

SIGN_IN = """document.querySelector('form[action="/demo/logg-inn/kandidat"] button').click()"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MENU_HEIGHT = "document.querySelector('.site-menu').offsetHeight"
PRESS_MENU = "document.querySelector('.menu-fold > summary').click()"
SKIP_LINK = "document.querySelector('.ds-skip-link').offsetHeight"
FOCUS_SKIP_LINK = "document.querySelector('.ds-skip-link').focus()"
LINES = "getComputedStyle(document.querySelector('.site-header')).borderBottomWidth"
FIRST_PROPOSAL = "document.querySelector('main a[href*=\"/min-side/forslag/\"]').pathname"
IS_A_PAGE = "document.querySelectorAll('h1').length === 1 && !document.querySelector('.error-page')"


class StandsStill(Exception):
    """The engine does not answer in time."""


class Engine:
    """One window of the old browser."""

    def __init__(self) -> None:
        self.view = QWebEngineView()
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()

    def go(self, path: str) -> None:
        """Open a page and wait until it is there."""
        self._wait(path, self.view.loadFinished.connect, lambda: self.view.load(QUrl(ADDRESS + path)))

    def press_and_go(self, code: str) -> None:
        """Do something that leads to another page, and wait until that is there."""
        self._wait(code, self.view.loadFinished.connect, lambda: self.view.page().runJavaScript(code))

    def ask(self, code: str) -> Any:
        """What a piece of script answers on the page."""
        return self._wait(code, lambda answer: self.view.page().runJavaScript(code, answer))

    def _wait(self, what: str, listen: Callable[..., object], begin: Callable[[], object] = lambda: None) -> Any:
        loop, answers = QEventLoop(), []

        def note(answer: object = None) -> None:
            answers.append(answer)
            loop.quit()

        listen(note)
        begin()
        QTimer.singleShot(LONGEST, loop.quit)
        if not answers:
            loop.exec()
        if not answers:
            raise StandsStill(what)
        return answers[0]


def what_is_wrong(engine: Engine) -> list[str]:
    """All that the page before us does not keep."""
    wrong = []
    if (wider := engine.ask(WIDER)) > 0:
        wrong.append(f"{wider} px wider than the screen")
    if not engine.ask(IS_A_PAGE):
        wrong.append("not found")
    if engine.ask(MENU_HEIGHT) != 0:
        wrong.append("the menu stands open")
    engine.ask(PRESS_MENU)
    if engine.ask(MENU_HEIGHT) == 0:
        wrong.append("the menu does not open")
    if (wider := engine.ask(WIDER)) > 0:
        wrong.append(f"{wider} px wider than the screen with the menu open")
    engine.ask(PRESS_MENU)
    if engine.ask(MENU_HEIGHT) != 0:
        wrong.append("the menu does not close")
    if engine.ask(SKIP_LINK) > 1:
        wrong.append("the skip link is seen before it has focus")
    engine.ask(FOCUS_SKIP_LINK)
    if engine.ask(SKIP_LINK) <= 1:
        wrong.append("the skip link is not seen with focus")
    if engine.ask(LINES) != "1px":
        wrong.append("lines are not drawn")
    return wrong


def look_at(engine: Engine, path: str) -> bool:
    """Open a page and tell what is wrong with it; whether nothing is."""
    engine.go(path)
    wrong = what_is_wrong(engine)
    print(f"{'FAILED' if wrong else 'ok':8}{path}  {'; '.join(wrong)}", flush=True)
    if folder := os.environ.get("PICTURES"):
        engine.view.grab().save(f"{folder}/{path.strip('/').replace('/', '-') or 'front'}.png")
    return not wrong


def main() -> int:
    """Open every page and tell of each what is wrong with it; 1 if anything is."""
    application = QApplication(sys.argv[:1])
    engine = Engine()
    engine.go("/")
    if ENGINE not in engine.ask("navigator.userAgent"):
        print(f"This is not {ENGINE}: {engine.ask('navigator.userAgent')}")
        return 1
    good = [look_at(engine, path) for path in PUBLIC]
    engine.go("/demo/")
    engine.press_and_go(SIGN_IN)
    good += [look_at(engine, path) for path in OF_THE_YOUNG]
    engine.go("/min-side/")
    good.append(look_at(engine, engine.ask(FIRST_PROPOSAL)))
    del engine, application
    return int(not all(good))


if __name__ == "__main__":
    code = 1
    try:
        code = main()
    except StandsStill as still:
        print(f"FAILED  the engine stands still at {still}", flush=True)
    os._exit(code)  # Qt waits for the engine, which may stand still
