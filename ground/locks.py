"""Holding rows: nobody else changes them until the transaction is over. In which order, docs/locking.md says."""

import uuid
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ground.errors import existing

T = TypeVar("T", bound=Any)
HOLDS = "holds"
"""The execution option that says what a statement holds, so that tests can judge the order."""


def hold(session: Session, *things: Any) -> None:
    """Hold these entities and read them as they are now; others may still refer to them."""
    for thing in things:
        held(session, type(thing), thing.id)


def held(session: Session, kind: type[T], key: uuid.UUID) -> T:
    """The entity with this key, held and read as it is now. Raises NotFound."""
    found: T | None = next(iter(held_all(session, kind, select(kind).where(kind.id == key))), None)
    return existing(found)


def held_all(session: Session, kind: type[T], query: Select[T]) -> Sequence[T]:
    """The entities of one kind that a query finds, held and read as they are now, in the order of the query.

    SQLite holds nothing by row: there, a request that writes has the database for itself from the start.
    """
    holding = query.with_for_update(of=kind, key_share=True)
    options = {"populate_existing": True, HOLDS: kind.__name__}
    return session.scalars(holding, execution_options=options).unique().all()
