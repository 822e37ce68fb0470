"""What Firefox and WebKit have in common: processes that must end, and answers that must come in time."""

import os
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from scripts.engines.walk import StandsStill

LONGEST = 60.0  # seconds, for a start, a page or an answer of it: CI machines are slow


class Driven(ABC):
    """A window that is told what to do by messages."""

    name: str

    def __init__(self, address: str) -> None:
        self.address = address

    @abstractmethod
    def go(self, path: str) -> None:
        """Open a page and wait until it is there."""

    @abstractmethod
    def ask(self, code: str) -> Any:
        """What an expression is on the page."""

    @abstractmethod
    def picture(self, file: Path) -> None:
        """Keep what the window shows."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """The errors of script that the engine has told of since it was last asked."""

    def press(self, code: str, until: str) -> None:
        """Do something that is answered, and wait until an expression is so. Raise StandsStill if it never is."""
        self.ask(code)
        wait_until(lambda: self._is_so(until), code)

    def _is_so(self, code: str) -> bool:
        with suppress(ValueError):  # between two pages there is nothing to ask
            return bool(self.ask(f"document.readyState === 'complete' && ({code})"))
        return False


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(done: Callable[[], bool], what: str, seconds: float = LONGEST) -> None:
    """Wait until something is so. Raise StandsStill when it takes too long."""
    last_moment = time.monotonic() + seconds
    while not done():
        if time.monotonic() > last_moment:
            raise StandsStill(what)
        time.sleep(0.05)


@contextmanager
def ended_afterwards(
    command: list[str], environment: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    """A process that runs, with all that it starts, only until the block is left for whatever reason."""
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        for number, seconds in ((signal.SIGTERM, 15), (signal.SIGKILL, 15)):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, number)
            with suppress(subprocess.TimeoutExpired):
                process.wait(seconds)
