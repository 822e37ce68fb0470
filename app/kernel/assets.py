"""Addresses of the built style sheets, scripts and fonts, with a fingerprint so that browsers may keep them."""

import json
import re
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for

DIST = Path(__file__).parents[1] / "static" / "dist"
FINGERPRINTED = re.compile(r"(?:^|[./])[0-9a-f]{10}\.\w+$")
A_YEAR, A_WEEK = 365 * 24 * 3600, 7 * 24 * 3600


def register(app: Flask) -> None:
    """Give templates `asset(name)`, and tell browsers how long they may keep a file without asking again."""
    app.jinja_env.globals["asset"] = asset

    @app.after_request
    def _keep(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code in {200, 304}:
            response.headers["Cache-Control"] = _kept_for((request.view_args or {})["filename"])
        return response


def asset(name: str) -> str:
    """The address of a built file by its plain name."""
    return url_for("static", filename=f"dist/{_manifest()[name]}")


def are_built() -> bool:
    """Whether the manifest is there, names something, and all of that is there."""
    try:
        names = _read_manifest().values()
        return len(names) > 0 and all((DIST / name).is_file() for name in names)
    except (OSError, ValueError, TypeError):  # what JSON holds may be anything
        return False


def _kept_for(name: str) -> str:
    """A name with a fingerprint means the same bytes for ever; fonts change seldom; the manifest with each build."""
    if FINGERPRINTED.search(name):
        return f"public, max-age={A_YEAR}, immutable"
    return f"public, max-age={A_WEEK}" if name.startswith("dist/fonts/") else "no-cache"


@cache
def _manifest() -> dict[str, str]:
    return _read_manifest()


def _read_manifest() -> dict[str, str]:
    return dict(json.loads((DIST / "manifest.json").read_text(encoding="utf-8")))
