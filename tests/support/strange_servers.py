"""Servers on this machine that answer as badly as the worst outside: slowly, without an end, or not at all."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 60.0  # seconds; then a server gives up by itself, and says that nobody cut it off
BETWEEN_BYTES = 0.1  # seconds


class StrangeServer:
    """Takes every connection and talks with each in a thread of its own, as it was told to."""

    def __init__(self, talk: Callable[["StrangeServer", socket.socket], None]) -> None:
        self.left_by_the_other = threading.Event()
        """The other side hung up while this one still talked."""
        self.stopping = threading.Event()
        self._talk = talk
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    def serve(self) -> None:
        """Until it is closed."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def close(self) -> None:
        """Take no more, and let nobody drip on."""
        self.stopping.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def drip(self, connection: socket.socket, byte: bytes = b" ") -> None:
        """Send a byte now and then, for ever."""
        for _ in range(int(PATIENCE / BETWEEN_BYTES)):
            connection.sendall(byte)
            if self.stopping.wait(BETWEEN_BYTES):
                return

    def _one(self, connection: socket.socket) -> None:
        with connection:
            try:
                self._talk(self, connection)
            except OSError:
                self.left_by_the_other.set()


@contextmanager
def strange_server(talk: Callable[[StrangeServer, socket.socket], None]) -> Iterator[StrangeServer]:
    """A server that talks like this, for as long as the block lasts."""
    server = StrangeServer(talk)
    threading.Thread(target=server.serve, daemon=True).start()
    try:
        yield server
    finally:
        server.close()


def drips_its_greeting(server: StrangeServer, connection: socket.socket) -> None:
    """A mail server whose first word never ends."""
    connection.sendall(b"220 ")
    server.drip(connection, b"x")


def takes_mail_and_falls_silent(server: StrangeServer, connection: socket.socket) -> None:
    """A mail server that takes the mail, says so, and never answers again."""
    lines = connection.makefile("rb")
    connection.sendall(b"220 here\r\n")
    for line in lines:
        word = line.split()[0].upper() if line.split() else b""
        if word == b"DATA":
            connection.sendall(b"354 go on\r\n")
            while next(lines) != b".\r\n":
                pass
            connection.sendall(b"250 taken\r\n")
            server.stopping.wait(PATIENCE)
            return
        connection.sendall(b"250 OK\r\n")


def drips_its_answer(server: StrangeServer, connection: socket.socket) -> None:
    """A web server whose answer comes a byte at a time."""
    connection.recv(10_000)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{")
    server.drip(connection)


def drips_its_headers(server: StrangeServer, connection: socket.socket) -> None:
    """A web server that never gets to its answer."""
    connection.recv(10_000)
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    server.drip(connection, b"x")


def has_no_end(server: StrangeServer, connection: socket.socket) -> None:
    """A web server that sends as much as anyone will take."""
    connection.recv(10_000)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while not server.stopping.is_set():
        connection.sendall(b" " * 100_000)


def drips_until_it_hangs_up(server: StrangeServer, connection: socket.socket) -> None:
    """A web server that does not say how long its answer is, so that any end looks like its end."""
    connection.recv(10_000)
    connection.sendall(b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"organisasjonsnummer": "')
    server.drip(connection, b"2")


def knows_no_unit_and_drips_the_workplace(server: StrangeServer, connection: socket.socket) -> None:
    """Enhetsregisteret with a workplace alone, and that one byte by byte; it would keep one connection for both."""
    while asked := connection.recv(10_000):
        if b"/underenheter/" in asked:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{")
            server.drip(connection)
        connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}")
