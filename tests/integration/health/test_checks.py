"""Ready means that all is there that pages need; what is not is told in a word, and nothing more."""

import json
import shutil
from pathlib import Path

import pytest
from flask import Flask

from app.factory import create_app
from app.kernel import assets
from config import Settings


def what_is_missing(app: Flask) -> str | None:
    """What the readiness of an application tells, after looking at its status."""
    answer = app.test_client().get("/readyz")
    told = json.loads(answer.text)
    missing = told.pop("missing", None)
    assert (answer.status_code, told) == ((503, {"status": "not ready"}) if missing else (200, {"status": "ready"}))
    return None if missing is None else str(missing)


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what was built, to spoil."""
    copy = tmp_path / "dist"
    shutil.copytree(assets.DIST, copy)
    monkeypatch.setattr(assets, "DIST", copy)
    return copy


def test_ready_when_nothing_is_missing(app: Flask, dist: Path) -> None:
    assert what_is_missing(app) is None


@pytest.mark.parametrize(
    "address", ["postgresql://plass:hemmelig@127.0.0.1:1/plass", "sqlite:////finnes/ikke/p.sqlite"]
)
def test_not_ready_without_a_database_and_the_answer_does_not_say_where_it_should_be(
    tmp_path: Path, address: str
) -> None:
    app = create_app(Settings(database_url=address, data_folder=tmp_path, demo=True))
    assert what_is_missing(app) == "database"
    assert app.test_client().get("/healthz").status_code == 200, "the process is alive all the same"


@pytest.mark.parametrize("spoilt", ["", "{", "{}", "[1]", '{"plass.css": 1}', '{"plass.css": "plass.0000000000.css"}'])
def test_not_ready_with_a_manifest_that_cannot_be_read_or_names_what_is_not_there(
    app: Flask, dist: Path, spoilt: str
) -> None:
    (dist / "manifest.json").write_text(spoilt)
    assert what_is_missing(app) == "assets"


def test_not_ready_before_the_assets_are_built(app: Flask, dist: Path) -> None:
    shutil.rmtree(dist)
    assert what_is_missing(app) == "assets"
