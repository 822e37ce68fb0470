"""The built style sheets, scripts and fonts: addresses with a fingerprint, sent in the smallest form that is read."""

import json
import re
from collections.abc import Collection
from functools import cache
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, request, send_from_directory, url_for
from werkzeug.datastructures import Accept

STATIC = Path(__file__).parents[1] / "static"
DIST = STATIC / "dist"
ENDINGS = {"br": ".br", "gzip": ".gz"}
"""The forms of a text, the smallest first, and the ending under which frontend/build.mjs writes them beside it."""
FINGERPRINTED = re.compile(r"(?:^|[./])[0-9a-f]{10}\.\w+$")
A_YEAR, A_WEEK = 365 * 24 * 3600, 7 * 24 * 3600


def register(app: Flask) -> None:
    """Give templates `asset(name)`, and tell browsers how long they may keep a file without asking again."""
    app.jinja_env.globals["asset"] = asset
    app.view_functions["static"] = _send

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


def coding_of(accepted: Accept, possible: Collection[str] = ENDINGS) -> str:
    """The smallest of the possible forms that the browser reads, or none. What it does not name it does not read."""
    read = {coding for coding, quality in accepted if quality > 0}
    return next((coding for coding in ENDINGS if coding in possible and coding in read), "")


def _send(filename: str) -> Response:
    """A file as it was built, compressed where the browser reads that. Each form is a file, and so has its own ETag."""
    forms = [coding for coding, ending in ENDINGS.items() if _is_there(f"{filename}{ending}")]
    coding = coding_of(request.accept_encodings, forms)
    kind = guess_type(filename)[0] or "application/octet-stream"
    name = Path(filename).name
    answer = send_from_directory(STATIC, filename + ENDINGS.get(coding, ""), mimetype=kind, download_name=name)
    if coding:
        answer.headers["Content-Encoding"] = coding
    if forms:
        answer.vary.add("Accept-Encoding")
    return answer


def _is_there(name: str) -> bool:
    try:
        return (STATIC / name).is_file()
    except OSError:  # longer than a name of a file can be
        return False


def _kept_for(name: str) -> str:
    """A fingerprint means the same bytes for ever; whole fonts change seldom; the manifest with each build."""
    if FINGERPRINTED.search(name):
        return f"public, max-age={A_YEAR}, immutable"
    return f"public, max-age={A_WEEK}" if name.startswith("dist/fonts/") else "no-cache"


@cache
def _manifest() -> dict[str, str]:
    return _read_manifest()


def _read_manifest() -> dict[str, str]:
    return dict(json.loads((DIST / "manifest.json").read_text(encoding="utf-8")))
