"""A Plass for one walk: the demo on a free port, with data of its own that are gone afterwards."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.engines.driven import ended_afterwards, free_port, wait_until
from scripts.run import is_ready

SET_FOR_ANOTHER = ("DATABASE_URL", "PLASS_")  # what begins so is meant for some other Plass of this machine
LOADED_WITHIN = 300.0  # seconds; a demo that was not made before takes a minute on a slow machine


@contextmanager
def fresh_plass() -> Iterator[str]:
    """Where it answers.

    Raises:
        StandsStill: it does not get ready.
    """
    port = free_port()
    settings = {name: value for name, value in os.environ.items() if not name.startswith(SET_FOR_ANOTHER)}
    with tempfile.TemporaryDirectory(prefix="plass-walk-", ignore_cleanup_errors=True) as folder:
        settings |= {"PORT": str(port), "PLASS_DATA_FOLDER": folder}
        with ended_afterwards([sys.executable, "scripts/run.py"], settings):
            wait_until(lambda: is_ready(port), "a Plass of its own", LOADED_WITHIN)
            yield f"http://127.0.0.1:{port}"
