"""Whole addresses, for what leaves the page it was made for: mails, feeds, papers, open data, a field to copy."""

from typing import Any

from flask import current_app

from app.context import settings


def full_address(endpoint: str, *, anchor: str = "", **values: Any) -> str:
    """The address of a page, or of the part of it that `anchor` names, with the installation's own name before it.

    It rests on the setting and never on the Host header, which whoever asks can choose; so it is the same where there
    is no request, as in the job that sends mails. Raises BuildError for a page that is not there.
    """
    path = current_app.url_map.bind("").build(endpoint, values)
    return settings().address + path + (f"#{anchor}" if anchor else "")
