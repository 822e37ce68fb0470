"""What every engine is led through, and what each page must keep there: 390 px wide, as on a telephone.

Uses the standard library alone: the Chromium of 2022 has an environment of its own.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

WIDTH, HEIGHT = 390, 844
PUBLIC = (
    "/",
    "/fremdrift",
    "/stillinger",
    "/virksomheter",
    "/sjekk",
    "/logg-inn",
    "/min-side/kode",
    "/personvern",
    "/demo/",
)
OF_THE_YOUNG = ("/min-side/", "/min-side/om-meg", "/min-side/hvem-har-sett", "/min-side/alt")

# Each is one expression, so that it can be asked in every protocol.
SIGN_IN = """document.querySelector('form[action="/demo/logg-inn/kandidat"] button').click()"""
SIGN_OUT = """document.querySelector('form[action="/logg-ut"]')"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MENU_HEIGHT = "document.querySelector('.site-menu').offsetHeight"
PRESS_MENU = "[...document.querySelectorAll('.site-header .menu-button')].find(one => one.offsetHeight).click()"
SKIP_LINK = "document.querySelector('.ds-skip-link').offsetHeight"
FOCUS_SKIP_LINK = "document.querySelector('.ds-skip-link').focus()"
LINES = "getComputedStyle(document.querySelector('.site-header')).borderBottomWidth"
IS_A_PAGE = "document.querySelectorAll('h1').length === 1 && !document.querySelector('.error-page')"
ADDRESS_OF_PROPOSAL = "document.querySelector('main a[href*=\"/min-side/forslag/\"]').pathname"
TAKE_BACK = """document.querySelector('form[action$="/angre"]')"""
ERROR = "!!document.querySelector('main [role=alert]')"
FORM = "main form"
PLANT_WIDE = "document.body.appendChild(document.createElement('hr')).style.width = '900px'"
PLANT_ERROR = "void setTimeout(() => { throw new Error('planted') })"

# For an engine that does not tell what script complains of: the page is listened to from when it has come.
LISTEN = """(window.heard = [],
    addEventListener('error', seen => heard.push(seen.message)),
    addEventListener('unhandledrejection', seen => heard.push(String(seen.reason))),
    document.addEventListener('securitypolicyviolation', seen => heard.push(`refused: ${seen.violatedDirective}`)))"""
WHAT_WAS_HEARD = "(window.heard ?? []).splice(0)"


class StandsStill(Exception):
    """The engine does not answer in time."""


class Window(Protocol):
    """One window of an engine, as large as a telephone's."""

    name: str
    """The engine, and its version."""

    def go(self, path: str) -> None:
        """Open a page and wait until it is there."""

    def press(self, code: str, until: str) -> None:
        """Do something that is answered, and wait until an expression is so. Raise StandsStill if it never is."""

    def ask(self, code: str) -> Any:
        """What an expression is on the page."""

    def picture(self, file: Path) -> None:
        """Keep what the window shows."""

    def complaints(self) -> list[str]:
        """The errors of script that the engine has told of since it was last asked."""


def what_is_wrong(window: Window) -> Iterator[str]:
    """All that the page before us does not keep."""
    if (wider := window.ask(WIDER)) > 0:
        yield f"{wider} px wider than the screen"
    if not window.ask(IS_A_PAGE):
        yield "not found"
    yield from _wrong_with_the_menu(window)
    if window.ask(SKIP_LINK) > 1:
        yield "the skip link is seen before it has focus"
    window.ask(FOCUS_SKIP_LINK)
    if window.ask(SKIP_LINK) <= 1:
        yield "the skip link is not seen with focus"
    if window.ask(LINES) != "1px":
        yield "lines are not drawn"
    for complaint in window.complaints():
        yield f"error of script: {complaint}"


def _wrong_with_the_menu(window: Window) -> Iterator[str]:
    if window.ask(MENU_HEIGHT) != 0:
        yield "the menu stands open"
    window.ask(PRESS_MENU)
    if window.ask(MENU_HEIGHT) == 0:
        yield "the menu does not open"
    if (wider := window.ask(WIDER)) > 0:
        yield f"{wider} px wider than the screen with the menu open"
    window.ask(PRESS_MENU)
    if window.ask(MENU_HEIGHT) != 0:
        yield "the menu does not close"


class Walk:
    """Leads one window through Plass, says what is found, and remembers whether anything was wrong."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.good = True

    def look_at(self, path: str) -> None:
        """Open a page and tell what is wrong with it."""
        self.window.go(path)
        shown = path.strip("/").replace("/", "-") or "front"
        if folder := os.environ.get("PICTURES"):
            engine = self.window.name.split()[0].lower()
            self.window.picture(Path(folder) / f"{engine}-{shown}.png")
        self.tell(path, list(what_is_wrong(self.window)))

    def send(self, what: str, form: str, fields: dict[str, str], answer: str) -> None:
        """Fill in a form of the page before us, press its button, and see that its answer comes."""
        for name, value in fields.items():
            self.window.ask(f"document.querySelector('{form} [name={name}]').value = '{value}'")
        try:
            self.window.press(f"document.querySelector('{form} [type=submit]').click()", answer)
        except StandsStill:
            self.tell(what, [f"no answer to what was sent, at {self.window.ask('location.pathname')}"])
        else:
            self.tell(what, self.window.complaints())

    def is_able_to_fail(self) -> None:
        """Plant what must be found, and see that it is: an element that is too wide, and an error of script."""
        self.window.go("/")
        self.window.ask(PLANT_WIDE)
        self.window.ask(PLANT_ERROR)
        found = "; ".join(what_is_wrong(self.window))
        missed = [each for each in ("px wider than the screen", "error of script") if each not in found]
        self.tell("what is planted is found", [f"not found: {each}" for each in missed])

    def come_in(self, code: str, birth_date: str) -> None:
        """The first sign-in of a young person: the code from the counsellor, then a PIN of one's own."""
        self.window.go("/min-side/kode")
        self.send("a code", FORM, {"code": code}, "!!document.querySelector('[name=birth_date]')")
        first = {"birth_date": birth_date, "pin": "482917"}
        self.send("a first PIN", FORM, first, "location.pathname === '/min-side/egen-telefon'")
        self.window.ask("document.querySelector('[name=own][value=yes]').click()")
        self.send("one's own telephone", FORM, {}, "location.pathname === '/min-side/'")
        self.look_at("/min-side/telefoner")
        self.window.press(f"{SIGN_OUT}.querySelector('button').click()", f"!{SIGN_OUT}")
        self.window.go("/min-side/inn")
        self.send("the PIN alone", FORM, {"pin": first["pin"]}, "location.pathname === '/min-side/'")

    def say_yes(self) -> None:
        """Answer the proposal that waits, as the one who is signed in."""
        self.window.go("/min-side/")
        self.window.go(self.window.ask(ADDRESS_OF_PROPOSAL))
        self.send("a yes to a proposal", 'form[action$="/ja"]', {}, f"!!{TAKE_BACK}")
        self.tell("the page after the yes", list(what_is_wrong(self.window)))

    def tell(self, what: str, wrong: list[str]) -> None:
        """Say how it went."""
        self.good = self.good and not wrong
        print(f"{'FAILED' if wrong else 'ok':8}{what}  {'; '.join(wrong)}", flush=True)

    def everywhere(self) -> None:
        """Pages for everybody with their forms, then the young person's; nothing is changed."""
        for path in PUBLIC:
            self.look_at(path)
        self.window.go("/stillinger")
        self.send(
            "a search for a job",
            'form[action="/stillinger"]',
            {"q": "lager"},
            "location.search.includes('q=lager') && !!document.querySelector('main [href*=\"/stillinger/\"]')",
        )
        self.window.go("/sjekk")
        self.send("a certificate checked", ".check-form", {"nr": "999999999"}, "!!document.querySelector('#svar')")
        self.window.go("/min-side/kode")
        self.send("a code that nobody has", FORM, {"code": "AAAA-AAAA"}, ERROR)
        self.window.go("/demo/")
        self.window.press(SIGN_IN, "location.pathname === '/min-side/'")
        for path in OF_THE_YOUNG:
            self.look_at(path)
        self.window.go("/min-side/")
        self.look_at(self.window.ask(ADDRESS_OF_PROPOSAL))
