"""Whole addresses, for what leaves the page it was made for: feeds, papers, open data, a field to copy."""

from typing import Any

from flask import url_for

from app.context import settings


def full_address(endpoint: str, **values: Any) -> str:
    """The address of a page with the installation's own name before it.

    It rests on the setting and never on the Host header, which whoever asks can choose.
    """
    return settings().address + url_for(endpoint, **values)
