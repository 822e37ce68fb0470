"""Sixteen people who write at the same time, each sending again what was not answered, and noting what was."""

import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from bs4 import BeautifulSoup

from scripts.run import HOST
from tests.faults.world import World
from tests.support.client import filled_in

DONE, AWAY = (200, 302, 303), (502, 503)
A_WHILE = 0.3  # seconds between two tries, and before the next thing


@dataclass
class Journal:
    """What the writers were told; several write in it at once."""

    drafts: dict[str, bool] = field(default_factory=dict)
    """Titles of new places, and whether Plass has said that it is kept."""
    changes: dict[str, set[str]] = field(default_factory=dict)
    """By title, the summaries that may stand there; one, when Plass has said which is kept."""
    registered: dict[str, bool] = field(default_factory=dict)
    """Numbers of new employers."""
    links: Counter[str] = field(default_factory=Counter)
    """How often a link was asked for, by address, and this was answered."""
    links_in_doubt: Counter[str] = field(default_factory=Counter)
    """How often it was asked for without an answer: that may have been heard too."""
    strange: Counter[str] = field(default_factory=Counter)
    """Answers that nobody should get."""
    away: Counter[str] = field(default_factory=Counter)
    """How often there was no answer, or that one must wait; neither is wrong."""


class Stopped(Exception):
    """The run is over; what was under way is left in doubt."""


class Writer:
    """One browser. It keeps on until its request is answered, as a patient person would."""

    def __init__(self, world: World, journal: Journal, stopping: threading.Event, cookie: str = "") -> None:
        self.world, self.journal, self._stopping = world, journal, stopping
        self.client = httpx.Client(base_url=world.address, timeout=30)
        self.become(cookie)

    def become(self, cookie: str = "") -> None:
        """Be somebody else, with this cookie or none."""
        self.client.cookies.clear()
        if cookie:
            self.client.cookies.set("plass", cookie, domain=HOST)

    def page(self, address: str) -> BeautifulSoup:
        """A page, as soon as it is there; people look at what they have done before they go on. Raises Stopped."""
        if self._stopping.wait(A_WHILE):
            raise Stopped
        answer, _ = self.ask("GET", address)
        return BeautifulSoup(answer.text, "html.parser")

    def send(self, address: str, values: Mapping[str, Any]) -> tuple[httpx.Response, int]:
        """What a form is answered, and how often it was sent before without an answer."""
        return self.ask("POST", address, data=values)

    def ask(self, method: str, address: str, **options: Any) -> tuple[httpx.Response, int]:
        """The first answer, and how many tries had none. Raises Stopped."""
        tries = 0
        while True:
            try:
                answer = self.client.request(method, address, **options)
            except httpx.HTTPError as none:
                self.journal.away[type(none).__name__] += 1
            else:
                if answer.status_code not in AWAY:
                    self._judge(method, address, answer)
                    return answer, tries
                self.journal.away[str(answer.status_code)] += 1
                if answer.status_code == 503 and "Retry-After" not in answer.headers:
                    self.journal.strange[f"{method}: 503 without Retry-After"] += 1
            tries += 1
            if self._stopping.is_set():
                raise Stopped
            time.sleep(A_WHILE)

    def _judge(self, method: str, address: str, answer: httpx.Response) -> None:
        if answer.status_code not in DONE and answer.status_code != 409:
            self.journal.strange[f"{method} {address}: {answer.status_code}"] += 1


def write_places(writer: Writer, orgnr: str) -> None:
    """Make drafts of places, and change each once."""
    world, journal, made = writer.world, writer.journal, 0
    while True:
        title = f"Plass {orgnr} {made}"
        made += 1
        new = world.url("employer.opening_new", orgnr=orgnr)
        form = _form_with(writer.page(new), "title")
        values = {**filled_in(form), "kind": "permanent_job", "title": title}
        values["workplace_id"] = form.select("select[name=workplace_id] option")[-1]["value"]
        journal.drafts[title] = False
        answer, _ = writer.send(new, values)
        if answer.status_code == 200:
            journal.strange["a new place was not taken"] += 1
            return
        journal.drafts[title] = True
        edit = world.url("employer.opening_edit", orgnr=orgnr, opening_id=_id_in(answer.headers["Location"]))
        values = {**filled_in(_form_with(writer.page(edit), "title")), "summary": f"Om {title}"}
        journal.changes[title] = {"", f"Om {title}"}
        answer, tries = writer.send(edit, values)
        if answer.status_code in (302, 303):
            journal.changes[title] = {f"Om {title}"}
        elif not tries:
            journal.strange[f"a change was not taken: {answer.status_code}"] += 1


def write_registrations(writer: Writer, number: int) -> None:
    """Register employers, each by somebody new."""
    for person in writer.world.joiners[number]:
        writer.become(person.cookie)
        address = writer.world.url("employer.register", orgnr=person.orgnr)
        page = writer.page(address)
        values = {**filled_in(_form_with(page, "position")), "position": "Daglig leder"}
        writer.journal.registered[person.orgnr] = False
        answer, _ = writer.send(writer.world.url("employer.confirm_registration"), values)
        if answer.status_code in (302, 303):
            writer.journal.registered[person.orgnr] = True


def write_for_links(writer: Writer, number: int) -> None:
    """Ask for links to sign in, each for another address and from a browser of its own."""
    address = writer.world.url("auth.sign_in")
    for email in writer.world.askers[number]:
        writer.become()
        values = {**filled_in(_form_with(writer.page(address), "email")), "email": email}
        try:
            answer, tries = writer.send(address, values)
        except Stopped:
            writer.journal.links_in_doubt[email] += 1
            raise
        writer.journal.links_in_doubt[email] += tries
        if answer.status_code in (302, 303):
            writer.journal.links[email] += 1


def _form_with(page: BeautifulSoup, name: str) -> Any:
    found = page.select_one(f"form:has([name={name}])")
    if found is None:
        raise AssertionError(f"no form with {name} on the page «{page.title.string if page.title else ''}»")
    return found


def _id_in(address: str) -> str:
    return next(part for part in reversed(address.split("/")) if part.count("-") == 4)
