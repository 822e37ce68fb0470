"""One PDF at a time: who waits, who is asked to come again, and what is kept."""

import runpy
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.kernel import pdf
from app.kernel.pdf import KeptPdfs, PrinterBusy, printer
from certification.certificates.models import Certificate
from config import ROOT
from tests.factories.certificates import certificate_of
from tests.factories.register import verified_organisation
from tests.support.client import PageClient
from tests.support.world import StoppedClock

THREADS: int = runpy.run_path(str(ROOT / "gunicorn.conf.py"))["threads"]


@pytest.fixture
def certificate(session: Session) -> Certificate:
    found = certificate_of(session, verified_organisation(session))
    session.commit()
    return found


@contextmanager
def held_printer(monkeypatch: pytest.MonkeyPatch, patience: float = 0.01) -> Iterator[None]:
    """A printer that somebody else has all the while, and people of little patience."""
    monkeypatch.setattr(pdf, "PATIENCE_SECONDS", patience)
    with printer():
        yield


def sheet(certificate: Certificate) -> str:
    return f"/s/{certificate.code}/sertifikat.pdf"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Vent noen sekunder, og prøv igjen."),
        ("nn", "Vent nokre sekund, og prøv igjen."),
        ("en", "Wait a few seconds, and try again."),
    ],
)
def test_who_has_waited_too_long_is_asked_in_their_language_to_come_again(
    browser: PageClient, certificate: Certificate, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    browser.get(f"/sprak/{language}")
    with held_printer(monkeypatch):
        browser.get(sheet(certificate), 503)
    assert browser.response.headers["Retry-After"] == "5"
    assert browser.response.headers["Cache-Control"] == "no-store"
    assert words in browser.text
    assert [link["href"] for link in browser.page.select("main .actions a")] == [sheet(certificate), "/"]
    assert "referanse" not in browser.text, "nothing is broken, so nobody needs help"
    browser.get(sheet(certificate))
    assert browser.response.data.startswith(b"%PDF-")


def test_a_flood_for_pdfs_leaves_threads_to_other_pages(
    app: Flask, session: Session, certificate: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many threads as gunicorn has, three times as many who want a PDF, and a printer that never gets done."""

    def fetch(address: str) -> TestResponse:
        return app.test_client().get(address)

    address = sheet(certificate)
    session.commit()  # an open transaction of the test would keep the application waiting
    with ThreadPoolExecutor(THREADS) as threads:
        with held_printer(monkeypatch, patience=600):
            flood = [threads.submit(fetch, address) for _ in range(3 * THREADS)]
            other = threads.submit(fetch, "/personvern")
            assert other.result(timeout=60).status_code == 200
            refused = answered(flood, len(flood) - pdf.MOST_WAITING)
            assert {answer.status_code for answer in refused} == {503}
            assert all("Retry-After" in answer.headers for answer in refused)
        printed = [one.result(timeout=60) for one in flood if one.result(timeout=60) not in refused]
    assert [answer.status_code for answer in printed] == [200] * pdf.MOST_WAITING


def answered(asked: list[Future[TestResponse]], how_many: int) -> list[TestResponse]:
    """The first answers, when so many have come; those of the rest wait."""
    waiting = set(asked)
    while len(asked) - len(waiting) < how_many:
        done, waiting = wait(waiting, timeout=60, return_when=FIRST_COMPLETED)
        assert done, "more wait for the printer than may"
    return [one.result() for one in asked if one not in waiting]


def test_nobody_prints_while_another_does(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.adapters.pdf.typeset", lambda *_: pytest.fail("two had the printer"))
    with app.app_context(), held_printer(monkeypatch), pytest.raises(PrinterBusy):
        pdf.write_pdf("<p>Ark", ROOT)


def test_a_printer_that_broke_down_takes_the_next(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def jammed(*_: object) -> bytes:
        raise ValueError("documents use our own files only")

    with app.app_context():
        monkeypatch.setattr("app.adapters.pdf.typeset", jammed)
        for _ in range(2 + pdf.MOST_WAITING):
            with pytest.raises(ValueError, match="own files"):
                pdf.write_pdf("<p>Ark som ikke kan skrives", ROOT)
        monkeypatch.setattr("app.adapters.pdf.typeset", lambda *_: b"%PDF-")
        assert pdf.write_pdf("<p>Ark som ikke kan skrives", ROOT) == b"%PDF-"


def test_what_was_printed_is_handed_out_again_without_the_printer_but_never_in_another_language_or_for_another_status(
    browser: PageClient, certificate: Certificate, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.get(sheet(certificate))
    printed = browser.response.data
    with held_printer(monkeypatch):
        browser.get(sheet(certificate))
        assert browser.response.data == printed
        browser.get("/sprak/nn")
        browser.get(sheet(certificate), 503)
        browser.get("/sprak/nb")
        clock.forward(days=4 * 365)
        browser.get(sheet(certificate), 503)
        clock.forward(days=-4 * 365)
        certificate.organisation.name = "Et annet navn AS"
        browser.get(sheet(certificate), 503)


def test_what_is_kept_has_an_end_and_what_is_asked_for_stays() -> None:
    kept = KeptPdfs(most_bytes=10)
    kept.put(b"a", b"1234")
    kept.put(b"b", b"1234")
    kept.get(b"a")
    kept.put(b"c", b"1234")
    assert [kept.get(one) for one in (b"a", b"b", b"c")] == [b"1234", None, b"1234"]
    kept.put(b"d", b"more than there is room for")
    assert [kept.get(one) for one in (b"a", b"c", b"d")] == [None, None, None]
    kept.put(b"e", b"1234567890")
    kept.put(b"e", b"0987654321")
    assert kept.get(b"e") == b"0987654321"
