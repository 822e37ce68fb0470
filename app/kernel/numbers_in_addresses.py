"""Organisation numbers in addresses: read as people write them, wherever a page or an answer is about an employer.

A page has one address: whoever comes with another spelling is led to it, so that what is shared, linked and found again
is one page. What is sent by a form or asked by a machine is answered where it stands.
"""

from typing import Any

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from app.kernel.audiences import api
from register.organisations.number import number_searched_for

NAME = "orgnr"
"""What an organisation number is called in the rule of every address."""


def register(app: Flask) -> None:
    """Read the numbers before anything looks at them."""
    app.url_value_preprocessor(_read)
    app.before_request(_lead_to_the_one_address)


def _read(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """What is no number stays as it stands, and nothing is found there."""
    if values and NAME in values:
        values[NAME] = number_searched_for(values[NAME]) or values[NAME]


def _lead_to_the_one_address() -> Response | None:
    asked, address = request.url_rule, request.view_args or {}
    if asked is None or NAME not in address or request.method != "GET" or request.blueprint == api.name:
        return None
    page = url_for(asked.endpoint, **address)
    if address[NAME] in request.path.split("/"):
        return None
    asked_for = request.query_string.decode(errors="replace")
    return redirect(f"{page}?{asked_for}" if asked_for else page, 308)
