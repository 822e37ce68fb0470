"""Holding a row: nobody else changes it until the transaction is over."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session


def hold(session: Session, *rows: Any) -> None:
    """Hold these entities and read them as they are now; others may still refer to them.

    Whoever holds rows of several kinds holds them in the order that their floor says, or two could wait
    for each other. A refresh alone would not do: the joins of the query that an entity came from stay
    with it, and PostgreSQL cannot lock the far side of an outer join.
    """
    for row in rows:
        kind = type(row)
        session.execute(select(kind.id).where(kind.id == row.id).with_for_update(key_share=True))
        session.refresh(row)
