"""Ending a talk with another server when time is up, however busily it goes on."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

LOOKS_AGAIN_AFTER = 1.0  # seconds; a connection may still be on its way when time is up


@contextmanager
def cut_off(after: float, connection: Callable[[], socket.socket | None]) -> Iterator[Event]:
    """Within it, the connection is shut when time is up; whoever reads from it then reads its end.

    What was read until then may look whole: the event that is given says whether it was cut. A limit for each read,
    which is all that the libraries have, is never met by one who sends a byte now and then. `after` is in seconds;
    `connection` gives what is connected just then.
    """
    over, was_cut = Event(), Event()

    def watch() -> None:
        wait = after
        while not over.wait(wait):
            wait = LOOKS_AGAIN_AFTER
            if (open_now := connection()) is not None:
                was_cut.set()
                with suppress(OSError):  # it may have been closed this moment
                    open_now.shutdown(socket.SHUT_RDWR)

    Thread(target=watch, daemon=True).start()
    try:
        yield was_cut
    finally:
        over.set()
