"""By what a list is sorted: the order in the address, and the links that choose among those the list has."""

from dataclasses import dataclass

from flask import request

from app.kernel.addresses import address_with_query
from app.kernel.paging import PAGE
from ground.paging import Order

SORT = "sorter"


@dataclass(frozen=True)
class Sorting:
    """The order that a list stands in, and all that it can stand in; the first is the list's own."""

    order: Order
    orders: tuple[Order, ...]

    @property
    def links(self) -> list[tuple[Order, str]]:
        """Each order with the first page of the list in it, what else the reader asked for kept."""
        return [(one, address_with_query(request.endpoint or "", **{SORT: one, PAGE: "1"})) for one in self.orders]

    @property
    def kept(self) -> dict[str, str]:
        """What a search form carries on, so that searching does not change the order."""
        return {SORT: self.order} if self.order is not self.orders[0] else {}


def sorting(*orders: Order) -> Sorting:
    """The order that the address asks for; the first for none, and for one that the list has not."""
    asked = request.args.get(SORT, "")
    return Sorting(next((one for one in orders if one == asked), orders[0]), orders)
