"""Asking Enhetsregisteret over HTTP."""

import json
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx
import structlog
from pydantic import ValidationError

from app.adapters.business_register.shapes import ListShape, UnitShape
from app.adapters.business_register.values import (
    branch_of,
    is_gone,
    is_incomplete,
    name_of,
    refusal_of,
    unit_of,
    workplace_of,
)
from app.adapters.cut_off import cut_off
from register.organisations.business_register import NoAnswer, PageBelow, Refused, RegisterAnswer, is_synthetic
from register.organisations.types import Listed, RefusalReason, Trouble

log = structlog.get_logger()
A = TypeVar("A")
ITEMS_A_PAGE = 200
ANSWER_WITHIN = 8.0  # seconds, each time
LONGEST_TALK = 15.0  # seconds for one answer, from connecting to the last byte
LARGEST_ANSWER = 10_000_000  # bytes; a full page of a list has about half a million
LISTS = {Listed.BRANCHES: "enheter", Listed.WORKPLACES: "underenheter"}
SILENT_STATUSES = (httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_MANY_REQUESTS)


class _Trouble(Exception):
    """There is no answer to trust."""

    def __init__(self, trouble: Trouble, why: str) -> None:
        super().__init__(why)
        self.trouble, self.why = trouble, why


class HttpBusinessRegister:
    """Asks data.brreg.no; what the network or the register does becomes a value, never an exception.

    Numbers of the test population are not asked about unless `synthetic` allows it.
    """

    def __init__(
        self,
        base_url: str,
        transport: httpx.BaseTransport | None = None,
        *,
        synthetic: bool = False,
        longest: float = LONGEST_TALK,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.transport = transport
        self.synthetic = synthetic
        self.longest = longest

    def look_up(self, orgnr: str) -> RegisterAnswer:
        """Find one legal entity or ledd."""
        if is_synthetic(orgnr) and not self.synthetic:
            return Refused(RefusalReason.SYNTHETIC)
        return self._answer(lambda client: self._ask(client, orgnr))

    def page_below(self, orgnr: str, listed: Listed, page: int) -> PageBelow | NoAnswer:
        """One page of the ledd or the underenheter right below a unit, without those that are gone."""
        return self._answer(lambda client: self._list(client, orgnr, listed, page))

    def _answer(self, ask: Callable[[httpx.Client], A]) -> A | NoAnswer:
        try:
            # A connection for each question: only what is told of as it begins can be cut off.
            none_kept = httpx.Limits(max_keepalive_connections=0)
            headers = {"Accept": "application/json"}
            with httpx.Client(
                transport=self.transport, timeout=ANSWER_WITHIN, headers=headers, limits=none_kept
            ) as client:
                return ask(client)
        except _Trouble as met:
            # Silence passes by itself. An answer that we cannot use is a mistake there or here, and somebody must look.
            tell = log.warning if met.trouble is Trouble.SILENT else log.error
            tell("business_register_no_answer", trouble=met.trouble.value, why=met.why)
            return NoAnswer(met.trouble)

    def _ask(self, client: httpx.Client, orgnr: str) -> RegisterAnswer:
        answer = self._get(client, f"/enheter/{orgnr}")
        if isinstance(answer, RefusalReason):
            return Refused(answer) if answer is RefusalReason.REMOVED else self._ask_for_workplace(client, orgnr)
        unit = _unit_in(answer, orgnr)
        if refused := refusal_of(unit):
            return Refused(refused, name_of(unit))
        if is_incomplete(unit):
            raise _Trouble(Trouble.INCOMPLETE, "bankrupt or wound up is not said")
        return unit_of(unit)

    def _ask_for_workplace(self, client: httpx.Client, orgnr: str) -> Refused:
        """A number that no legal entity has may be that of an underenhet: people often know only that one."""
        answer = self._get(client, f"/underenheter/{orgnr}")
        if isinstance(answer, RefusalReason):
            return Refused(answer)
        workplace = _unit_in(answer, orgnr)
        if is_gone(workplace):
            return Refused(RefusalReason.DELETED, name_of(workplace))
        return Refused(RefusalReason.IS_WORKPLACE, name_of(workplace), workplace.overordnetEnhet)

    def _list(self, client: httpx.Client, orgnr: str, listed: Listed, page: int) -> PageBelow:
        params: dict[str, str | int] = {"overordnetEnhet": orgnr, "size": ITEMS_A_PAGE, "page": page}
        name = LISTS[listed]
        read = _list_in(self._get(client, f"/{name}", params), name)
        there = [one for one in read.units if one.overordnetEnhet in (None, orgnr) and not is_gone(one)]
        each = {one.organisasjonsnummer: one for one in reversed(there)}  # the first of two with one number
        units = [each[number] for number in reversed(each)]
        if listed is Listed.BRANCHES:
            return PageBelow(branches=tuple(map(branch_of, units)), pages=read.pages, whole=read.whole)
        return PageBelow(workplaces=tuple(map(workplace_of, units)), pages=read.pages, whole=read.whole)

    def _get(
        self, client: httpx.Client, path: str, params: dict[str, str | int] | None = None
    ) -> dict[str, Any] | RefusalReason:
        """The object that is answered, or that there is none. Raises _Trouble."""
        connected = _Connected()
        asked = client.stream("GET", self.base_url + path, params=params, extensions={"trace": connected.note})
        try:
            with cut_off(self.longest, lambda: connected.socket) as was_cut, asked as answer:
                body = _whole(answer)
        except httpx.HTTPError as broken:
            raise _Trouble(Trouble.SILENT, type(broken).__name__) from broken
        if was_cut.is_set():
            raise _Trouble(Trouble.SILENT, "cut off")
        if answer.status_code == httpx.codes.NOT_FOUND:
            return RefusalReason.NOT_FOUND
        if answer.status_code == httpx.codes.GONE:
            return RefusalReason.REMOVED
        if answer.is_server_error or answer.status_code in SILENT_STATUSES:
            raise _Trouble(Trouble.SILENT, f"status {answer.status_code}")
        if answer.status_code != httpx.codes.OK:
            raise _Trouble(Trouble.UNREADABLE, f"status {answer.status_code}")
        try:
            read = json.loads(body)
        except (ValueError, RecursionError) as broken:
            raise _Trouble(Trouble.UNREADABLE, type(broken).__name__) from broken
        if not isinstance(read, dict):
            raise _Trouble(Trouble.UNREADABLE, "not an object")
        return read


class _Connected:
    """What a client is connected by: it tells of each step, and the latest connection holds what came before it."""

    def __init__(self) -> None:
        self.socket: socket.socket | None = None

    def note(self, step: str, told: dict[str, Any]) -> None:
        """Listen to the client (its extension `trace`)."""
        if step in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self.socket = told["return_value"].get_extra_info("socket")


def _whole(answer: httpx.Response) -> bytes:
    """All that is answered. Raises _Trouble when it has no end."""
    body = bytearray()
    for part in answer.iter_bytes():
        body += part
        if len(body) > LARGEST_ANSWER:
            raise _Trouble(Trouble.UNREADABLE, f"more than {LARGEST_ANSWER} bytes")
    return bytes(body)


@dataclass(frozen=True)
class _UnitsRead:
    """What could be read of a page, of how many, and whether that is all that stood there."""

    units: tuple[UnitShape, ...]
    pages: int
    whole: bool


def _unit_in(answer: dict[str, Any], orgnr: str) -> UnitShape:
    """The unit that was asked for. Raises _Trouble when the answer has no number, or another one."""
    unit = _unit_or_none(answer)
    if unit is None:
        raise _Trouble(Trouble.UNREADABLE, "no organisation number")
    if unit.organisasjonsnummer != orgnr:
        raise _Trouble(Trouble.OTHER_NUMBER, "answers about another unit")
    return unit


def _unit_or_none(item: object) -> UnitShape | None:
    try:
        return UnitShape.model_validate(item)
    except ValidationError:
        log.error("business_register_unit_unreadable")
        return None


def _list_in(answer: dict[str, Any] | RefusalReason, name: str) -> _UnitsRead:
    """A page of a list. Raises _Trouble where there is none; what is wrong inside it only makes it less than whole."""
    if isinstance(answer, RefusalReason):
        raise _Trouble(Trouble.UNREADABLE, "no list")
    paging = ListShape.model_validate(answer).page
    pages = paging.totalPages if paging else None
    held = answer.get("_embedded")
    items = held.get(name) if isinstance(held, dict) else held
    listed = items if isinstance(items, list) else [] if items is None else [items]
    units = [unit for unit in map(_unit_or_none, listed) if unit is not None]
    if pages is None:
        log.error("business_register_list_without_pages")
    whole = pages is not None and len(units) == len(listed) and (bool(listed) or not pages)
    return _UnitsRead(tuple(units), pages or 1, whole)
