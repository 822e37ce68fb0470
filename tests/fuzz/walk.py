"""Sends requests one after another and judges each answer: no 5xx, nothing half kept, no link to a foreign host."""

from collections.abc import Sequence
from dataclasses import dataclass
from http.client import responses
from typing import Any
from urllib.parse import unquote_to_bytes

from werkzeug.test import EnvironBuilder, run_wsgi_app
from werkzeug.wrappers import Response

from app.kernel.logs import place_of
from tests.fuzz.doors import Door
from tests.fuzz.values import ELSEWHERE, Sent, as_stream, shown_as_it_is
from tests.fuzz.world import KEPT_AFTER_AN_ERROR, World


@dataclass(frozen=True)
class Fault:
    """What is wrong with an answer. Two with the same sign are the same fault, whatever was sent."""

    sign: str
    steps: tuple[Sent, ...]


class Broken(AssertionError):
    """A walk that ended in a fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sign)
        self.fault = fault


class Walker:
    """Walks in a world, and counts. A fault that is known does not stop it again."""

    def __init__(self, world: World, doors: Sequence[Door]) -> None:
        self.world = world
        self.pages = [shown_as_it_is(door) for door in doors if door.method == "GET" and not door.fields]
        self.known: set[str] = set()
        self.inputs = 0
        self.statuses: dict[int, int] = {}

    def walk(self, steps: Sequence[Sent], *, look_at_all: bool = False) -> None:
        """Send the steps from the beginning of the world. Raises Broken at the first fault that is not known."""
        self.world.begin_again()
        cookies: dict[str, str] = {}  # one browser each: who signs out is out
        kept: set[str] = set()
        taken: list[Sent] = []
        self.inputs += len(steps)
        for step in [*steps, *(self.pages if look_at_all else ())]:
            taken.append(step)
            self.world.written.clear()
            answer = self._answer(cookies, step)
            kept |= self.world.written
            for sign in self._wrong(step, answer):
                self._tell(sign, taken)
        if kept:
            for sign in self.world.what_does_not_fit():
                self._tell(sign, taken)

    def _answer(self, cookies: dict[str, str], step: Sent) -> Response | str:
        """As the server asks the application, without a client between that would refuse what is odd."""
        self.world.crashes.clear()
        if step.persona not in cookies:
            cookies[step.persona] = self.world.cookie_of(step.persona or None)
        try:
            body, status, headers = run_wsgi_app(
                self.world.app, _environment(step, cookies[step.persona]), buffered=True
            )
            answer = Response(b"".join(body), status, headers)
        except Exception as escaped:  # what no handler caught: the server would answer with an empty 500
            return f"{type(escaped).__name__} escapes {place_of(escaped)[-1:]}"
        for given in answer.headers.getlist("Set-Cookie"):
            name, _, value = given.partition("=")
            if name == "plass":
                cookies[step.persona] = value.partition(";")[0]
        self.statuses[answer.status_code] = self.statuses.get(answer.status_code, 0) + 1
        return answer

    def _wrong(self, step: Sent, answer: Response | str) -> list[str]:
        where = f"{step.method} {_endpoint(self.world, step)}"
        if isinstance(answer, str):
            return [f"{where}: {answer}"]
        found = []
        if answer.status_code >= 500:
            reason = responses.get(answer.status_code, "")
            found.append(f"{where}: {answer.status_code} {reason} {' | '.join(self.world.crashes)}")
        half = self.world.written - KEPT_AFTER_AN_ERROR if answer.status_code >= 400 else set()
        if half:
            found.append(f"{where}: {answer.status_code}, and yet something is kept in {sorted(half)}")
        if ELSEWHERE in answer.headers.get("Location", "") or ELSEWHERE in _links(answer):
            found.append(f"{where}: leads to the host that was named in a header")
        return found

    def _tell(self, sign: str, taken: Sequence[Sent]) -> None:
        if sign not in self.known:
            raise Broken(Fault(sign, tuple(taken)))


def _links(answer: Response) -> str:
    return (
        answer.get_data(as_text=True) if answer.mimetype in ("text/html", "application/json", "text/calendar") else ""
    )


def _endpoint(world: World, step: Sent) -> str:
    try:
        return str(world.app.url_map.bind("localhost").match(step.path, method=step.method)[0])
    except Exception:  # a path that leads nowhere
        return "no page"


def _environment(step: Sent, cookie: str) -> dict[str, Any]:
    environment = EnvironBuilder(method=step.method, input_stream=as_stream(step)).get_environ()
    environment |= {
        "PATH_INFO": unquote_to_bytes(step.path).decode("latin-1"),
        "QUERY_STRING": step.query,
        "CONTENT_LENGTH": str(len(step.body)),
        "HTTP_COOKIE": f"plass={cookie}",
        **({"CONTENT_TYPE": step.content_type} if step.content_type else {}),
    }
    for name, value in step.headers:
        key = name.upper().replace("-", "_")
        environment[key if key == "CONTENT_LENGTH" else f"HTTP_{key}"] = value.encode().decode("latin-1")
    return environment
