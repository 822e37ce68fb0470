"""What lies outside Plass and behaves as the run wants: mail server, Enhetsregisteret, the way to the database."""

import asyncio
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.world import NOON

WELL = "well"
SLOW_FOR = 4.0  # seconds
REGISTERED_SINCE = NOON.date().isoformat()


class MailServer:
    """Counts what it has taken by Message-ID."""

    MANNERS = (WELL, "slow", "refuses", "takes it and says that it did not", "hangs up")

    def __init__(self) -> None:
        self.manner = WELL
        self.received: Counter[str] = Counter()
        self.recipients: dict[str, str] = {}
        """To whom each went, by Message-ID."""

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd calls it so
        """One mail."""
        if self.manner == "refuses":
            return "451 not now"
        if self.manner == "slow":
            await asyncio.sleep(SLOW_FOR)
        mail = message_from_bytes(envelope.content if isinstance(envelope.content, bytes) else b"")
        key = str(mail["Message-ID"])
        self.received[key] += 1
        self.recipients[key] = envelope.rcpt_tos[0]
        if self.manner == "takes it and says that it did not":
            return "451 not now"
        if self.manner == "hangs up" and server.transport is not None:
            server.transport.close()
        return "250 OK"


@contextmanager
def mail_server(port: int) -> Iterator[MailServer]:
    """A mail server on this machine."""
    inbox = MailServer()
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()


class Register:
    """Enhetsregisteret with every number in it, each of a legal entity in order without workplaces."""

    MANNERS = (WELL, "slow", "silent", "broken", "answers about another", "sends rubbish")

    def __init__(self) -> None:
        self.manner = WELL


@contextmanager
def register(port: int) -> Iterator[Register]:
    """Enhetsregisteret on this machine."""
    behaviour = Register()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer as the manner is."""
            manner = behaviour.manner
            if manner == "slow":
                time.sleep(SLOW_FOR)
            if manner == "silent":
                time.sleep(SLOW_FOR * 3)
                return
            self.send_response(500 if manner == "broken" else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(b"<html>" if manner == "sends rubbish" else json.dumps(self._answer(manner)).encode())

        def _answer(self, manner: str) -> dict[str, Any]:
            asked = urlsplit(self.path)
            if "overordnetEnhet" in parse_qs(asked.query):
                return {"page": {"size": 200, "totalElements": 0, "totalPages": 0, "number": 0}}
            number = asked.path.rpartition("/")[2]
            return _unit("290000378" if manner == "answers about another" else number)

        def log_message(self, *_args: object) -> None:
            """Say nothing of each question."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Answering)
    server.daemon_threads = True
    server.handle_error = lambda *_args: None  # type: ignore[method-assign]  # whoever asks may be killed meanwhile
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield behaviour
    finally:
        server.shutdown()
        server.server_close()


def _unit(number: str) -> dict[str, Any]:
    return {
        "organisasjonsnummer": number,
        "navn": f"VIRKSOMHET {number} AS",
        "organisasjonsform": {"kode": "AS", "beskrivelse": "Aksjeselskap"},
        "registreringsdatoEnhetsregisteret": REGISTERED_SINCE,
        "antallAnsatte": 5,
        "forretningsadresse": {
            "land": "Norge",
            "landkode": "NO",
            "postnummer": "2000",
            "poststed": "LILLESTRØM",
            "adresse": ["Storgata 1"],
            "kommune": "LILLESTRØM",
            "kommunenummer": "3205",
        },
        "konkurs": False,
        "underAvvikling": False,
        "underTvangsavviklingEllerTvangsopplosning": False,
    }


class WayToTheDatabase:
    """Passes on what goes between Plass and a database server, until it is cut."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._is_cut = False
        threading.Thread(target=self._serve, daemon=True).start()

    def cut(self) -> None:
        """End all that goes on and let nothing through."""
        self._is_cut = True
        for one in list(self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let everything through again."""
        self._is_cut = False

    def close(self) -> None:
        """It is not needed any more."""
        self.cut()
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self._is_cut:
                near.close()
                continue
            try:
                far = socket.create_connection(self._to)
            except OSError:
                near.close()
                continue
            for one, other in ((near, far), (far, near)):
                self._open.add(one)
                threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._open.discard(one)
        one.close()
