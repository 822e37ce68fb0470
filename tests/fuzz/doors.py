"""Where input can come in: every address of the url map, with the forms that each persona finds on its pages."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from app.kernel.access import Access, Scope
from app.kernel.audiences import access_of
from tests.fuzz.world import World

MOST_OF_ONE_KIND = 4
"""Pages of one endpoint that one persona opens to look for forms: a list of four has all that one of forty has."""
MISSING: dict[str, object] = {"filename": "finnes-ikke.css", "token": "finnes-ikke", "key": "finnes-ikke"}
"""Arguments that no thing of the world gives."""
NOBODY = ""
PARTS = SoupStrainer(["form", "a"])
LEFT_ALONE = {"prometheus_metrics"}


@dataclass(frozen=True)
class Door:
    """One way in: who stands there, how it is opened, and what stands in its fields when it is shown."""

    persona: str
    method: str
    endpoint: str
    address: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]


def all_doors(world: World, *, deep: bool) -> list[Door]:
    """Every door that is found from the url map; `deep` also follows the links on the pages, a few of each kind."""
    found: dict[Door, None] = {}
    for persona in (NOBODY, *world.personas):
        for door in _Walk(world, persona, deep=deep).doors():
            found.setdefault(door)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for door in found:
        names[door.endpoint].update(dict.fromkeys(name for name, _ in door.fields))
    return [_with_all_names(door, names[door.endpoint]) for door in found]


def _with_all_names(door: Door, names: dict[str, None]) -> Door:
    """A GET takes every parameter that is seen anywhere in an address of its endpoint."""
    given = dict(door.fields)
    if door.method == "GET":
        given |= {name: () for name in names if name not in given}
    return Door(door.persona, door.method, door.endpoint, door.address, tuple(given.items()))


class _Walk:
    """One persona opens pages and notes what could be sent from there."""

    def __init__(self, world: World, persona: str, *, deep: bool) -> None:
        self.world, self.persona, self.deep = world, persona, deep
        self.browser = world.browser(persona or None)
        self.opened: dict[str, set[str]] = defaultdict(set)
        self.adapter = world.app.url_map.bind("localhost")

    def doors(self) -> Iterator[Door]:
        """All that is found, page after page."""
        waiting = []
        for rule in sorted(self.world.app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint)):
            access = access_of(self.world.app, rule.endpoint)
            if rule.endpoint in LEFT_ALONE or access is None or not self._may_come(access):
                continue
            address = self._address(self.world.app, rule)
            if "GET" in (rule.methods or ()):
                waiting.append(address)
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS", "GET"}):
                yield Door(self.persona, method, rule.endpoint, address, ())
        for address in waiting:
            yield from self._open(address, waiting)

    def _may_come(self, access: Access) -> bool:
        if access.scope is Scope.EVERYONE:
            return self.persona in (NOBODY, "leader")
        roles = {"leader", "employee"} if access.scope is Scope.ORGANISATION else {role.value for role in access.roles}
        return self.persona != NOBODY and (access.scope is Scope.SIGNED_IN or self.persona in roles)

    def _address(self, app: Flask, rule: Rule) -> str:
        given = {**MISSING, **self.world.things.get(self.persona, self.world.county.things)}
        values = {name: given.get(name, self._no_such(rule, name)) for name in rule.arguments}
        return app.url_map.bind("localhost").build(rule.endpoint, values)

    def _no_such(self, rule: Rule, name: str) -> object:
        return "00000000-0000-0000-0000-000000000000" if f"uuid:{name}" in rule.rule else "finnes-ikke"

    def _open(self, address: str, waiting: list[str]) -> Iterator[Door]:
        path, query = _parts(address)
        endpoint = self._endpoint(path, "GET")
        if endpoint is None or path in self.opened[endpoint] or len(self.opened[endpoint]) >= MOST_OF_ONE_KIND:
            return
        self.opened[endpoint].add(path)
        yield Door(self.persona, "GET", endpoint, path, tuple((name, (value,)) for name, value in query))
        answer = self.browser.get(path, query_string=query)
        if answer.mimetype != "text/html" or answer.status_code != 200:
            return
        page = BeautifulSoup(answer.text, "html.parser", parse_only=PARTS)
        for link in page.find_all("a", href=True):
            yield from self._link(str(link["href"]), waiting)
        for form in page.find_all("form"):
            yield from self._form(form, path)

    def _link(self, address: str, waiting: list[str]) -> Iterator[Door]:
        path, query = _parts(address)
        endpoint = self._endpoint(path, "GET") if path.startswith("/") and not path.startswith("//") else None
        if endpoint is None:
            return
        if query:
            yield Door(self.persona, "GET", endpoint, path, tuple((name, (value,)) for name, value in query))
        if self.deep:
            waiting.append(path)

    def _form(self, form: Tag, here: str) -> Iterator[Door]:
        path, query = _parts(str(form.get("action") or here))
        method = str(form.get("method", "get")).upper()
        endpoint = self._endpoint(path, method)
        if endpoint is not None:
            fields = (
                {**{name: (value,) for name, value in query}, **fields_of(form)} if method == "GET" else fields_of(form)
            )
            yield Door(self.persona, method, endpoint, path, tuple(fields.items()))

    def _endpoint(self, path: str, method: str) -> str | None:
        try:
            return str(self.adapter.match(path, method=method)[0])
        except HTTPException:
            return None


def fields_of(form: Tag) -> dict[str, tuple[str, ...]]:
    """Every name that the form could send, with what would be sent as it stands; for choices also what could be."""
    found: dict[str, list[str]] = defaultdict(list)
    for field in form.find_all(["input", "textarea", "select", "button"]):
        name, kind = str(field.get("name") or ""), field.get("type", "text")
        if not name or name == "csrf_token":
            continue
        values = found[name]
        if field.name == "textarea":
            values.append(field.get_text().removeprefix("\n"))
        elif field.name == "select":
            options = [str(one.get("value", one.get_text())) for one in field.find_all("option")]
            values += options[:1] if len(options) < 2 else options[:8]
        elif field.name == "button" or kind in ("checkbox", "radio", "submit"):
            values.append(str(field.get("value", "on")))
        elif kind != "file":
            values.append(str(field.get("value", "")))
    return {name: tuple(values) for name, values in found.items()}


def _parts(address: str) -> tuple[str, list[tuple[str, str]]]:
    parts = urlsplit(address)
    return ("" if parts.scheme or parts.netloc else parts.path), parse_qsl(parts.query, keep_blank_values=True)
