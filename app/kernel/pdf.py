"""Writing a PDF of a page: one at a time, few in line, and what was printed lately is kept."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import BoundedSemaphore, Lock

from app.kernel.database import in_transaction

PATIENCE_SECONDS = 5.0
MOST_WAITING = 1
"""Whoever waits holds one of the few threads of `gunicorn.conf.py`: half of them are left to all other pages."""
MOST_KEPT_BYTES = 16 * 1024 * 1024


class PrinterBusy(Exception):
    """The PDF was not made, as others are being made: so many wait already, or it took too long. Ask again soon."""


def write_pdf(markup: str, style: Path, *, keep: bool = True) -> bytes:
    """Make a PDF/A-3a of a page, with a style sheet and the pictures beside it.

    `keep` is False for what is about a person: no process remembers it. Takes a while, so it must not happen inside a
    transaction. Raises PrinterBusy when too many ask at once.
    """
    if in_transaction():
        raise RuntimeError("a PDF is made outside the transaction")
    printed = sha256(f"{style}\0{markup}".encode()).digest()
    found = _kept.get(printed)
    if found is not None:
        return found
    with printer():
        found = _kept.get(printed)  # somebody may have had it made while this one waited
        if found is None:
            # WeasyPrint is a fifth of all there is to load, and commands and the scheduler never print.
            from app.adapters.pdf import typeset

            found = typeset(markup, style)
            if keep:
                _kept.put(printed, found)
    return found


@contextmanager
def printer() -> Iterator[None]:
    """Have the printer to oneself: below WeasyPrint lies Pango, which ends the process when two threads use its fonts.

    Raises PrinterBusy at once where as many wait as may, and to one who has waited for PATIENCE_SECONDS.
    """
    if not _places.acquire(blocking=False):
        raise PrinterBusy
    try:
        if not _turn.acquire(timeout=PATIENCE_SECONDS):
            raise PrinterBusy
        try:
            yield
        finally:
            _turn.release()
    finally:
        _places.release()


class KeptPdfs:
    """PDFs by the fingerprint of all that they say, the newest used of them, up to so many bytes.

    They are kept in the memory of each process and nowhere else: no folder to share, fill or clean, nothing half
    written, and with a new version of Plass (styles, fonts, WeasyPrint) they are gone. A few are asked for often and
    each is small; what it costs is that each process makes its own. A certificate whose status, name or language is
    another has another fingerprint, so what is kept never answers for it.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._pdfs: OrderedDict[bytes, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, printed: bytes) -> bytes | None:
        """The PDF of this fingerprint, if it is kept."""
        with self._lock:
            if printed in self._pdfs:
                self._pdfs.move_to_end(printed)
            return self._pdfs.get(printed)

    def put(self, printed: bytes, pdf: bytes) -> None:
        """Keep a PDF, and let go of those that were not asked for the longest where there is no room."""
        with self._lock:
            self._bytes += len(pdf) - len(self._pdfs.pop(printed, b""))
            self._pdfs[printed] = pdf
            while self._bytes > self._most_bytes:
                _printed, gone = self._pdfs.popitem(last=False)
                self._bytes -= len(gone)


_turn = Lock()
_places = BoundedSemaphore(1 + MOST_WAITING)
_kept = KeptPdfs(MOST_KEPT_BYTES)
