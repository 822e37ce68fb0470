"""The number of the page in the address, and the addresses of its neighbours."""

from collections.abc import Callable

from flask import request

from app.kernel.addresses import address_with_query
from app.kernel.forms.numbers import whole_number

PAGE = "side"
MOST_PAGES = 100_000


def page_number() -> int:
    """The page asked for; 1 for none and for nonsense."""
    return max(1, min(whole_number(request.args.get(PAGE)) or 1, MOST_PAGES))


def url_for_page() -> Callable[[int], str]:
    """A function from a page number to the address of the running list with its filters."""

    def url(number: int) -> str:
        return address_with_query(request.endpoint or "", **{PAGE: str(number)})

    return url
