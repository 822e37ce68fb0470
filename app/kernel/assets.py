"""Addresses of the built style sheets, scripts and fonts, with a fingerprint so that browsers may keep them."""

import json
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for

DIST = Path(__file__).parents[1] / "static" / "dist"


def register(app: Flask) -> None:
    """Give templates `asset(name)` and let fingerprinted files be cached for a year."""
    app.jinja_env.globals["asset"] = asset

    @app.after_request
    def _keep(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
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


@cache
def _manifest() -> dict[str, str]:
    return _read_manifest()


def _read_manifest() -> dict[str, str]:
    return dict(json.loads((DIST / "manifest.json").read_text(encoding="utf-8")))
