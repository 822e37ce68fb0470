"""The number of the page in the address, and the addresses of its neighbours."""

from collections.abc import Callable

from flask import request, url_for

PAGE = "side"


def page_number() -> int:
    """The page asked for; 1 for none and for nonsense."""
    return max(1, min(request.args.get(PAGE, 1, type=int), 100_000))


def url_for_page() -> Callable[[int], str]:
    """A function from a page number to the address of the running list with its filters."""
    endpoint, arguments = request.endpoint or "", dict(request.view_args or {})
    filters = {name: values for name, values in request.args.lists() if name != PAGE}

    def url(number: int) -> str:
        return url_for(endpoint, **arguments, **{**filters, PAGE: number})  # type: ignore[arg-type]  # Flask takes lists

    return url
