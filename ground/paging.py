"""One page of a long list: which rows, and how many pages there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

T = TypeVar("T")
ROWS_A_PAGE = 20


class Order(StrEnum):
    """By what a list can be sorted; each has some of them, its own first."""

    NEXT = "neste"
    NEWEST = "nyeste"
    NAME = "navn"
    LAST_DAY = "siste-dag"


@dataclass(frozen=True)
class Page(Generic[T]):
    """The rows of one page, its number (from 1), the number of pages (at least 1) and of rows in all."""

    rows: list[T]
    number: int
    pages: int
    total: int


def one_page(
    session: Session, query: Select[T], *, page: int, size: int = ROWS_A_PAGE, total: int | None = None
) -> Page[T]:
    """Read one page of a query for entities, ordered by an id at last; a number outside it gives the nearest page.

    `total` is handed in where it is known already, and else counted.
    """
    if total is None:
        rows_only: Select[Any] = query.order_by(None)
        total = session.scalar(select(func.count()).select_from(rows_only.subquery())) or 0
    pages = max(1, -(-total // size))
    number = min(max(1, page), pages)
    rows = session.scalars(query.limit(size).offset((number - 1) * size)).unique().all()
    return Page(list(rows), number, pages, total)


def page_of(rows: Sequence[T], *, page: int, size: int = ROWS_A_PAGE) -> Page[T]:
    """One page of rows that are read already; a number outside the list gives the nearest page."""
    pages = max(1, -(-len(rows) // size))
    number = min(max(1, page), pages)
    return Page(list(rows[(number - 1) * size : number * size]), number, pages, len(rows))
