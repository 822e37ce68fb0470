"""Handing out a file that somebody uploaded: always as a download, never as a page of ours."""

from pathlib import PurePath
from urllib.parse import quote

from flask import Response

from certification.cases.rules.media_type import ENDINGS
from certification.cases.tables.evidence import Evidence
from ground.errors import existing


def evidence_response(evidence: Evidence) -> Response:
    """The bytes, with headers that keep a browser from running anything in them. Raises NotFound for a link."""
    file = existing(evidence.file)
    name = f"{PurePath(file.original_name).stem}{ENDINGS[file.media_type]}"
    response = Response(file.content, mimetype=file.media_type)
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"dokumentasjon{ENDINGS[file.media_type]}\"; filename*=UTF-8''{quote(name)}"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
