"""A persona walks from the first screen, presses every button on every page, and meets no wall.

A wall is an answer that says no to what the page itself offered: an error page, a refusal above the form or on top of
the next page, a page that says that the reader cannot and offers nothing else. A message at a field is no wall: there
is something to fill in.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from tests.fuzz.world import World
from tests.support.client import filled_in

FIRST_SCREEN = "/hjem"
PAGES_OF_A_KIND = 10
"""Pages of one endpoint that a persona opens: a thing in most of its states."""
FILTERED = 2
"""Addresses of one page that differ in what is chosen in it."""
PRESSES_OF_A_KIND = 3
"""How often a button that does the same, on the same sort of page, is pressed by one persona."""
FILES_OF_A_KIND = 1
LEFT_ALONE = frozenset({"static", "public.set_language"})
"""Neither is about what a person may do."""
ELSEWHERE = ("demo.", "development.")
MOST_REDIRECTS = 5
CRITERION = re.compile(r"\b[A-Z]+-\d+")
"""One of the many that are answered alike."""
CANNOT = re.compile(r"\b(?:du|dere) kan ikke\b", re.IGNORECASE)


@dataclass(frozen=True)
class Wall:
    """What a persona met behind a button or a link."""

    persona: str
    page: str
    """The endpoint of the page it stood on."""
    words: str
    met: str
    address: str
    """Where it happened, to look for oneself."""

    @property
    def sign(self) -> str:
        """Walls with the same sign are the same wall at other things."""
        return f"{self.persona}: «{self.words}» on {self.page} → {self.met}"


@dataclass(frozen=True)
class Button:
    """One button of a form, and all that is sent when it is pressed."""

    words: str
    method: str
    address: str
    form: Tag
    name: str
    value: str


class Presser:
    """One persona, who opens what is linked and presses what is there; after each press all is as it was."""

    def __init__(self, world: World, persona: str, *, about: tuple[str, ...] = ("",)) -> None:
        """`about` are the beginnings of the names of the pages that are walked."""
        self.world, self.persona, self.about = world, persona, about
        self.browser = world.browser(persona)
        self._cookie_name = world.app.config["SESSION_COOKIE_NAME"]
        self.adapter = world.app.url_map.bind("localhost")
        self.walls: dict[str, Wall] = {}
        self.pressed: Counter[tuple[str, str, str]] = Counter()
        """By the endpoint of the page, that of the form, and what the button says there."""
        self.opened: dict[str, set[str]] = defaultdict(set)
        self._filtered: Counter[str] = Counter()
        self._files: Counter[str] = Counter()
        self._waiting: list[tuple[str, str, str]] = [("first screen", "sign in", FIRST_SCREEN)]

    def walk(self) -> "Presser":
        """Open all pages that can be reached, and press all that is on them."""
        while self._waiting:
            page, words, address = self._waiting.pop(0)
            if self._is_new(address):
                self._open(page, words, address)
        self.world.take_back()  # a look is written down too
        return self

    def _is_new(self, address: str) -> bool:
        parts = urlsplit(address)
        endpoint = self.endpoint(parts.path, "GET")
        if endpoint is None or endpoint in LEFT_ALONE or endpoint.startswith(ELSEWHERE):
            return False
        if not endpoint.startswith(self.about):
            return False
        if parts.path in self.opened[endpoint]:
            self._filtered[parts.path] += 1
            return bool(parts.query) and self._filtered[parts.path] < FILTERED
        if len(self.opened[endpoint]) >= PAGES_OF_A_KIND or self._files[endpoint] >= FILES_OF_A_KIND:
            return False
        self.opened[endpoint].add(parts.path)
        return True

    def endpoint(self, path: str, method: str) -> str | None:
        """The name of what an address leads to; None where it leads out of the application."""
        try:
            return str(self.adapter.match(path, method=method)[0])
        except HTTPException:
            return None

    def _open(self, page: str, words: str, address: str) -> None:
        answer = self._follow(self.browser.get(address))
        here = self.endpoint(answer.request.path, "GET") or "?"
        shown = _read(answer)
        self._judge(page, words, address, answer, shown)
        if shown is None:
            self._files[here] += 1
        elif answer.status_code == 200:
            self.opened[here].add(answer.request.path)
            self._note_links(here, answer.request.path, shown)
            for button in self._buttons(shown, answer.request.full_path.rstrip("?")):
                self._press(here, button)

    def _note_links(self, here: str, path: str, shown: BeautifulSoup) -> None:
        for link in shown.find_all("a", href=True):
            address = urljoin(path, str(link["href"]))
            if address.startswith("/") and not address.startswith("//"):
                self._waiting.append((here, _words(link), address.partition("#")[0]))

    def _buttons(self, shown: BeautifulSoup, here: str) -> Iterator[Button]:
        for form in shown.find_all("form"):
            for button in form.find_all("button"):
                if button.get("type", "submit") == "submit" and not button.has_attr("disabled"):
                    yield Button(
                        _words(button),
                        str(form.get("method", "get")).upper(),
                        urljoin(here, str(button.get("formaction") or form.get("action") or here)),
                        form,
                        str(button.get("name") or ""),
                        str(button.get("value") or ""),
                    )

    def _press(self, here: str, button: Button) -> None:
        target = self.endpoint(urlsplit(button.address).path, button.method) or "?"
        if target.startswith(ELSEWHERE):
            return
        kind = (
            here if button.form.find_parent("main") else "around all pages",
            target,
            CRITERION.sub("", button.value),
        )
        if self.pressed[kind] >= PRESSES_OF_A_KIND:
            return
        self.pressed[kind] += 1
        sent = filled_in(button.form)
        if self._send(here, button, sent):
            self._send(here, button, _something_in(button.form, sent))

    def _send(self, here: str, button: Button, sent: dict[str, Any]) -> bool:
        """Press it; whether the answer asks for something to be filled in."""
        values = MultiDict(sent)
        if button.name:
            values[button.name] = button.value
        with self._as_it_was():
            if button.method == "POST":
                answer = self.browser.post(button.address, data=values)
            else:
                answer = self.browser.get(urlsplit(button.address).path, query_string=values)
            answer = self._follow(answer)
        shown = _read(answer)
        self._judge(here, button.words, button.address, answer, shown)
        return shown is not None and shown.select_one("#feil a") is not None

    @contextmanager
    def _as_it_was(self) -> Iterator[None]:
        """Within it something is done; afterwards the browser holds what it held, and so does the database."""
        cookie = self.browser.get_cookie(self._cookie_name)
        assert cookie is not None
        yield
        self.browser.set_cookie(self._cookie_name, cookie.value)
        self.world.take_back()

    def _follow(self, answer: TestResponse) -> TestResponse:
        for _ in range(MOST_REDIRECTS):
            if answer.status_code not in (301, 302, 303, 307, 308):
                break
            there = urlsplit(urljoin(answer.request.path, answer.headers["Location"]))
            answer = self.browser.get(there.path, query_string=there.query)
        return answer

    def _judge(self, page: str, words: str, address: str, answer: TestResponse, shown: BeautifulSoup | None) -> None:
        for met in _what_is_met(answer, shown):
            wall = Wall(self.persona, page, words, met, address)
            self.walls.setdefault(wall.sign, wall)


def _what_is_met(answer: TestResponse, shown: BeautifulSoup | None) -> Iterator[str]:
    if answer.status_code >= 400:
        yield f"{answer.status_code} {_words(shown.find('main')) if shown else ''}".strip()
    if shown is None or answer.status_code >= 400:
        return
    for told in shown.select('.messages .ds-alert[data-color="danger"], .messages .ds-alert[data-color="warning"]'):
        yield f"told: {_words(told)}"
    for item in shown.select("#feil li"):
        if item.find("a") is None:
            yield f"refused: {_words(item)}"
    main = shown.find("main")
    if isinstance(main, Tag) and (said := CANNOT.search(_words(main))) and main.select_one("form button") is None:
        yield f"nothing to do: {said.string[said.start() : said.start() + 100]}"


def _read(answer: TestResponse) -> BeautifulSoup | None:
    return BeautifulSoup(answer.text, "html.parser") if answer.mimetype == "text/html" else None


def _words(element: Any) -> str:
    return " ".join(element.get_text(" ").split()) if element is not None else ""


def _something_in(form: Tag, sent: dict[str, Any]) -> dict[str, Any]:
    """The form with something in each field that was empty, as one fills in who only wants to go on."""
    filled = dict(sent)
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = str(field.get("name") or ""), field.get("type", "text")
        if not name or kind in {"hidden", "submit", "button", "file"}:
            continue
        if kind in {"checkbox", "radio"}:
            value = str(field.get("value", "on"))
            if kind == "radio":
                filled.setdefault(name, value)
            elif name not in sent:
                filled.setdefault(name, []).append(value)
        elif field.name == "select":
            chosen = [str(one.get("value", "")) for one in field.find_all("option") if one.get("value")]
            if chosen and not any(_as_list(filled.get(name))):
                filled[name] = chosen[0]
        elif not any(_as_list(filled.get(name))):
            filled[name] = _typed(form, field)
    return filled


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _typed(form: Tag, field: Tag) -> str:
    hint = form.find(id=f"{field.get('id')}-hint")
    words = _words(hint)
    if "24.12.2026" in words:
        return "24.11.2026"
    if re.search(r"\b\d\d:\d\d", words):
        return "10:00"
    if field.get("type") == "email":
        return "noen@plass.test"
    if field.get("inputmode") in {"numeric", "decimal"}:
        return "10"
    return "Slik er det hos oss akkurat nå."
