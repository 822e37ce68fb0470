"""Addresses: whole ones for what leaves its page, and which ones a sign-in may lead to, lists with their filters."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import current_app, request, url_for

from app.kernel.context import settings


def full_address(endpoint: str, *, anchor: str = "", **values: Any) -> str:
    """The address of a page, or of the part of it that `anchor` names, with the installation's own name before it.

    It rests on the setting and never on the Host header, which whoever asks can choose; so it is the same where there
    is no request, as in the job that sends mails. Raises BuildError for a page that is not there.
    """
    path = current_app.url_map.bind("").build(endpoint, values)
    return settings().address + path + (f"#{anchor}" if anchor else "")


def address_with_query(endpoint: str, **changed: str) -> str:
    """The address of a page with what the reader's own address asks for, each of `changed` in place of what it says.

    What stands in an address is never handed to `url_for`: it has options of its own (`endpoint`, `_external`, …), and
    whoever wrote the link would choose them.
    """
    asked = [(name, value) for name, value in request.args.items(multi=True) if name not in changed]
    query = urlencode([*asked, *changed.items()])
    return url_for(endpoint, **(request.view_args or {})) + (f"?{query}" if query else "")


def safe_path(wanted: str | None) -> str:
    """The wanted address when it is a path of our own, else an empty string."""
    if not wanted or len(wanted) > 300 or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return ""
    if "\\" in wanted or not wanted.isprintable():  # a browser leaves out tabs and line ends, and then reads «//»
        return ""
    return wanted


def referring_path() -> str:
    """The path of the page that the browser says it comes from; empty where it says nothing or nonsense."""
    try:
        return urlsplit(request.referrer or "").path
    except ValueError:  # a browser may send anything
        return ""
