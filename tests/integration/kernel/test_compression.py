"""What is sent compressed: the built files always, pages only where no secret can be told from their length."""

import gzip
from collections.abc import Callable

import brotli
import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.kernel.assets import DIST, _manifest
from tests.factories.register import leader_of, verified_organisation
from tests.support.client import PageClient

UNPACK: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}
TEXTS = sorted(name for name in _manifest().values() if not name.endswith(".woff2"))


def fetch(app: Flask, address: str, coding: str, **more: str) -> TestResponse:
    return app.test_client().get(address, headers={"Accept-Encoding": coding, **more})


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("coding", UNPACK)
def test_a_built_text_comes_in_the_form_that_is_read(app: Flask, name: str, coding: str) -> None:
    whole, small = fetch(app, f"/static/dist/{name}", ""), fetch(app, f"/static/dist/{name}", coding)
    assert (whole.headers.get("Content-Encoding"), small.headers["Content-Encoding"]) == (None, coding)
    assert UNPACK[coding](small.data) == whole.data == (DIST / name).read_bytes()
    assert whole.mimetype == small.mimetype != "application/octet-stream"
    assert all("Accept-Encoding" in one.headers["Vary"] for one in (whole, small))
    assert whole.headers["ETag"] != small.headers["ETag"]
    assert small.headers["X-Content-Type-Options"] == "nosniff"


def test_a_kept_form_is_known_again_and_another_is_not_taken_for_it(app: Flask) -> None:
    address = f"/static/dist/{_manifest()['plass.css']}"
    small = fetch(app, address, "br")
    again = fetch(app, address, "br", **{"If-None-Match": small.headers["ETag"]})
    assert (again.status_code, "Accept-Encoding" in again.headers["Vary"]) == (304, True)
    assert fetch(app, address, "gzip", **{"If-None-Match": small.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"), ("gzip;q=1.0, br;q=0.1", "br"), ("br;q=0, gzip", "gzip"), ("deflate", None),
        ("identity", None), ("*", None), ("", None),
    ],
)  # fmt: skip
def test_nobody_is_sent_what_they_cannot_read(app: Flask, accepted: str, coding: str | None) -> None:
    for address in (f"/static/dist/{_manifest()['plass.css']}", "/personvern"):
        answer = fetch(app, address, accepted)
        assert answer.headers.get("Content-Encoding") == coding
        assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("name", ["a" * 300 + ".css", "../app.css", "%2e%2e/%2e%2e/factory.py", "icons", "plass.css"])
def test_what_is_not_built_is_missing(app: Flask, name: str) -> None:
    assert fetch(app, f"/static/dist/{name}", "br").status_code == 404


def test_a_compressed_form_keeps_the_name_of_the_file(app: Flask) -> None:
    name = _manifest()["plass.css"]
    assert fetch(app, f"/static/dist/{name}", "br").headers["Content-Disposition"].endswith(f"={name}")


def test_a_font_is_small_in_itself(app: Flask) -> None:
    answer = fetch(app, f"/static/dist/{_manifest()['fonts/Inter.woff2']}", "br")
    assert ("Content-Encoding" in answer.headers, answer.mimetype) == (False, "font/woff2")


@pytest.mark.parametrize("coding", UNPACK)
def test_a_page_for_everybody_is_compressed(app: Flask, coding: str) -> None:
    small = fetch(app, "/personvern", coding)
    assert UNPACK[coding](small.data) == fetch(app, "/personvern", "").data
    assert int(small.headers["Content-Length"]) == len(small.data)


def test_a_page_with_a_form_token_is_not(app: Flask) -> None:
    answer = fetch(app, "/logg-inn", "br")
    assert b"csrf_token" in answer.data
    assert "Content-Encoding" not in answer.headers


def test_no_page_is_for_one_who_is_signed_in(browser: PageClient, session: Session) -> None:
    browser.sign_in(leader_of(session, verified_organisation(session)))
    for address in ("/personvern", "/hjem", "/konto"):
        answer = browser.client.get(address, headers={"Accept-Encoding": "br"}, follow_redirects=True)
        assert (answer.status_code, "Content-Encoding" in answer.headers) == (200, False), address


def test_no_page_is_for_a_browser_that_is_known_by_a_cookie(app: Flask) -> None:
    client = app.test_client()
    client.set_cookie("plass-device", "secret")
    assert "Content-Encoding" not in client.get("/personvern", headers={"Accept-Encoding": "br"}).headers


def test_one_who_chose_a_language_or_saw_the_sign_in_gets_light_pages_still(app: Flask) -> None:
    client = app.test_client()
    client.get("/logg-inn")
    answer = client.get("/personvern", headers={"Accept-Encoding": "br"})
    assert "plass" in {cookie.key for cookie in client._cookies.values()}
    assert answer.headers["Content-Encoding"] == "br"
