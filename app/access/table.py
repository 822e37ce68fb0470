"""All endpoints of the house in one table, put together from the access list of each audience."""

from functools import cache

from app.access.lists import LISTS
from app.access.rules import Access


@cache
def access_table() -> dict[str, Access]:
    """Endpoint → who, in which relation, what for. An endpoint in two lists is a mistake and stops the start."""
    table: dict[str, Access] = {}
    for access_list in LISTS:
        twice = table.keys() & access_list.keys()
        if twice:
            raise RuntimeError(f"endpoints in two access lists: {sorted(twice)}")
        table.update(access_list)
    return table
