"""What browsers may keep without asking again: only a name that means the same bytes for ever."""

import json

import pytest
from flask import Flask

from app.kernel.assets import DIST

NAMES = sorted(
    {
        *json.loads((DIST / "manifest.json").read_text()).values(),
        *(f"icons/{one.name}" for one in (DIST / "icons").iterdir()),
    }
)


@pytest.mark.parametrize("name", NAMES)
def test_names_with_a_fingerprint_are_kept_for_good_and_plain_ones_for_a_while(app: Flask, name: str) -> None:
    kept = app.test_client().get(f"/static/dist/{name}").headers["Cache-Control"]
    assert kept == ("public, max-age=604800" if name.startswith("fonts/") else "public, max-age=31536000, immutable")


def test_the_manifest_which_changes_with_every_build_is_asked_for_each_time_also_when_it_is_the_same(
    app: Flask,
) -> None:
    client = app.test_client()
    answer = client.get("/static/dist/manifest.json")
    assert answer.headers["Cache-Control"] == "no-cache"
    again = client.get("/static/dist/manifest.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.headers["Cache-Control"]) == (304, "no-cache")
