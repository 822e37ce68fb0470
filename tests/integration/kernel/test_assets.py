"""What browsers may keep without asking again: only a name that means the same bytes for ever."""

import json
import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from fontTools.ttLib import TTFont

from app.kernel.assets import DIST
from config import ROOT

NAMES = sorted(
    {
        *json.loads((DIST / "manifest.json").read_text()).values(),
        *(f"icons/{one.name}" for one in (DIST / "icons").glob("*.svg")),
    }
)


@pytest.mark.parametrize("name", NAMES)
def test_names_with_a_fingerprint_are_kept_for_good_and_plain_ones_for_a_while(app: Flask, name: str) -> None:
    kept = app.test_client().get(f"/static/dist/{name}").headers["Cache-Control"]
    for_printing = name.startswith("fonts/Inter-")
    assert kept == ("public, max-age=604800" if for_printing else "public, max-age=31536000, immutable")


def test_the_manifest_which_changes_with_every_build_is_asked_for_each_time_also_when_it_is_the_same(
    app: Flask,
) -> None:
    client = app.test_client()
    answer = client.get("/static/dist/manifest.json")
    assert answer.headers["Cache-Control"] == "no-cache"
    again = client.get("/static/dist/manifest.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.headers["Cache-Control"]) == (304, "no-cache")


SAMI = "ÁáÂâÄäÅåÆæČčĐđÏïŃńÑñŊŋÖöØøŠšŦŧŽž" + "ǤǥǦǧǨǩƷʒǮǯʹʼ"  # Northern, Lule, South, Inari; Skolt
POLISH, TURKISH, ROMANIAN = "ĄąĆćĘęŁłŃńÓóŚśŹźŻż", "ÇçĞğİıÖöŞşÜü", "ĂăÂâÎîȘșȚț"
WRITTEN = re.compile(r"[^\x00-\x7f]")


def letters_of_the_house() -> Iterator[str]:
    """Every letter beyond ASCII in templates, sentences, catalogues and data files: what pages may show of our own."""
    for pattern in ("app/**/*.html", "app/**/*.py", "app/translations/*/LC_MESSAGES/*.po", "*/**/*.yaml"):
        for file in ROOT.glob(pattern):
            if "node_modules" not in file.parts and ".venv" not in file.parts:
                yield from WRITTEN.findall(file.read_text(encoding="utf-8"))


def test_the_font_of_the_pages_has_every_letter_that_is_written_here() -> None:
    manifest = json.loads((DIST / "manifest.json").read_text())
    known = {chr(code) for code in TTFont(DIST / manifest["fonts/Inter.woff2"]).getBestCmap()}
    assert {*SAMI, *POLISH, *TURKISH, *ROMANIAN} - known == set()
    assert set(letters_of_the_house()) - known == set()
    assert "Ж" not in known  # it is no whole font


def test_the_font_of_the_pages_is_there_in_all_their_weights() -> None:
    manifest = json.loads((DIST / "manifest.json").read_text())
    axes = TTFont(DIST / manifest["fonts/Inter.woff2"])["fvar"].axes
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in axes] == [("wght", 400, 700)]


def test_what_a_page_loads_ahead_is_what_its_style_asks_for(app: Flask) -> None:
    page = BeautifulSoup(app.test_client().get("/").data, "html5lib")
    ahead = [link for link in page.find_all("link") if "preload" in link["rel"]]
    style = next(link["href"] for link in page.find_all("link") if "stylesheet" in link["rel"])
    fonts = re.findall(r"url\(\"?(fonts/[^\")]+)", app.test_client().get(style).text)
    assert [link["href"] for link in ahead] == [f"/static/dist/{name}" for name in fonts]
    assert [(link["as"], link.get("crossorigin")) for link in ahead] == [("font", "")]  # without, it is loaded twice
