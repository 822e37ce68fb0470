"""Addresses: whole ones for what leaves its page, and which ones a sign-in may lead to."""

from typing import Any
from urllib.parse import urlsplit

from flask import current_app

from app.kernel.context import settings


def full_address(endpoint: str, *, anchor: str = "", **values: Any) -> str:
    """The address of a page, or of the part of it that `anchor` names, with the installation's own name before it.

    It rests on the setting and never on the Host header, which whoever asks can choose; so it is the same where there
    is no request, as in the job that sends mails. Raises BuildError for a page that is not there.
    """
    path = current_app.url_map.bind("").build(endpoint, values)
    return settings().address + path + (f"#{anchor}" if anchor else "")


def safe_path(wanted: str | None) -> str:
    """The wanted address when it is a path of our own, else an empty string."""
    if not wanted or len(wanted) > 300 or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return ""
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc and "\\" not in wanted else ""
