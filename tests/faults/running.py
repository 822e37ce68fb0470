"""The processes of a running Plass, as `make run` has them, and how they die."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from config import ROOT
from scripts.run import HOST, is_ready

READY_WITHIN = 120.0  # seconds


class RunningPlass:
    """A web server with two workers and a scheduler."""

    def __init__(self, port: int, environment: Mapping[str, str]) -> None:
        self.port = port
        self._environment = {**os.environ, **environment}
        self._web: subprocess.Popen[bytes] | None = None
        self._scheduler: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start what does not run."""
        if self._web is None:
            self._web = self._run(
                "gunicorn", "--config", "gunicorn.conf.py", "--bind", f"{HOST}:{self.port}", "--graceful-timeout", "5"
            )
        if self._scheduler is None:
            self._scheduler = self._run("app.scheduler")

    def wait_until_ready(self) -> None:
        """Return when pages are answered. Raises TimeoutError."""
        last_moment = time.monotonic() + READY_WITHIN
        while not is_ready(self.port):
            if time.monotonic() > last_moment:
                raise TimeoutError("Plass did not come back")
            time.sleep(0.1)

    def kill_a_worker(self, which: int) -> None:
        """Kill one of the two processes that answer pages; the web server starts another."""
        assert self._web is not None
        workers = _children(self._web.pid)
        if workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(workers[which % len(workers)], signal.SIGKILL)

    def kill_the_web(self) -> None:
        """Kill all that answers pages, in one go."""
        self._kill(self._web)
        self._web = None

    def kill_the_scheduler(self) -> None:
        """Kill what works by the clock."""
        self._kill(self._scheduler)
        self._scheduler = None

    def stop(self) -> None:
        """Nothing of it is left afterwards."""
        for one in (self._web, self._scheduler):
            self._kill(one)

    def _run(self, *module_and_arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603  # our own words only
            [sys.executable, "-m", *module_and_arguments],
            cwd=ROOT,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _kill(self, process: subprocess.Popen[bytes] | None) -> None:
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in listed.read_text(encoding="ascii").split()] if listed.exists() else []
